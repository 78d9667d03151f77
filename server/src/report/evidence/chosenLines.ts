import type { EvidencePoint } from './evidencePoint';

/** Lines of one log that belong to a bundle. */
export interface ChosenLog {
  /** From 1, ascending, each once. */
  readonly lines: Uint32Array;
  /** Which of them show what. */
  readonly points: readonly { readonly id: string; readonly lines: Uint32Array }[];
}

/** Numbers of the lines of a point that are in a bundle, and that are not. */
export interface TakenLines {
  readonly lines: number;
  readonly leftOut: number;
}

/** What a bundle takes of the logs. */
export interface ChosenLines {
  /** By the name of the log. */
  readonly logs: ReadonlyMap<string, ChosenLog>;
  /** By the id of the point. */
  readonly taken: ReadonlyMap<string, TakenLines>;
}

/** How much a bundle takes, in lines. */
export interface LineLimits {
  /** Of one point. */
  readonly ofPoint: number;
  /** Of all together; a line that shows two things counts twice. */
  readonly ofAll: number;
}

/** A flood of a day is whole in it; packed, so many lines are a few megabytes, which a mail can carry. */
export const LINE_LIMITS: LineLimits = { ofPoint: 20_000, ofAll: 200_000 };

/** Chooses the lines of a bundle: those of each point from its first one on, as far as there is room. */
export function chooseLines(points: readonly EvidencePoint[], limits: LineLimits = LINE_LIMITS): ChosenLines {
  const byLog = new Map<string, { id: string; lines: Uint32Array }[]>();
  const taken = new Map<string, TakenLines>();
  let room = limits.ofAll;
  for (const { id, lines: parts, leftOutBefore } of points) {
    let own = Math.min(room, limits.ofPoint);
    let count = 0;
    let leftOut = leftOutBefore;
    for (const { file, lines } of parts) {
      const chosen = lines.subarray(0, own);
      leftOut += lines.length - chosen.length;
      if (chosen.length === 0) continue;
      own -= chosen.length;
      count += chosen.length;
      const ofLog = byLog.get(file);
      if (ofLog === undefined) byLog.set(file, [{ id, lines: chosen }]);
      else ofLog.push({ id, lines: chosen });
    }
    room -= count;
    taken.set(id, { lines: count, leftOut });
  }
  return { logs: new Map([...byLog].map(([file, own]) => [file, { lines: union(own), points: own }])), taken };
}

function union(parts: readonly { readonly lines: Uint32Array }[]): Uint32Array {
  if (parts.length === 1) return parts[0]!.lines;
  const all = new Set<number>();
  for (const { lines } of parts) for (const line of lines) all.add(line);
  return Uint32Array.from(all).toSorted();
}
