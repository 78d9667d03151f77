import type { Part, ValueMeaning } from './pattern';
import { clfShape, stampShape, type TimeShape } from './timeShape';

/** What variables tell, and their rank among those that tell the same (https://nginx.org/en/docs/varindex.html). */
const VARIABLES: ReadonlyMap<string, readonly [meaning: ValueMeaning, rank: number]> = new Map([
  ['remote_addr', ['client', 0]],
  ['proxy_protocol_addr', ['client', 1]],
  ['http_x_forwarded_for', ['forwarded', 0]],
  ['proxy_add_x_forwarded_for', ['forwarded', 0]],
  ['http_x_real_ip', ['forwarded', 0]],
  ['http_cf_connecting_ip', ['forwarded', 0]],
  ['http_true_client_ip', ['forwarded', 0]],
  ['remote_user', ['user', 0]],
  ['request', ['request', 0]],
  ['request_method', ['method', 0]],
  ['request_uri', ['target', 0]],
  ['uri', ['target', 1]],
  ['document_uri', ['target', 1]],
  ['args', ['query', 0]],
  ['query_string', ['query', 0]],
  ['status', ['status', 0]],
  ['body_bytes_sent', ['size', 0]],
  ['bytes_sent', ['size', 1]],
  ['http_referer', ['referrer', 0]],
  ['http_user_agent', ['agent', 0]],
  ['host', ['vhost', 0]],
  ['http_host', ['vhost', 1]],
  ['server_name', ['vhost', 2]],
] as const);

const TIMES: ReadonlyMap<string, TimeShape> = new Map([
  ['time_local', clfShape],
  ['time_iso8601', stampShape],
  ['msec', stampShape],
]);

/** A variable, `$remote_addr` or `${remote_addr}`, or what stands between two. */
const PIECE = /\$(?:(\w+)|\{(\w+)\})|[^$]+|\$/g;

/** The parts of the lines that a format of nginx describes. Any variable is known: modules and maps define their own. */
export function nginxParts(format: string): Part[] {
  return [...format.matchAll(PIECE)].map(([piece, plain, braced]): Part => {
    const variable = plain ?? braced;
    if (variable === undefined) return { kind: 'text', text: piece };
    const shape = TIMES.get(variable);
    const name = `$${variable}`;
    if (shape !== undefined) return { kind: 'time', name, shape };
    const [meaning, rank] = VARIABLES.get(variable) ?? ['other', 0];
    return { kind: 'value', name, meaning, rank };
  });
}
