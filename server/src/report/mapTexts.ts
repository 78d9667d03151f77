/**
 * Plain data with each of its texts changed, however deep; numbers of lines and the like stay as they are.
 * @param change given a text and the name of the property that holds it, or the list that does; `undefined` at the top
 * @param isKept whether a property is left alone with all that is in it
 */
export function mapTexts<Data>(
  data: Data,
  change: (text: string, key: string | undefined) => string,
  isKept: (key: string) => boolean = () => false,
): Data {
  return changed(data, undefined) as Data;

  function changed(value: unknown, key: string | undefined): unknown {
    if (typeof value === 'string') return change(value, key);
    if (Array.isArray(value)) return value.map((each) => changed(each, key));
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, isKept(name) ? part : changed(part, name)]),
    );
  }
}
