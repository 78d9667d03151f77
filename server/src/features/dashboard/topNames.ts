/** How often each of the names of a log occurs; names have numbers. */
export interface NameCounts {
  /** By number. */
  readonly counts: Uint32Array;
  /** Equal in two logs for the same name. */
  readonly nameOf: (id: number) => string;
}

/** The busiest names. */
export interface TopNames {
  /** Busiest first. */
  readonly listed: readonly { readonly name: string; readonly count: number }[];
  /** How often the others occur. */
  readonly others: number;
}

/**
 * The `most` busiest names of some logs. Of several logs each gives its own `candidates` busiest ones, which are then counted in
 * all: a log may have a million names, and texts are made of few.
 */
export function topNames(logs: readonly NameCounts[], most: number, candidates = most): TopNames {
  const all = logs.reduce((sum, { counts }) => sum + counts.reduce((own, count) => own + count, 0), 0);
  const found = logs.length === 1 ? topOfOne(logs[0]!, most) : topOfMany(logs, candidates);
  const listed = found.toSorted((a, b) => b.count - a.count).slice(0, most);
  return { listed, others: all - listed.reduce((sum, { count }) => sum + count, 0) };
}

function topOfOne({ counts, nameOf }: NameCounts, most: number): { name: string; count: number }[] {
  return busiest(counts, most).map((id) => ({ name: nameOf(id), count: counts[id]! }));
}

function topOfMany(logs: readonly NameCounts[], candidates: number): { name: string; count: number }[] {
  const found = new Map<string, number>();
  for (const { counts, nameOf } of logs) for (const id of busiest(counts, candidates)) found.set(nameOf(id), 0);
  for (const { counts, nameOf } of logs) {
    for (const [id, count] of counts.entries()) {
      const sum = count === 0 ? undefined : found.get(nameOf(id));
      if (sum !== undefined) found.set(nameOf(id), sum + count);
    }
  }
  return [...found].map(([name, count]) => ({ name, count }));
}

/** The numbers with the highest counts, highest first, none with 0. */
export function busiest(counts: Uint32Array, most: number): number[] {
  const ids: number[] = [];
  for (let id = 0; id < counts.length; id++) {
    const count = counts[id]!;
    if (count === 0 || (ids.length === most && count <= counts[ids[most - 1]!]!)) continue;
    ids.splice(placeOf(ids, counts, count), 0, id);
    if (ids.length > most) ids.pop();
  }
  return ids;
}

/** Where a count belongs among those of ids that are sorted by them: behind equal ones. */
function placeOf(ids: readonly number[], counts: Uint32Array, count: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (counts[ids[middle]!]! >= count) low = middle + 1;
    else high = middle;
  }
  return low;
}
