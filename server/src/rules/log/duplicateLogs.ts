import type { LogModel } from '../../log/logModel';
import type { FileCopy } from '../../log/set/copies';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { evidenceOfLines } from './evidence';
import { listed } from './logFinding';

/** Entries that stand in more than one log of a set. */
export const duplicateLogs = defineRule<LogModel, Record<string, never>>({
  id: 'duplicate-logs',
  family: 'log-health',
  severity: 'information',
  title: () => t('The same entries in several logs'),
  explanation: () =>
    t(
      'Some logs that were read together hold the same entries: a file was copied, days overlap, a statistics program keeps a copy, or a proxy and the server behind it both log. Each entry is counted once, so that numbers are right.',
    ),
  options: {},
  find(model) {
    const copies = model.copies.filter(({ kind }) => kind === 'copy');
    const relayed = model.copies.filter(({ kind }) => kind === 'relay');
    return [
      ...(copies.length > 0 ? [describeCopies(model, copies)] : []),
      ...(relayed.length > 0 ? [describeRelayed(model, relayed)] : []),
    ];
  },
});

function describeCopies(model: LogModel, copies: readonly FileCopy[]): Finding {
  const entries = totalOf(copies);
  return {
    rule: 'duplicate-logs',
    severity: 'information',
    title: t('{0} entries stand in more than one log and were counted once', count(entries)),
    detail: [
      t('The same lines are in: {0}.', pairs(model, copies)),
      t('Lines that stand several times in one log are requests of their own and are all counted.'),
    ].join(' '),
    advice: t('There is nothing to do. If you did not expect it, look whether you downloaded a log twice.'),
    count: entries,
    ...evidenceOfLines(model, firstLinesOf(model, copies)),
  };
}

function describeRelayed(model: LogModel, relayed: readonly FileCopy[]): Finding {
  const entries = totalOf(relayed);
  return {
    rule: 'duplicate-logs',
    severity: 'information',
    title: t('{0} requests were logged by two servers and counted once', count(entries)),
    detail: [
      t('A server in front and the one behind it logged the same requests: {0}.', pairs(model, relayed)),
      t('Those of the server in front were counted, as it knows the addresses of the visitors.'),
    ].join(' '),
    advice: t('There is nothing to do.'),
    count: entries,
    ...evidenceOfLines(model, firstLinesOf(model, relayed)),
  };
}

function totalOf(copies: readonly FileCopy[]): number {
  return copies.reduce((sum, { entries }) => sum + entries, 0);
}

function pairs({ files }: LogModel, copies: readonly FileCopy[]): string {
  return listed(copies.map(({ file, of }) => t('{0} and {1}', files[file]!.name, files[of]!.name)));
}

/** The finding is shown at the head of each log whose entries were left out. */
function firstLinesOf({ files }: LogModel, copies: readonly FileCopy[]): Uint32Array {
  return Uint32Array.from(new Set(copies.map(({ file }) => files[file]!.linesBefore + 1))).toSorted();
}
