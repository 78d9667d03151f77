import type { OpenLog } from '../../logDocument';
import { SEVERITIES } from '../../rules/finding';
import { lineRanks } from '../marks';

/** Ranks of `lineRanks` from 1 to this one are of findings that ask for something to be done. */
const LAST_RANK = SEVERITIES.indexOf('warning') + 1;

/** Worked out once for each reading of a log. */
const known = new WeakMap<OpenLog, Uint8Array>();

/** For each row of a log 1 if it belongs to a finding that is an error or a warning, else 0. */
export function flaggedRows(log: OpenLog): Uint8Array {
  const rows = known.get(log) ?? rowsOf(log);
  known.set(log, rows);
  return rows;
}

function rowsOf(log: OpenLog): Uint8Array {
  const { table } = log.model;
  const ranks = lineRanks(log);
  return Uint8Array.from({ length: table.rows }, (_, row) => {
    const rank = ranks[table.lineOfRow(row)]!;
    return rank > 0 && rank <= LAST_RANK ? 1 : 0;
  });
}
