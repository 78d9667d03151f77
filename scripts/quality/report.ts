import { SEVERITIES, type Finding } from '../../server/src/rules/finding';
import { terminalText } from '../../server/src/report/terminal';
import type { Analysed } from './engine';
import type { Quality } from './measure';
import { isUrgent, TOLERANCE, type CampaignScore, type LogScore } from './score';

/** What the measurement must reach. */
export const TARGETS = {
  monthErrors: 0,
  monthWarnings: 2,
  /** Least share of campaigns of the attack day that are found, each as one finding with the right clients and counts. */
  found: 0.98,
  accused: 0,
} as const;

/** The figures that targets are set for. */
export interface Summary {
  readonly monthErrors: number;
  readonly monthWarnings: number;
  readonly found: number;
  readonly campaigns: number;
  readonly accused: number;
}

export function summarise({ month, day }: Quality): Summary {
  const withSeverity = (severity: string): number => month.findings.filter((each) => each.severity === severity).length;
  const accused = day.score.accusations.filter(({ isNoise }) => !isNoise).flatMap(({ clients }) => clients);
  return {
    monthErrors: withSeverity('error'),
    monthWarnings: withSeverity('warning'),
    found: day.score.campaigns.filter(({ verdict }) => verdict === 'found').length,
    campaigns: day.score.campaigns.length,
    accused: new Set(accused).size,
  };
}

/** The targets that some runs together miss, in words; none when all is well. No month may be worse than the target. */
export function missedTargets(runs: readonly Summary[]): string[] {
  const most = (figure: (summary: Summary) => number): number => Math.max(...runs.map(figure));
  const sum = (figure: (summary: Summary) => number): number => runs.reduce((total, each) => total + figure(each), 0);
  const monthErrors = most((run) => run.monthErrors);
  const monthWarnings = most((run) => run.monthWarnings);
  const accused = most((run) => run.accused);
  const [found, campaigns] = [sum((run) => run.found), sum((run) => run.campaigns)];
  return [
    monthErrors > TARGETS.monthErrors && `clean month: ${monthErrors} errors, at most ${TARGETS.monthErrors}`,
    monthWarnings > TARGETS.monthWarnings && `clean month: ${monthWarnings} warnings, at most ${TARGETS.monthWarnings}`,
    found < campaigns * TARGETS.found &&
      `attack day: ${found} of ${campaigns} campaigns found, at least ${TARGETS.found * 100} %`,
    accused > TARGETS.accused && `attack day: ${accused} clean clients accused, at most ${TARGETS.accused}`,
  ].filter((problem) => problem !== false);
}

/** Everything that was measured, as lines of text. */
export function reportLines(quality: Quality): string[] {
  const { month, day, others } = quality;
  return [
    `Clean month: ${figures(month)}`,
    `  ${bySeverity(month.findings)}`,
    ...month.findings.filter(isUrgent).map((finding) => `  false alarm  ${findingLine(finding)}`),
    '',
    `Attack day: ${figures(day)}`,
    `  ${bySeverity(day.findings)}`,
    `  Found means: by a rule of that meaning, in one finding (or one for each client), clients with ${percent(TOLERANCE.clients)} of the requests named,`,
    `  at most ${percent(TOLERANCE.others)} of others, count from ${percent(TOLERANCE.least)} of the attack to ${percent(TOLERANCE.most)} of all requests of its clients.`,
    '  An information may gather several clients that tried the same in vain: then its lines about the campaign’s own are judged.',
    ...campaignLines(day.score),
    ...strayLines(day.score),
    ...others.flatMap((other) => [
      '',
      `${other.name}: ${figures(other)}`,
      ...campaignLines(other.score),
      ...strayLines(other.score),
    ]),
    '',
    'Rules on the attack day (findings above information): right, about another attack, about nobody',
    ...day.score.rules.map(
      ({ rule, right, elsewhere, wrong }) => `  ${rule.padEnd(28)} ${pad(right)} ${pad(elsewhere)} ${pad(wrong)}`,
    ),
    '',
    ...day.score.accusations.map(({ finding, clients, isNoise }) => {
      return `${isNoise ? 'Noise taken seriously' : 'Clean client accused'}: ${clients.slice(0, 4).join(' ')} (${clients.length})  ${findingLine(finding)}`;
    }),
  ];
}

function figures({ entries, rejected, took }: Analysed): string {
  const unreadable = rejected > 0 ? `, ${rejected} unreadable` : '';
  return `${entries.toLocaleString('en')} entries${unreadable}, judged in ${(took / 1000).toFixed(1)} s`;
}

function bySeverity(findings: readonly Finding[]): string {
  return SEVERITIES.map(
    (severity) => `${severity} ${findings.filter((each) => each.severity === severity).length}`,
  ).join(', ');
}

function campaignLines({ campaigns }: LogScore): string[] {
  return campaigns.map((score) => `  ${campaignLine(score)}`);
}

function strayLines({ strays }: LogScore): string[] {
  return strays.map((finding) => `  about nobody  ${findingLine(finding)}`);
}

function campaignLine({ campaign, verdict, rule = '', severity, detail, said }: CampaignScore): string {
  const size = `${campaign.clients.length}×${campaign.count}`;
  return `${verdict.padEnd(14)} ${campaign.family.padEnd(26)} ${size.padEnd(10)} ${rule.padEnd(24)} ${(severity ?? '').padEnd(12)} said ${said}×  ${detail}`.trimEnd();
}

function findingLine({ rule, severity, title }: Finding): string {
  return `${rule} (${severity})  ${terminalText(title)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function pad(value: number): string {
  return String(value).padStart(4);
}
