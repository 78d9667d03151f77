/** The elements without those whose key one before them has. */
export function uniqueBy<Element>(elements: readonly Element[], keyOf: (element: Element) => string): Element[] {
  const seen = new Set<string>();
  return elements.filter((element) => {
    const key = keyOf(element);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
