/** Files that are compared with each other where the same entry stands in more of them: what a scanner does to many sites. */
const MOST_FILES_COMPARED = 16;
/** More files than a set may have. */
const FILE_RANGE = 2 ** 16;

/** A number for two files, `one` before `other`. */
export function pairKey(one: number, other: number): number {
  return one * FILE_RANGE + other;
}

/** The two files of a pair, the lower number first. */
export function filesOfPair(key: number): [one: number, other: number] {
  return [Math.floor(key / FILE_RANGE), key % FILE_RANGE];
}

/** Visits every two places of a list; of a very long one only the first, so that the time stays in proportion. */
export function visitPairs(length: number, visit: (one: number, other: number) => void): void {
  const compared = Math.min(length, MOST_FILES_COMPARED);
  for (let one = 0; one < compared; one++) {
    for (let other = one + 1; other < compared; other++) visit(one, other);
  }
}
