import assert from 'node:assert/strict';
import { scoreLog, type CampaignScore } from '../../../scripts/quality/score';
import type { CampaignFamily } from '../../../scripts/traffic/campaigns/campaign';
import type { CampaignTruth } from '../../../scripts/traffic/campaigns/truth';
import type { Finding } from '../../../server/src/rules/finding';

const NOISE = '198.51.100.99';
const PERSON = '203.0.113.5';
const FIRST = '2025-09-01T10:00:00.000Z';
const LAST = '2025-09-01T12:00:00.000Z';

function campaign(
  family: CampaignFamily,
  clients: Record<string, number>,
  rest: Partial<CampaignTruth> = {},
): CampaignTruth {
  const counts = Object.entries(clients).map(([address, count]) => ({ address, count }));
  const count = counts.reduce((sum, each) => sum + each.count, 0);
  return {
    id: family,
    family,
    meaning: 'bad',
    worked: true,
    clientsAreVictims: false,
    clients: counts,
    endpoints: [{ method: 'POST', path: '/form.php', count }],
    count,
    all: count,
    first: FIRST,
    last: LAST,
    ...rest,
  };
}

function finding(rule: string, clients: Record<string, number>, rest: Partial<Finding> = {}): Finding {
  const counts = Object.entries(clients).map(([address, count]) => ({ address, count }));
  const count = counts.reduce((sum, each) => sum + each.count, 0);
  return {
    rule,
    severity: 'error',
    title: rule,
    detail: '',
    advice: '',
    count,
    first: FIRST,
    last: LAST,
    clients: counts,
    endpoints: [{ method: 'POST', path: '/form.php', count }],
    places: [],
    ...rest,
  };
}

const FLOOD = campaign('form-flood', { '192.0.2.1': 1_000, '192.0.2.2': 900 });

function verdictOf(findings: Finding[], truth = FLOOD): Pick<CampaignScore, 'verdict' | 'rule'> {
  const { verdict, rule } = scoreLog(findings, { campaigns: [truth], noise: [] }).campaigns[0]!;
  return { verdict, ...(rule !== undefined && { rule }) };
}

function gathered(severity: Finding['severity']): Finding {
  return finding('sensitive-file-hunt', { [NOISE]: 90, '192.0.2.1': 60 }, { severity });
}

function counted(count: number): Finding {
  return finding('hot-endpoint', { '192.0.2.1': 1_000, '192.0.2.2': 900 }, { count });
}

function accusations(findings: Finding[]): [clients: readonly string[], isNoise: boolean][] {
  const { accusations: found } = scoreLog(findings, { campaigns: [FLOOD], noise: [NOISE] });
  return found.map(({ clients, isNoise }) => [clients, isNoise]);
}

