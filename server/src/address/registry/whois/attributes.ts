/** One object of an answer: names in lower case and values, in their order. */
export type WhoisObject = readonly (readonly [name: string, value: string])[];

/** Most lines of an answer that are looked at. */
const MOST_LINES = 5000;

/** Lines of an answer, without what stands at their ends. */
export function answerLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/, MOST_LINES).map((line) => line.trimEnd());
}

/**
 * The objects of an answer of `name: value` lines with blank lines between objects, as RPSL has them (RFC 2622 §2): a line that
 * begins with a blank or `+` goes on with the value before; lines that begin with `%` or `#` are remarks.
 */
export function readObjects(text: string): WhoisObject[] {
  const objects: [string, string][][] = [[]];
  for (const line of answerLines(text)) {
    const object = objects.at(-1)!;
    const last = object.at(-1);
    const attribute = /^([a-z][\w .()/-]{0,40}?)\s*:\s*(.*)$/i.exec(line);
    if (line === '') {
      if (object.length > 0) objects.push([]);
    } else if (/^[\s+]/.test(line) && last !== undefined) last[1] = `${last[1]} ${line.slice(1).trim()}`.trim();
    else if (attribute !== null) object.push([attribute[1]!.toLowerCase(), attribute[2]!]);
  }
  return objects.filter((object) => object.length > 0);
}

/** The values of the attributes of some names, in the order of the object. */
export function valuesOf(object: WhoisObject, ...names: readonly string[]): string[] {
  return object.filter(([name]) => names.includes(name)).map(([, value]) => value);
}

/** The first value that says something, in the order of the names. */
export function firstOf(object: WhoisObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = object.find((attribute) => attribute[0] === name && attribute[1] !== '')?.[1];
    if (value !== undefined) return value;
  }
  return undefined;
}
