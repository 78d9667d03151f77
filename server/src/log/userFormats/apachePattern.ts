import { t } from '../../words';
import { PatternProblem, type Part, type ValueMeaning } from './pattern';
import { clfShape, fractionShape, stampShape, strftimeShape, type TimeShape } from './timeShape';

/** What a directive tells, and its rank among those that tell the same. */
type Told = readonly [meaning: ValueMeaning, rank: number];
const OTHER: Told = ['other', 0];

/** The directives of mod_log_config, mod_logio and mod_ssl (https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats). */
const DIRECTIVES: ReadonlyMap<string, Told> = new Map<string, Told>([
  ['a', ['client', 0]],
  ['h', ['client', 1]],
  ['u', ['user', 0]],
  ['r', ['request', 0]],
  ['m', ['method', 0]],
  ['U', ['target', 0]],
  ['q', ['query', 0]],
  ['s', ['status', 0]],
  ['b', ['size', 0]],
  ['B', ['size', 0]],
  ['O', ['size', 1]],
  ['v', ['vhost', 0]],
  ['V', ['vhost', 0]],
  ...'A C c D e f H I k K l L n o p P R S T X x i'.split(' ').map((letter): [string, Told] => [letter, OTHER]),
  // Two letters behind a circumflex: first bytes, trailers.
  ...['FU', 'FB', 'ti', 'to'].map((letters): [string, Told] => [`^${letters}`, OTHER]),
]);

/** Headers of requests. */
const HEADERS: ReadonlyMap<string, Told> = new Map<string, Told>([
  ['referer', ['referrer', 0]],
  ['user-agent', ['agent', 0]],
  ['host', ['vhost', 1]],
  ['x-forwarded-for', ['forwarded', 0]],
  ['x-real-ip', ['forwarded', 0]],
  ['x-client-ip', ['forwarded', 0]],
  ['cf-connecting-ip', ['forwarded', 0]],
  ['true-client-ip', ['forwarded', 0]],
]);

/** A directive: which statuses it is for, before or behind redirects, its argument, its letter. */
const DIRECTIVE =
  /%(?:%|(?<conditions>!?\d{3}(?:,\d{3})*)?(?<which>[<>]*)(?:\{(?<argument>[^}]*)\})?(?<letter>\^[A-Za-z]{2}|[A-Za-z]))/y;

/** The parts of the lines that a format string of Apache describes. Throws `PatternProblem` when it can't be understood. */
export function apacheParts(format: string): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < format.length;) {
    if (format[at] !== '%') {
      const next = format.indexOf('%', at);
      const to = next < 0 ? format.length : next;
      parts.push({ kind: 'text', text: format.slice(at, to) });
      at = to;
      continue;
    }
    DIRECTIVE.lastIndex = at;
    const match = DIRECTIVE.exec(format);
    if (match === null) throw new PatternProblem(t('{0} is not known', format.slice(at, at + 8)));
    parts.push(...directiveParts(match[0], match.groups ?? {}));
    at += match[0].length;
  }
  return parts;
}

function directiveParts(name: string, { argument, letter, which }: Record<string, string | undefined>): Part[] {
  if (letter === undefined) return [{ kind: 'text', text: '%' }];
  if (letter === 't') return timeParts(name, argument);
  const told = letter === 'i' ? HEADERS.get((argument ?? '').toLowerCase()) : DIRECTIVES.get(letter);
  if (told === undefined && !DIRECTIVES.has(letter)) throw new PatternProblem(t('{0} is not known', name));
  const [meaning, rank] = told ?? OTHER;
  // The address that connected, not the one that a proxy forwarded; the status before redirects.
  const isOther = meaning === 'client' && argument === 'c';
  const isFirst = letter === 's' && !which?.includes('>');
  return [{ kind: 'value', name, meaning: isOther ? 'other' : meaning, rank: isFirst ? rank + 1 : rank }];
}

function timeParts(name: string, argument = ''): Part[] {
  const format = argument.replace(/^(?:begin|end):/, '');
  if (format === '') {
    return [
      { kind: 'text', text: '[' },
      { kind: 'time', name, shape: clfShape },
      { kind: 'text', text: ']' },
    ];
  }
  return [{ kind: 'time', name, shape: timeShape(name, format) }];
}

function timeShape(name: string, format: string): TimeShape {
  if (format === 'sec' || format === 'msec' || format === 'usec') return stampShape;
  if (format === 'msec_frac' || format === 'usec_frac') return fractionShape;
  const shape = strftimeShape(format);
  if (typeof shape === 'string') throw new PatternProblem(t('%{0} in {1} is not known', shape, name));
  return shape;
}
