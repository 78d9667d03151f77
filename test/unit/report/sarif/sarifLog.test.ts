import assert from 'node:assert/strict';
import { sarifLog } from '../../../../server/src/report/sarif/sarifLog';
import type { Finding } from '../../../../server/src/rules/finding';
import { logRules } from '../../../../server/src/rules/log/table';
import { siteRules } from '../../../../server/src/rules/site/table';
import { HOSTILE_TEXTS } from '../../../support/hostile';
import { findingOfSite } from '../../../support/siteFindings';

interface Message {
  readonly text: string;
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region?: Readonly<Record<string, number>>;
  };
  readonly message?: Message;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Message;
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Run {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly rules: readonly ({ readonly id: string; readonly name: string } & Readonly<Record<string, unknown>>)[];
    };
  };
  readonly language: string;
  readonly columnKind: string;
  readonly originalUriBaseIds: Readonly<Record<string, object>>;
  readonly results: readonly Result[];
}

const FLOOD = findingOfSite({
  rule: 'flood-address',
  count: 30,
  first: '2021-11-01T10:00:00+09:00',
  last: '2021-11-01T11:00:00+09:00',
  clients: [{ address: '192.0.2.1', count: 30 }],
  endpoints: [{ method: 'POST', path: '/l.php', count: 30 }],
  places: [{ file: '/home/u/logs/a/access.log', line: 1 }],
});

function runOf(site: readonly Finding[], logs: readonly Finding[] = []): Run {
  const log = JSON.parse(sarifLog({ site, logs }, 'en')) as { readonly runs: readonly [Run] };
  return log.runs[0];
}

function locationOf(change: Partial<Finding>): Location {
  return runOf([findingOfSite(change)]).results[0]!.locations[0]!;
}

