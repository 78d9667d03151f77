import { constant, Flag, type Value } from '../value';
import { DECODERS } from './decoders';

/** The parts of a query that is known, e.g. `a=1&b=2`, as `parse_str` makes them; hidden like any other text that is unpacked. */
export function queryValue(query: string): Value {
  const items = new Map<string, Value>();
  for (const part of query.split('&')) {
    const [name = '', text = ''] = part.split(/=(.*)/s, 2).map((piece) => DECODERS['urldecode']!(piece) ?? piece);
    if (name !== '') items.set(name, constant(text, Flag.Computed));
  }
  return { flags: 0, items };
}
