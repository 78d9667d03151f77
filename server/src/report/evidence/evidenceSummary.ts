import { count } from '../../numbers';
import { readableSpan } from '../../readableTime';
import { t } from '../../words';
import { terminalText } from '../terminal';
import type { EvidenceFile, EvidenceLog, EvidenceManifest } from './evidenceManifest';

/** Points, logs and files beyond this number are counted; the manifest has them all. */
const MOST_SHOWN = 200;

/** What a bundle holds, for people: the text of `summary.txt`. Lines end as every editor of Windows understands. */
export function summaryText(manifest: Omit<EvidenceManifest, 'members'>): string {
  const { date, isMasked, points, logs, files, filesNotRead } = manifest;
  const lines = [
    t('Evidence, made with {0} on {1}', 'Log & Site Audit', date),
    '',
    t('What is in it'),
    `- manifest.json: ${t('everything below for programs, with the SHA-256 of each file of this archive')}`,
    `- report.html: ${t('the report')}`,
    `- logs/: ${t('the lines of the logs as the server wrote them, and beside each a table that says which they are')}`,
    `- host/: ${t('the host’s mail and list, where there are any')}`,
    '',
    t('The malicious files themselves are not in it: only their names, sizes and SHA-256.'),
    ...(isMasked
      ? [
          t(
            'Mail addresses, user names, values of queries and addresses of visitors are masked, in the lines of the logs as well. The SHA-256 of logs is that of the unmasked ones, which their owner keeps.',
          ),
        ]
      : []),
    ...section(
      t('What the lines show'),
      points.map((point) => pointLine(point)),
    ),
    ...section(t('Logs'), logs.flatMap(logLines)),
    ...section(t('Files'), files.flatMap(fileLines)),
    ...(filesNotRead > 0
      ? ['', t('{0} more files were not looked at, as there are too many.', count(filesNotRead))]
      : []),
    '',
  ];
  return lines.map(terminalText).join('\r\n');
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const left = lines.length - MOST_SHOWN;
  return ['', title, ...lines.slice(0, MOST_SHOWN), ...(left > 0 ? [t('… and {0} more', count(left))] : [])];
}

function pointLine({ id, title, first, last, linesTaken, linesLeftOut }: EvidenceManifest['points'][number]): string {
  const facts = [
    title,
    ...(first === undefined || last === undefined ? [] : [readableSpan(first, last)]),
    t('lines: {0}', count(linesTaken)),
    ...(linesLeftOut > 0 ? [t('left out as there are too many: {0}', count(linesLeftOut))] : []),
  ];
  return `- ${id}: ${facts.join('; ')}`;
}

function logLines({ name, extract, sha256, linesTaken, linesMissing, hasChanged, problem }: EvidenceLog): string[] {
  return [
    `- ${name}`,
    ...(sha256 === undefined ? [] : [`  SHA-256: ${sha256}`]),
    ...(extract === undefined ? [] : [`  ${extract}; ${t('lines: {0}', count(linesTaken))}`]),
    ...(linesMissing > 0 ? [`  ${t('lines that are missing: {0}', count(linesMissing))}`] : []),
    ...(hasChanged ? [`  ${t('The log has changed since the incident was put together.')}`] : []),
    ...(problem === undefined ? [] : [`  ${problem}`]),
  ];
}

function fileLines({ file, sha256, bytes, first, last, requests, problem }: EvidenceFile): string[] {
  return [
    `- ${file}`,
    ...(sha256 === undefined ? [] : [`  SHA-256: ${sha256}; ${t('bytes: {0}', count(bytes ?? 0))}`]),
    ...(first === undefined || last === undefined
      ? []
      : [`  ${t('requests: {0}', count(requests))}; ${readableSpan(first, last)}`]),
    ...(problem === undefined ? [] : [`  ${problem}`]),
  ];
}