/** Section numbers are those of SARIF 2.1.0 Plus Errata 01. */
describe('SARIF', () => {
  it('has its version, its schema and one run (§3.13)', () => {
    const log = JSON.parse(sarifLog({}, 'ja')) as Record<string, unknown>;
    assert.deepEqual(Object.keys(log), ['$schema', 'version', 'runs']);
    assert.match(String(log['$schema']), /^https:\/\/docs\.oasis-open\.org\/sarif\/.*sarif-schema-2\.1\.0\.json$/);
    assert.equal(log['version'], '2.1.0');
    const [run] = log['runs'] as [Run];
    assert.deepEqual(run.results, [], 'a run that found nothing has an empty list (§3.14.23)');
    assert.equal(run.language, 'ja');
    assert.equal(run.columnKind, 'utf16CodeUnits', 'as columns of findings are counted (§3.14.17)');
  });

  it('describes every rule of the tables, each once (§3.19.23, §3.49)', () => {
    const { rules } = runOf([]).tool.driver;
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(
      ids,
      [...siteRules, ...logRules].map(({ id }) => id),
    );
    assert.equal(new Set(ids).size, ids.length);
    for (const rule of rules) {
      assert.match(rule.name, /^(?:[A-Z0-9][a-z0-9]*)+$/);
      for (const key of ['shortDescription', 'fullDescription', 'help']) assert.ok((rule[key] as Message).text !== '');
      const { level } = rule['defaultConfiguration'] as { readonly level: string };
      assert.ok(['error', 'warning', 'note'].includes(level));
    }
  });

  it('names the rule of each result by id and by index (§3.27.5, §3.27.6)', () => {
    const { results, tool } = runOf([findingOfSite()], [FLOOD]);
    assert.deepEqual(
      results.map(({ ruleId }) => ruleId),
      ['suspicious-code', 'flood-address'],
    );
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]!.id, ruleId);
  });

  it('has a level for each severity (§3.27.10)', () => {
    const severities = ['error', 'warning', 'information', 'hint'] as const;
    const { results } = runOf(severities.map((severity) => findingOfSite({ severity })));
    assert.deepEqual(
      results.map(({ level }) => level),
      ['error', 'warning', 'note', 'note'],
    );
  });

  it('shows a finding at its first place, and relates the others (§3.27.12, §3.27.22)', () => {
    const places = [
      { file: 'a b/お.php', line: 3, column: 5, endColumn: 12, note: 'runs here' },
      { file: 'l.php', line: 9 },
      { file: 'whole.php' },
    ];
    const [result] = runOf([findingOfSite({ places })]).results;
    assert.deepEqual(result!.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20b/%E3%81%8A.php', uriBaseId: 'SITE' },
          region: { startLine: 3, startColumn: 5, endColumn: 12 },
        },
        message: { text: 'runs here' },
      },
    ]);
    assert.deepEqual(
      result!.relatedLocations!.map(({ physicalLocation }) => physicalLocation.region),
      [{ startLine: 9 }, undefined],
    );
  });

  it('says how many places it leaves out', () => {
    const places = [...Array(151).keys()].map((line) => ({ file: 'l.php', line: line + 1 }));
    const [result] = runOf([findingOfSite({ places, placesTruncated: 7 })]).results;
    assert.equal(result!.relatedLocations!.length, 100);
    assert.equal(result!.properties['placesLeftOut'], 57);
  });

  it('names files by relative references to folders that it defines, and no folder of the computer (§3.4.3, §3.14.14)', () => {
    const inOther = { ...FLOOD, places: [{ file: '/home/u/logs/b/access.log', line: 1 }] };
    const run = runOf([], [FLOOD, inOther]);
    const locations = run.results.map(({ locations: [first] }) => first!.physicalLocation.artifactLocation);
    assert.deepEqual(locations, [
      { uri: 'a/access.log', uriBaseId: 'LOGS' },
      { uri: 'b/access.log', uriBaseId: 'LOGS' },
    ]);
    assert.deepEqual(Object.keys(run.originalUriBaseIds), ['SITE', 'LOGS']);
    assert.doesNotMatch(JSON.stringify(run), /home/);
    assert.equal(runOf([], [FLOOD]).results[0]!.locations[0]!.physicalLocation.artifactLocation.uri, 'access.log');
    const windows = { ...FLOOD, places: [{ file: String.raw`C:\logs\access.log`, line: 1 }] };
    assert.equal(runOf([], [windows]).results[0]!.locations[0]!.physicalLocation.artifactLocation.uri, 'access.log');
  });

  it('leads nowhere else, whatever a file is called', () => {
    const names = ['../../etc/passwd', 'https://evil.example/x', '//evil.example/x', 'a?b#c.php', 'x\ud800.php', ':a'];
    for (const file of names) {
      const { uri } = locationOf({ places: [{ file }] }).physicalLocation.artifactLocation;
      const resolved = new URL(uri, 'https://base.example/site/');
      assert.ok(resolved.href.startsWith('https://base.example/site/'), file);
      assert.equal(resolved.search + resolved.hash, '');
    }
  });

  it('knows a finding again when lines move and counts grow (§3.27.17)', () => {
    const printOf = (finding: Finding): string => runOf([finding]).results[0]!.partialFingerprints['logSiteAudit/v1']!;
    const before = printOf(findingOfSite());
    const moved = findingOfSite({ title: 'Other words', count: 9, places: [{ file: 'l.php', line: 99 }] });
    assert.equal(printOf(moved), before);
    assert.notEqual(printOf(findingOfSite({ places: [{ file: 'm.php', line: 3 }] })), before);
    assert.notEqual(printOf(findingOfSite({ rule: 'dangerous-tool' })), before);
    const { results } = runOf([findingOfSite(), findingOfSite()]);
    assert.equal(new Set(results.map((each) => each.partialFingerprints['logSiteAudit/v1'])).size, 2);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`has messages without links and placeholders of others where texts hold ${name} (§3.11.5, §3.11.6)`, () => {
      const { message } = runOf([findingOfSite({ title: text, detail: 'x' })]).results[0]!;
      const rest = message.text.replaceAll(/\\[[\]\\]|\{\{|\}\}/g, '');
      assert.doesNotMatch(rest, /[[\]{}\\]/);
      assert.doesNotMatch(message.text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
    });
  }
});