describe('A campaign', () => {
  it('is found by one finding about all of it', () => {
    const found = finding('hot-endpoint', { '192.0.2.1': 1_000, '192.0.2.2': 900 });
    assert.deepEqual(verdictOf([found]), { verdict: 'found', rule: 'hot-endpoint' });
  });

  it('is found by one finding about each of its clients', () => {
    const each = [finding('flood-address', { '192.0.2.1': 1_000 }), finding('flood-address', { '192.0.2.2': 900 })];
    assert.deepEqual(verdictOf(each), { verdict: 'found', rule: 'flood-address' });
  });

  it('is missed without a finding, and by a rule that means something else', () => {
    assert.deepEqual(verdictOf([]), { verdict: 'missed' });
    assert.deepEqual(verdictOf([finding('crawl', { '192.0.2.1': 1_000, '192.0.2.2': 900 })]), { verdict: 'missed' });
  });

  it('is split when one rule reports the same client twice', () => {
    const twice = [finding('flood-address', { '192.0.2.1': 1_000 }), finding('flood-address', { '192.0.2.1': 900 })];
    assert.deepEqual(verdictOf(twice), { verdict: 'split', rule: 'flood-address' });
  });

  it('has the wrong clients when some are missing or strangers are among them', () => {
    const one = finding('flood-address', { '192.0.2.1': 1_000 });
    assert.equal(verdictOf([one]).verdict, 'wrong clients');
    const stranger = finding('hot-endpoint', { '192.0.2.1': 1_000, '192.0.2.2': 900, [PERSON]: 150 });
    assert.equal(verdictOf([stranger]).verdict, 'wrong clients');
  });

  it('is found in a finding that also names those who attack the same place', () => {
    const guessing = campaign('wordpress-brute-force', { '192.0.2.8': 200 });
    const success = campaign('log-in-after-failures', { '192.0.2.9': 90 });
    const both = finding('brute-force', { '192.0.2.8': 200, '192.0.2.9': 90 });
    const verdicts = (truths: CampaignTruth[]): string[] =>
      scoreLog([both], { campaigns: truths, noise: [] }).campaigns.map(({ verdict }) => verdict);
    assert.deepEqual(verdicts([guessing, success]), ['found', 'missed']);
    const elsewhere = { ...success, endpoints: [{ method: 'POST', path: '/elsewhere', count: 90 }] };
    assert.deepEqual(verdicts([guessing, elsewhere]), ['wrong clients', 'missed']);
  });

  it('is found in an information that gathers whoever tried in vain', () => {
    const hunt = campaign('secret-files', { '192.0.2.1': 60 });
    assert.equal(verdictOf([gathered('information')], hunt).verdict, 'found');
    assert.equal(verdictOf([gathered('warning')], hunt).verdict, 'wrong clients');
  });

  it('has the wrong count when a tenth is missing or a tenth too much', () => {
    assert.equal(verdictOf([counted(1_700)]).verdict, 'wrong count');
    assert.equal(verdictOf([counted(1_720)]).verdict, 'found');
    assert.equal(verdictOf([counted(2_080)]).verdict, 'found');
    assert.equal(verdictOf([counted(2_100)]).verdict, 'wrong count');
  });

  it('may count what it brings along', () => {
    const withPages = campaign('wordpress-brute-force', { '192.0.2.1': 500 }, { all: 1_000 });
    assert.equal(verdictOf([finding('brute-force', { '192.0.2.1': 1_000 })], withPages).verdict, 'found');
  });

  it('against people is told by what they asked for', () => {
    const errors = campaign('server-errors', { [PERSON]: 20, '203.0.113.6': 20 }, { clientsAreVictims: true });
    assert.equal(verdictOf([finding('server-errors', { [PERSON]: 40 })], errors).verdict, 'found');
    const later = { first: '2025-09-02T10:00:00Z', last: '2025-09-02T11:00:00Z' };
    assert.equal(verdictOf([finding('server-errors', { [PERSON]: 40 }, later)], errors).verdict, 'missed');
  });
});

describe('Somebody who did nothing', () => {
  it('is accused by a warning, not by an information', () => {
    assert.deepEqual(accusations([finding('crawl', { [PERSON]: 50 }, { severity: 'warning' })]), [[[PERSON], false]]);
    assert.deepEqual(accusations([finding('crawl', { [PERSON]: 50 }, { severity: 'information' })]), []);
  });

  it('is a bystander where an attack is reported whose endpoint one in a hundred requests is theirs', () => {
    const withPerson = (count: number): Finding =>
      finding('hot-endpoint', { '192.0.2.1': 1_000, '192.0.2.2': 900, [PERSON]: count });
    assert.deepEqual(accusations([withPerson(19)]), []);
    assert.deepEqual(accusations([withPerson(20)]), [[[PERSON], false]]);
  });

  it('is told apart from the noise of the internet', () => {
    assert.deepEqual(accusations([finding('path-sweep', { [NOISE]: 5, [PERSON]: 5 })]), [
      [[PERSON], false],
      [[NOISE], true],
    ]);
  });
});

describe('A rule', () => {
  it('is right about its own families, elsewhere about others, wrong about nobody', () => {
    const findings = [
      finding('hot-endpoint', { '192.0.2.1': 1_000, '192.0.2.2': 900 }),
      finding('crawl', { '192.0.2.1': 1_000 }),
      finding('crawl', { [PERSON]: 9 }),
    ];
    assert.deepEqual(scoreLog(findings, { campaigns: [FLOOD], noise: [] }).rules, [
      { rule: 'hot-endpoint', right: 1, elsewhere: 0, wrong: 0 },
      { rule: 'crawl', right: 0, elsewhere: 1, wrong: 1 },
    ]);
  });
});
