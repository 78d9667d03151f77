import type { LineConditions } from './messages';

/** Fields in which conditions are written. */
export type Field = 'address' | 'path' | 'status' | 'from' | 'until' | 'text';

/** `POST /x.php` or `POST *`: a method before a path. */
const ENDPOINT = /^([A-Z]+) (?=[/*])/;

/** Conditions as the fields of the bar have them. */
export function fieldsOf(conditions: LineConditions): Partial<Record<Field, string>> {
  const { address, method, path, status, from, until, text } = conditions;
  const endpoint = method === undefined ? path : `${method} ${path ?? '*'}`;
  return { address, path: endpoint, status, from, until, text };
}

/** The conditions that fields of the bar ask for; `undefined` when all are empty. */
export function conditionsOf(fields: Partial<Record<Field, string>>, unreadable: boolean): LineConditions | undefined {
  const filled = Object.entries(fields).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.trim()] as const] : [],
  );
  const conditions: LineConditions = { ...Object.fromEntries(filled), ...(unreadable && { unreadable }) };
  const [whole, method] = ENDPOINT.exec(conditions.path ?? '') ?? [];
  if (whole !== undefined) return { ...conditions, method, path: conditions.path!.slice(whole.length) };
  return Object.keys(conditions).length > 0 ? conditions : undefined;
}
