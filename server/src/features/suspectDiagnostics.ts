import type { DiagnosticRelatedInformation } from 'vscode-languageserver-protocol';
import { callsAndTimesText } from '../incident/fileWords';
import type { Finding } from '../rules/finding';
import { count } from '../numbers';
import { terminalText } from '../report/terminal';
import { siteRules } from '../rules/site/table';
import { shortened } from '../shortened';
import { siteFileUri } from '../siteFileUri';
import type { SuspectInLog } from '../siteStore';
import { t } from '../words';
import { lineRange } from './diagnosticParts';

/** In few words: what the audit calls a file, and how often a log saw it called. Hostile characters are not made visible yet. */
export function suspectTitle({ file, finding, calls }: SuspectInLog): string {
  const numbers = [count(calls.clients.length), count(calls.requests), shortened(file)];
  return t('{0}, called by {1} addresses: {2} × {3}', siteRuleTitle(finding), ...numbers);
}

/** Calls of a suspected file in the shape of a finding of the log, so that they are shown as those are. */
export function suspectFinding(suspect: SuspectInLog): Finding {
  const { finding, calls, severity } = suspect;
  const { clients, places } = calls;
  return {
    rule: finding.rule,
    severity,
    title: suspectTitle(suspect),
    detail: `${suspicion(suspect)} · ${callsAndTimesText(calls)}`,
    advice: finding.advice,
    count: calls.requests,
    clients,
    endpoints: [],
    places,
  };
}

/** What the audit says of the file, in a sentence. */
export function suspicion({ finding }: SuspectInLog): string {
  return t('The site audit says of this file: {0}', finding.title);
}

/** URI of the place in the site's file at which the audit found something, for the editor to open. */
export function suspectUri({ finding, key }: SuspectInLog): string {
  const { line = 1, column = 1 } = finding.places[0] ?? {};
  return `${siteFileUri(key.folder, key.file)}#L${line},${column}`;
}

/** The place in the site's file. */
export function suspectPlace({ finding, key }: SuspectInLog): DiagnosticRelatedInformation {
  const { line = 1, column = 1, endColumn = column } = finding.places[0] ?? {};
  return {
    location: { uri: siteFileUri(key.folder, key.file), range: lineRange(line, column - 1, endColumn - 1) },
    message: terminalText(shortened(finding.title)),
  };
}

function siteRuleTitle({ rule }: Finding): string {
  return siteRules.find(({ id }) => id === rule)?.title() ?? rule;
}
