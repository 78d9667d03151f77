import type { Finding, Severity } from '../../server/src/rules/finding';
import type { CampaignTruth, Truth } from '../traffic/campaigns/truth';
import { MEANINGS, OPEN_ENDED, UNCOUNTED } from './meanings';

/** How far a finding may be from the truth. */
export const TOLERANCE = {
  /** Least share of a campaign's requests whose clients the finding must name. */
  clients: 0.95,
  /** Largest share of requests of anybody else in a finding about a campaign. */
  others: 0.05,
  /** Largest share of requests of people who did nothing, where an endpoint is reported that they use as well. */
  bystanders: 0.01,
  /** Least share of the campaign's requests that must be counted. */
  least: 0.9,
  /** Most that may be counted, as a share of all requests of the campaign's clients. */
  most: 1.1,
} as const;

/** What became of a campaign, from the best to the worst. */
export const VERDICTS = ['found', 'wrong count', 'wrong clients', 'split', 'missed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A campaign and the findings about it. */
export interface CampaignScore {
  readonly campaign: CampaignTruth;
  readonly verdict: Verdict;
  /** Rule by whose findings the verdict was reached. */
  readonly rule?: string;
  readonly severity?: Severity;
  /** What is wrong, for people. */
  readonly detail: string;
  /** Findings about the campaign's clients by any rule, above information. */
  readonly said: number;
}

/** Findings above information that blame somebody who did nothing. */
export interface Accusation {
  readonly finding: Finding;
  readonly clients: readonly string[];
  /** The clients scan the whole internet: noise, taken too seriously. */
  readonly isNoise: boolean;
}

/** Findings of a rule: how many are about a campaign that it is meant for, about another one, about none. */
export interface RuleScore {
  readonly rule: string;
  readonly right: number;
  readonly elsewhere: number;
  readonly wrong: number;
}

/** How the findings of a log compare with the truth. */
export interface LogScore {
  readonly campaigns: readonly CampaignScore[];
  readonly accusations: readonly Accusation[];
  /** Findings above information that are about no campaign. */
  readonly strays: readonly Finding[];
  readonly rules: readonly RuleScore[];
}

/** Compares findings with the truth about their log. */
export function scoreLog(findings: readonly Finding[], truth: Pick<Truth, 'campaigns' | 'noise'>): LogScore {
  const about = new Map(findings.map((finding) => [finding, campaignsOf(finding, truth.campaigns)] as const));
  return {
    campaigns: truth.campaigns.map((campaign) => scoreCampaign(campaign, truth.campaigns, findings, about)),
    accusations: findings.filter(isUrgent).flatMap((finding) => accusationsOf(finding, truth, about.get(finding)!)),
    strays: findings.filter((finding) => isUrgent(finding) && about.get(finding)!.length === 0),
    rules: [...new Set(findings.map(({ rule }) => rule))].map((rule) => scoreRule(rule, findings, about)),
  };
}

/** Whether somebody is asked to act because of a finding. */
export function isUrgent({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

type About = ReadonlyMap<Finding, readonly CampaignTruth[]>;

/** The campaigns that a finding is about: half of what it counts is theirs, or half of theirs is in it. */
function campaignsOf(finding: Finding, campaigns: readonly CampaignTruth[]): CampaignTruth[] {
  return campaigns.filter((campaign) => {
    const shared = sharedRequests(finding, campaign);
    return shared > 0 && (shared * 2 >= countOf(finding) || shared * 2 >= campaign.count);
  });
}

/** Where the clients are unknown, or ordinary people, what they asked for must tell, and that the rule means just that. */
function sharedRequests(finding: Finding, campaign: CampaignTruth): number {
  if (campaign.clients.length > 0 && !campaign.clientsAreVictims) return sharedClients(finding, campaign);
  return MEANINGS[campaign.family].includes(finding.rule) ? sharedEndpoints(finding, campaign) : 0;
}

function sharedClients({ clients }: Finding, campaign: CampaignTruth): number {
  const attackers = new Set(campaign.clients.map(({ address }) => address));
  return sum(clients.filter(({ address }) => attackers.has(address)));
}

function sharedEndpoints(finding: Finding, campaign: CampaignTruth): number {
  const { first, last, endpoints } = finding;
  if (first === undefined || last === undefined) return 0;
  const isApart = Date.parse(last) < Date.parse(campaign.first) || Date.parse(first) > Date.parse(campaign.last);
  if (isApart) return 0;
  const paths = new Set(campaign.endpoints.map(({ method, path }) => `${method} ${path}`));
  return sum(endpoints.filter(({ method, path }) => paths.has(`${method} ${path}`)));
}

function scoreCampaign(
  campaign: CampaignTruth,
  campaigns: readonly CampaignTruth[],
  findings: readonly Finding[],
  about: About,
): CampaignScore {
  const mine = findings.filter((finding) => about.get(finding)!.includes(campaign));
  const said = mine.filter(isUrgent).length;
  const kin = kinOf(campaign, campaigns);
  const judged = MEANINGS[campaign.family].map((rule) => {
    return {
      ...judge(
        campaign,
        kin,
        mine.filter((finding) => finding.rule === rule),
      ),
      rule,
    };
  });
  const best = judged.toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict))[0];
  if (best === undefined || best.verdict === 'missed') {
    const others = [...new Set(mine.map(({ rule, severity }) => `${rule} (${severity})`))];
    return { campaign, verdict: 'missed', detail: others.length > 0 ? `seen as ${others.join(', ')}` : '', said };
  }
  return { campaign, said, ...best };
}

type Judgement = Pick<CampaignScore, 'verdict' | 'detail' | 'severity'>;

/**
 * Judges the findings of one rule about a campaign: one about all of it, or one about each of its clients. A finding may also
 * name those who attack the same place at the same time, and an information gathers whoever tried the same in vain: then its
 * lines about the campaign's own clients are judged.
 */
function judge(campaign: CampaignTruth, kin: ReadonlySet<string>, about: readonly Finding[]): Judgement {
  const [first] = about;
  if (first === undefined) return { verdict: 'missed', detail: '' };
  const { severity } = first;
  const findings = about.map((finding) => partAbout(finding, campaign, isUrgent(finding) ? kin : undefined));
  const one = findings.length === 1;
  const oneEach =
    findings.every(({ clients }) => clients.length === 1) &&
    new Set(findings.map(({ clients }) => clients[0]!.address)).size === findings.length;
  if (!one && !oneEach) return { verdict: 'split', severity, detail: `${findings.length} findings` };
  const problem = campaign.clientsAreVictims ? undefined : problemOfClients(campaign, findings);
  if (problem !== undefined) return { verdict: 'wrong clients', severity, detail: problem };
  const counted = findings.reduce((total, finding) => total + countOf(finding), 0);
  const most = OPEN_ENDED.has(campaign.family) ? Number.POSITIVE_INFINITY : campaign.all * TOLERANCE.most;
  const isRight = counted >= campaign.count * TOLERANCE.least && counted <= most;
  if (isRight || UNCOUNTED.has(campaign.family)) return { verdict: 'found', severity, detail: '' };
  return { verdict: 'wrong count', severity, detail: `${counted} counted, ${campaign.count} of ${campaign.all} true` };
}

/** What a finding says of a campaign's clients; without those to leave out, or of no others where none are named. */
function partAbout(finding: Finding, campaign: CampaignTruth, left: ReadonlySet<string> | undefined): Finding {
  if (campaign.clients.length === 0 || campaign.clientsAreVictims) return finding;
  const attackers = new Set(campaign.clients.map(({ address }) => address));
  const clients = finding.clients.filter(({ address }) =>
    left === undefined ? attackers.has(address) : !left.has(address),
  );
  return clients.length === finding.clients.length ? finding : { ...finding, clients, count: sum(clients) };
}

/** Addresses of those who attack what the campaign attacks. */
function kinOf(campaign: CampaignTruth, campaigns: readonly CampaignTruth[]): ReadonlySet<string> {
  const paths = new Set(campaign.endpoints.map(({ path }) => path));
  const kin = campaigns.filter((each) => each !== campaign && each.endpoints.some(({ path }) => paths.has(path)));
  return new Set(kin.flatMap(({ clients }) => clients.map(({ address }) => address)));
}

function problemOfClients(campaign: CampaignTruth, findings: readonly Finding[]): string | undefined {
  if (campaign.clients.length === 0) return undefined;
  const named = new Set(findings.flatMap(({ clients }) => clients.map(({ address }) => address)));
  const covered = sum(campaign.clients.filter(({ address }) => named.has(address)));
  if (covered < campaign.count * TOLERANCE.clients) {
    const found = campaign.clients.filter(({ address }) => named.has(address)).length;
    return `${found} of ${campaign.clients.length} clients named`;
  }
  const counted = findings.flatMap(({ clients }) => clients);
  const attackers = new Set(campaign.clients.map(({ address }) => address));
  const others = counted.filter(({ address }) => !attackers.has(address));
  if (sum(others) <= sum(counted) * TOLERANCE.others) return undefined;
  return `${others.length} other clients named, with ${sum(others)} of ${sum(counted)} requests`;
}

function accusationsOf(
  finding: Finding,
  { campaigns, noise }: Pick<Truth, 'campaigns' | 'noise'>,
  about: readonly CampaignTruth[],
): Accusation[] {
  // Whoever asks a broken server, or looks at a stolen picture, is named as a witness.
  if (about.some(({ clientsAreVictims }) => clientsAreVictims)) return [];
  const attackers = new Set(
    campaigns.filter((each) => !each.clientsAreVictims).flatMap(({ clients }) => clients.map(({ address }) => address)),
  );
  const scanners = new Set(noise);
  const innocent = finding.clients.filter(({ address }) => !attackers.has(address));
  if (about.length > 0 && sum(innocent) <= sum(finding.clients) * TOLERANCE.bystanders) return [];
  const [noisy, clean] = [
    innocent.filter(({ address }) => scanners.has(address)),
    innocent.filter(({ address }) => !scanners.has(address)),
  ];
  return [
    { finding, clients: clean.map(({ address }) => address), isNoise: false },
    { finding, clients: noisy.map(({ address }) => address), isNoise: true },
  ].filter(({ clients }) => clients.length > 0);
}

function scoreRule(rule: string, findings: readonly Finding[], about: About): RuleScore {
  const own = findings.filter((finding) => finding.rule === rule && isUrgent(finding));
  const isMeant = (finding: Finding): boolean =>
    about.get(finding)!.some(({ family }) => MEANINGS[family].includes(rule));
  const right = own.filter(isMeant).length;
  const wrong = own.filter((finding) => about.get(finding)!.length === 0).length;
  return { rule, right, wrong, elsewhere: own.length - right - wrong };
}

function countOf({ count, clients }: Finding): number {
  return count ?? sum(clients);
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
