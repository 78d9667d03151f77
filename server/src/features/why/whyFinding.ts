import type { Command } from 'vscode-languageserver-protocol';
import type { AddressDataState } from '../../address/addressDataSource';
import { addressDataAttribution, countryNote } from '../../address/attribution';
import { addressKindName } from '../../address/addressKind';
import { countryName } from '../../address/countryName';
import { parseAddress } from '../../address/parseAddress';
import type { LogOutcome, OpenLog } from '../../logDocument';
import { count, currentLocale } from '../../numbers';
import { describeProblem } from '../../problems';
import {
  FINDING_DOCUMENT_LINES,
  OPEN_SETTINGS_COMMAND,
  SHOW_LOG_LINE_COMMAND,
  SHOW_RULE_COMMAND,
  WHY_FINDING_COMMAND,
  type FindingAction,
  type FindingOfLog,
  type WhyFinding,
} from '../../protocol';
import { terminalText } from '../../report/terminal';
import { linesIn, type Finding } from '../../rules/finding';
import { logRules } from '../../rules/log/table';
import { optionValues } from '../../rules/optionValues';
import type { Rule, RuleSettings } from '../../rules/rule';
import { severityMeaning, severityName } from '../../rules/severityWords';
import { shortened } from '../../shortened';
import { t } from '../../words';
import { command, findingCommands } from '../findingCommands';
import { findingOf, firstLineOf } from '../findingKey';
import { tuningCommands } from '../tuning';
import { figuresOf } from './figures';

/** Longest part of a line that is shown, in UTF-16 units; a line can be as long as an attacker likes. */
const LONGEST_LINE = 1_000;
const MOST_CLIENTS = 30;
const MOST_ENDPOINTS = 20;

/** What an explanation needs beside the log. */
export interface WhyTools {
  readonly rules: RuleSettings;
  readonly network: AddressDataState;
}

/** A part of the explanation with what can be done there. */
interface Section {
  readonly lines: readonly string[];
  readonly commands?: readonly Command[];
}

/** Why there is a finding, as plain text: everything that comes from the log is shown as it is, hidden characters written out. */
export async function whyFinding(
  outcome: LogOutcome | undefined,
  which: FindingOfLog,
  tools: WhyTools,
): Promise<WhyFinding> {
  const finding = outcome?.kind === 'read' ? findingOf(outcome.log, which) : undefined;
  if (outcome?.kind !== 'read' || finding === undefined) {
    return { text: t('This finding is no longer there: the log or the settings have changed.'), actions: [] };
  }
  const { log } = outcome;
  return joined([
    { lines: [terminalText(finding.title)], commands: lineCommands(log, finding) },
    section(t('How urgent'), [`${severityName(finding.severity)}: ${severityMeaning(finding.severity)}`]),
    section(t('What was seen'), [terminalText(finding.detail)]),
    section(t('What to do'), [terminalText(finding.advice)]),
    section(t('Who'), clientLines(finding, tools.network)),
    section(t('What was asked for'), endpointLines(finding)),
    section(t('Measured'), measured(log, finding)),
    ...ruleSections(finding, tools.rules),
    section(t('How sure is this?'), [sureness()], tuningCommands(finding)),
    ...(await evidence(log, finding)),
  ]);
}

/** One text out of the parts that have anything to say, with a blank line between them. */
function joined(sections: readonly Section[]): WhyFinding {
  const lines: string[] = [];
  const actions: FindingAction[] = [];
  for (const { lines: own, commands = [] } of sections) {
    if (own.length === 0) continue;
    if (lines.length > 0) lines.push('');
    const line = lines.length;
    actions.push(...commands.map((each) => actionAt(line, each)));
    lines.push(...own.flatMap((each) => each.split('\n')));
  }
  return { text: lines.join('\n'), actions };
}

function actionAt(line: number, { title, command: name, arguments: [argument] = [] }: Command): FindingAction {
  return { line, title, command: name, argument };
}

/** A heading and its lines; nothing where there are none. */
function section(heading: string, lines: readonly string[], commands: readonly Command[] = []): Section {
  return lines.length === 0 ? { lines } : { lines: [`■ ${heading}`, ...lines], commands };
}

