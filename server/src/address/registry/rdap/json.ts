/** A JSON object of an answer; an empty one where the value is something else. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** Most members of an array that are looked at. */
const MOST_MEMBERS = 100;

/** The members of a JSON array of an answer; none where the value is something else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST_MEMBERS) : [];
}

/** A JSON text read; `undefined` where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
