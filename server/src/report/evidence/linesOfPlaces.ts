import type { FileLines, Place } from '../../rules/finding';

/** Places in the form of lines; what names no line is left out. */
export function linesOfPlaces(places: readonly Place[]): FileLines[] {
  const byFile = new Map<string, number[]>();
  for (const { file, line } of places) {
    if (line === undefined) continue;
    const own = byFile.get(file);
    if (own === undefined) byFile.set(file, [line]);
    else own.push(line);
  }
  return [...byFile].map(([file, lines]) => ({ file, lines: Uint32Array.from(new Set(lines)).toSorted() }));
}