/** The way to the finding, and what its lenses offer beside this document. */
function lineCommands(log: OpenLog, finding: Finding): Command[] {
  const line = firstLineOf(finding) - 1;
  return [
    command(t('Go to its first line'), SHOW_LOG_LINE_COMMAND, { uri: log.uri, line }),
    ...findingCommands(log, finding).filter((each) => each.command !== WHY_FINDING_COMMAND),
  ];
}

function clientLines({ clients }: Finding, network: AddressDataState): string[] {
  const shown = clients.slice(0, MOST_CLIENTS);
  if (shown.length === 0) return [];
  const credit = network.data === undefined ? [] : [countryNote(), addressDataAttribution(network.data.date)];
  return [
    ...shown.map(({ address, count: requests }) => {
      return `${padded(requests)}  ${terminalText(shortened(address))}  ${terminalText(describeNetwork(address, network))}`.trimEnd();
    }),
    ...more(clients.length - shown.length),
    ...credit,
  ];
}

function describeNetwork(text: string, { data }: AddressDataState): string {
  const address = parseAddress(text);
  if (address === undefined) return '';
  if (address.kind !== 'public') return addressKindName(address.kind);
  const { country, asn, organisation } = data?.lookup(address) ?? {};
  return [
    country === undefined ? '' : `${country} ${countryName(country, currentLocale())}`,
    asn === undefined ? '' : `AS${asn}`,
    organisation ?? '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function endpointLines({ endpoints }: Finding): string[] {
  const shown = endpoints.slice(0, MOST_ENDPOINTS);
  return [
    ...shown.map(({ method, path, count: requests }) => {
      return `${padded(requests)}  ${terminalText(shortened(`${method} ${path}`.trimStart()))}`;
    }),
    ...more(endpoints.length - shown.length),
  ];
}

function measured(log: OpenLog, finding: Finding): string[] {
  const rows = linesIn(finding, log.name)
    .map((line) => log.model.table.rowOfLine(line) ?? 0)
    .filter((row) => row < log.model.table.rows);
  return rows.length === 0 ? [] : figuresOf(log.model, rows);
}

/** What the rule looks for, and its thresholds with the values in force. */
function ruleSections(finding: Finding, settings: RuleSettings): Section[] {
  const rule = logRules.find(({ id }) => id === finding.rule);
  if (rule === undefined) return [];
  return [
    section(
      t('The rule “{0}”', rule.title()),
      [rule.explanation()],
      [command(t('About this rule'), SHOW_RULE_COMMAND, rule.id)],
    ),
    section(t('Its thresholds'), thresholds(rule, settings[rule.id]), [
      command(t('Change its settings'), OPEN_SETTINGS_COMMAND, `logSiteAudit.rules.${rule.id}.`),
    ]),
  ];
}

function thresholds({ id, options }: Pick<Rule<never>, 'id' | 'options'>, setting: unknown): string[] {
  const values = optionValues(options, setting);
  const lines = Object.entries(options).map(([name, { default: usual, unit, description }]) => {
    const value = `${values[name]} ${unit}`;
    const changed = values[name] === usual ? value : t('{0} (usual: {1})', value, String(usual));
    return `${t('{0}: {1}', changed, description())}\n    logSiteAudit.rules.${id}.${name}`;
  });
  return [...lines, `${t('How urgent its findings are')}\n    logSiteAudit.rules.${id}.severity`];
}

function sureness(): string {
  return t(
    'A finding is drawn from what the log shows: who asked for what, when, how often, and what the server answered. What was sent along with a request is not in the log, so it is a reason to look, not proof. If the requests are yours or wanted, the light bulb at the finding ignores them or the rule.',
  );
}

/** The first lines that belong to the finding. */
async function evidence(log: OpenLog, finding: Finding): Promise<Section[]> {
  const all = linesIn(finding, log.name);
  const lines = all.subarray(0, FINDING_DOCUMENT_LINES);
  if (lines.length === 0) return [];
  const heading =
    all.length > lines.length
      ? t('The first {0} of {1} lines of the log', count(lines.length), count(all.length))
      : t('Its lines of the log');
  const texts = await log.lines.lines(lines).catch((error: unknown) => [describeProblem(error)]);
  return [
    section(
      heading,
      texts.map((text, index) => `${padded(lines[index]!)}  ${cut(terminalText(text))}`),
    ),
  ];
}

function cut(text: string): string {
  return text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE)}…`;
}

function more(left: number): string[] {
  return left > 0 ? [t('… and {0} more', count(left))] : [];
}

function padded(value: number): string {
  return count(value).padStart(9);
}
