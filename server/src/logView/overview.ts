import { lineRanks } from '../features/marks';
import type { LogOutcome } from '../logDocument';
import type { LogViewOverview } from '../protocol';
import { SEVERITIES, type Severity } from '../rules/finding';
import type { LineSelection } from './lineSelection';

/** Rows that are looked at before others get their turn: about a millisecond of work. */
const ROWS_AT_A_TIME = 1_000_000;

/** More parts than any screen has pixels. */
const MOST_PARTS = 4096;

/**
 * What is in each of so many parts of the rows that a viewer shows.
 * @param shown lines of the rows; all lines of the log when it is `undefined`
 * @param found lines that were found in them
 */
export async function overviewOf(
  outcome: LogOutcome | undefined,
  wantedParts: number,
  rows: number,
  shown: LineSelection | undefined,
  found: LineSelection | undefined,
): Promise<LogViewOverview> {
  const parts = Math.max(0, Math.min(Math.floor(wantedParts), MOST_PARTS));
  const severities: Record<Severity, number[]> = { error: [], warning: [], information: [], hint: [] };
  const ranks = outcome?.kind === 'read' ? await rankParts(lineRanks(outcome.log), parts, rows, shown) : [];
  ranks.forEach((rank, part) => {
    const severity = SEVERITIES[rank - 1];
    if (severity !== undefined) severities[severity].push(part);
  });
  return { severities, found: found === undefined ? [] : partsWith(found, parts, rows, shown) };
}

/** The most urgent rank in each part: the lowest but 0. */
async function rankParts(
  ranks: Uint8Array,
  parts: number,
  rows: number,
  shown: LineSelection | undefined,
): Promise<number[]> {
  const best = Array.from({ length: parts }, () => 0);
  const lines = shown?.slice(0, rows).slice();
  for (let row = 0; row < rows; row++) {
    const rank = ranks[lines === undefined ? row + 1 : lines[row]!];
    if (rank) {
      const part = Math.floor((row * parts) / rows);
      best[part] = best[part] === 0 ? rank : Math.min(best[part]!, rank);
    }
    if ((row + 1) % ROWS_AT_A_TIME === 0) await new Promise(setImmediate);
  }
  return best;
}

/** The parts in which something was found. */
function partsWith(found: LineSelection, parts: number, rows: number, shown: LineSelection | undefined): number[] {
  // Line behind the last one of the first `part` parts.
  const lineAfter = (part: number): number => {
    const row = Math.ceil((part * rows) / parts);
    return shown === undefined ? row : (shown.slice(row - 1, 1)[0] ?? 0);
  };
  const all = Array.from({ length: parts }, (_, part) => part);
  return all.filter((part) => found.countUpTo(lineAfter(part + 1)) > found.countUpTo(lineAfter(part)));
}
