import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { terminalText } from '../../server/src/report/terminal';
import type { Finding, Severity } from '../../server/src/rules/finding';
import { analyse } from './engine';

/** A line of the regression tests of OWASP's Core Rule Set, sent by an address of its own. */
interface RuleSetCase {
  readonly line: number;
  readonly ip: string;
  readonly rule_id: number;
  readonly test_id: number;
  readonly family: string;
  /** 1 holds for all sites; higher levels accuse more, wrongly too. */
  readonly paranoia_level: number;
  /** `high` where the test is about a false alarm; else only that one rule must stay silent. */
  readonly benign_confidence?: string;
}

/** What CrowdSec's tests expect of a log. */
interface Expected {
  /** The log is an access log of a known format. */
  readonly plain_access: boolean;
  readonly no_alert_expected: boolean;
  readonly scenarios: readonly { readonly scenario: string; readonly ips: readonly string[] }[];
}

const LONGEST_LINE_SHOWN = 200;
/** Misses of a group that are shown. */
const MOST_SHOWN = 400;

/** Scores the logs of a folder that holds `crs/` or `crowdsec/`, or both: recall, precision and every miss, as lines of text. */
export async function evaluateFolder(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  const lines = [
    ...(names.includes('crs') ? await evaluateRuleSet(path.join(folder, 'crs')) : []),
    ...(names.includes('crowdsec') ? await evaluateScenarios(path.join(folder, 'crowdsec')) : []),
  ];
  if (lines.length === 0) throw new Error(`${folder} holds neither crs/ nor crowdsec/.`);
  return lines;
}

/** A line counts as flagged when any finding above a hint names its client. */
async function evaluateRuleSet(folder: string): Promise<string[]> {
  const attacks = await readCases(folder, 'attacks');
  const benign = await readCases(folder, 'benign');
  const hit = clientsOf(await findingsOf(folder, 'attacks.log'), ['error', 'warning', 'information']);
  const accused = clientsOf(await findingsOf(folder, 'benign.log'), ['error', 'warning', 'information']);
  const missed = attacks.filter(({ ip }) => !hit.has(ip));
  const blamed = benign.filter(({ ip }) => accused.has(ip));
  const flagged = attacks.length - missed.length;
  const families = [...new Set(attacks.map(({ family }) => family))];
  return [
    'OWASP Core Rule Set, lines flagged: level 1, all levels',
    ...families.map((family) => {
      const own = attacks.filter((each) => each.family === family);
      const lost = missed.filter((each) => each.family === family);
      return `  ${family.padEnd(24)} ${share(ofLevel1(own), ofLevel1(lost))}   ${share(own, lost)}`;
    }),
    `  ${'all families'.padEnd(24)} ${share(ofLevel1(attacks), ofLevel1(missed))}   ${share(attacks, missed)}`,
    `  benign lines accused: ${percent(blamed.length, benign.length)} of ${benign.length}, sure ones ${percent(certain(blamed).length, certain(benign).length)} of ${certain(benign).length}`,
    `  precision: ${percent(flagged, flagged + blamed.length)}`,
    ...(await shown(folder, 'attacks.log', 'missed', missed)),
    ...(await shown(folder, 'benign.log', 'accused', blamed)),
  ];
}

/** Every asserted client must be named above a hint; a log without asserted alerts must name nobody above information. */
async function evaluateScenarios(folder: string): Promise<string[]> {
  const problems: string[] = [];
  let tests = 0;
  for (const name of (await readdir(folder)).toSorted()) {
    const expected = JSON.parse(await readFile(path.join(folder, name, 'expected.json'), 'utf8')) as Expected;
    const wanted = new Set(expected.scenarios.flatMap(({ ips }) => ips));
    if (!expected.plain_access || (wanted.size === 0 && !expected.no_alert_expected)) continue;
    tests += 1;
    const findings = await findingsOf(path.join(folder, name), `${name}.log`);
    const missed = [...wanted].filter((ip) => !clientsOf(findings, ['error', 'warning', 'information']).has(ip));
    const blamed = wanted.size === 0 ? [...clientsOf(findings, ['error', 'warning'])] : [];
    const scenarios = [...new Set(expected.scenarios.map(({ scenario }) => scenario))].join(', ');
    if (missed.length > 0) problems.push(`  missed ${name}: ${missed.slice(0, 4).join(' ')} (${scenarios})`);
    if (blamed.length > 0) problems.push(`  accused ${name}: ${blamed.slice(0, 4).join(' ')}`);
  }
  return ['', `CrowdSec scenarios: ${tests - problems.length} of ${tests} logs as expected`, ...problems];
}

function ofLevel1(cases: readonly RuleSetCase[]): RuleSetCase[] {
  return cases.filter((each) => each.paranoia_level === 1);
}

function certain(cases: readonly RuleSetCase[]): RuleSetCase[] {
  return cases.filter((each) => each.benign_confidence === 'high');
}

async function findingsOf(folder: string, log: string): Promise<readonly Finding[]> {
  return (await analyse(path.join(folder, log))).findings;
}

async function readCases(folder: string, name: string): Promise<RuleSetCase[]> {
  return JSON.parse(await readFile(path.join(folder, `${name}.json`), 'utf8')) as RuleSetCase[];
}

function clientsOf(findings: readonly Finding[], severities: readonly Severity[]): Set<string> {
  const urgent = findings.filter(({ severity }) => severities.includes(severity));
  return new Set(urgent.flatMap(({ clients }) => clients.map(({ address }) => address)));
}

async function shown(folder: string, log: string, what: string, cases: readonly RuleSetCase[]): Promise<string[]> {
  const lines = (await readFile(path.join(folder, log), 'latin1')).split('\n');
  const texts = cases.slice(0, MOST_SHOWN).map(({ line, rule_id, test_id, paranoia_level }) => {
    const text = terminalText(lines[line - 1] ?? '').slice(0, LONGEST_LINE_SHOWN);
    return `  ${what} ${rule_id}-${test_id} level ${paranoia_level}  ${text}`;
  });
  return cases.length > MOST_SHOWN ? [...texts, `  … and ${cases.length - MOST_SHOWN} more`] : texts;
}

function share(all: readonly unknown[], missed: readonly unknown[]): string {
  return `${percent(all.length - missed.length, all.length)} of ${all.length}`.padEnd(16);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
