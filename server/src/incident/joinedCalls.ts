import type { ClientCount } from '../rules/finding';
import type { FileCalls } from './fileCalls';

/** The calls of one file that several logs (at least one) saw, as one. Entries that stand in two logs count twice. */
export function joinedCalls(parts: readonly FileCalls[]): FileCalls {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const methods = summed(parts.flatMap((part) => part.methods.map(({ method, count }) => [method, count])));
  const statuses = summed(parts.flatMap((part) => part.statuses.map(({ status, count }) => [status, count])));
  const shared = parts.reduce((sum, part) => sum + (part.shared ?? 0), 0);
  const routed = parts.reduce((sum, part) => sum + (part.routed ?? 0), 0);
  const latest = inOrder(parts, ({ last }) => last).at(-1);
  const first = inOrder(parts, ({ first: time }) => time)[0]?.first;
  const firstWrite = inOrder(parts, ({ firstWrite: time }) => time)[0]?.firstWrite;
  const lastWrite = inOrder(parts, ({ lastWrite: time }) => time).at(-1)?.lastWrite;
  const lastStatus = (latest ?? parts.at(-1))?.lastStatus;
  return {
    requests: parts.reduce((sum, { requests }) => sum + requests, 0),
    ...(shared > 0 && { shared }),
    ...(routed > 0 && { routed }),
    methods: methods.map(([method, count]) => ({ method, count })),
    statuses: statuses.map(([status, count]) => ({ status, count })),
    clients: clientsOf(parts.map(({ clients }) => clients)),
    writers: clientsOf(parts.map(({ writers }) => writers)),
    ...(first !== undefined && { first, last: latest?.last }),
    ...(firstWrite !== undefined && { firstWrite, lastWrite }),
    ...(lastStatus !== undefined && { lastStatus }),
    places: parts.flatMap(({ places }) => places),
    lines: parts.flatMap(({ lines }) => lines),
  };
}

/** The parts that have a time, the earliest first. */
function inOrder(parts: readonly FileCalls[], timeOf: (part: FileCalls) => string | undefined): FileCalls[] {
  const timed = parts.filter((part) => timeOf(part) !== undefined);
  return timed.toSorted((a, b) => Date.parse(timeOf(a)!) - Date.parse(timeOf(b)!));
}

function clientsOf(lists: readonly (readonly ClientCount[])[]): ClientCount[] {
  const pairs = lists.flat().map(({ address, count }): [string, number] => [address, count]);
  return summed(pairs).map(([address, count]) => ({ address, count }));
}

/** Sums by key, the largest first. */
function summed<Key>(pairs: readonly (readonly [Key, number])[]): [Key, number][] {
  const sums = new Map<Key, number>();
  for (const [key, count] of pairs) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums].toSorted((a, b) => b[1] - a[1]);
}
