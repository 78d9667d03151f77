import type { LogSetJobResult } from '../../jobs';
import type { LogFile } from '../../log/logModel';
import { count } from '../../numbers';
import { terminalText } from '../../report/terminal';
import { SEVERITIES } from '../../rules/finding';
import { MOST_SET_LINES } from '../../readLogSet';
import { t } from '../../words';
import { countFindings } from './countFindings';

/** What was read of a folder of logs and what was not, as a text of its own; names are the attacker's words. */
export function folderSummary(folder: string, result: LogSetJobResult): string {
  const { files, entries, notLogs, problems, leftOut, findings } = result;
  return [
    t('Logs in {0}', terminalText(folder)),
    '',
    t('{0} logs were read together: {1} entries, each counted once.', count(files.length), count(entries)),
    ...(findings.length === 0 ? [t('Nothing was found.')] : [severities(result)]),
    ...section(
      t('Read ({0})', count(files.length)),
      files.map((_, number) => logLine(result, number)),
    ),
    ...section(
      t('Not read, or not in full ({0})', count(problems.length)),
      problems.map(({ name, message }) => `${terminalText(name)}  ${terminalText(message)}`),
    ),
    ...section(
      t('Left out, as more than {0} lines can’t be read together ({1})', count(MOST_SET_LINES), count(leftOut.length)),
      leftOut.map(terminalText),
    ),
    ...section(t('No logs that are known ({0})', count(notLogs.length)), notLogs.map(terminalText)),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function severities({ findings }: LogSetJobResult): string {
  const counts = countFindings(findings);
  const names = {
    error: t('Act now: {0}', count(counts.error)),
    warning: t('Suspicious: {0}', count(counts.warning)),
    information: t('Good to know: {0}', count(counts.information)),
    hint: t('Hints: {0}', count(counts.hint)),
  };
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => names[severity])
    .join(' · ');
}

function logLine({ files, copies }: LogSetJobResult, number: number): string {
  const { name, format, entries, first, last, unreadable, damaged }: LogFile = files[number]!;
  const facts = [
    t('{0} entries', count(entries)),
    ...(first === undefined ? [] : [`${first} – ${last}`]),
    format ?? '',
    ...(unreadable > 0 ? [t('{0} unreadable lines', count(unreadable))] : []),
    ...(damaged ? [t('damaged or cut short')] : []),
    ...copies
      .filter(({ file }) => file === number)
      .map((copy) => t('{0} entries also in {1}', count(copy.entries), terminalText(files[copy.of]!.name))),
  ];
  return `${terminalText(name)}  ${facts.join(' · ')}`;
}
