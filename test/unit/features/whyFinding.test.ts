import assert from 'node:assert/strict';
import { keyOf } from '../../../server/src/features/findingKey';
import { whyFinding, type WhyTools } from '../../../server/src/features/why/whyFinding';
import { findingUri, isFindingOfLog, parseFindingUri, type FindingOfLog } from '../../../server/src/protocol';
import type { RuleSettings } from '../../../server/src/rules/rule';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { combinedLine } from '../../support/lines';
import { LOG_URI, openLogOf } from '../../support/openLog';
import { every, logText } from '../../support/traffic';

const ROBOT = '192.0.2.66';
const TOOLS: WhyTools = { rules: {}, network: { problem: 'No data.' } };
const TEXT = logText(every(30, 10, '192.0.2.1', 'GET /'), every(3, 300, ROBOT, 'POST /tw/form.php', 500));

/** Why the first finding of a rule is there. */
async function why(text: string, rule = 'flood-address', rules: RuleSettings = {}): Promise<string> {
  const log = await openLogOf(text, { rules });
  const finding = log.findings.find((each) => each.rule === rule)!;
  return (await whyFinding({ kind: 'read', log }, keyOf(log, finding), { ...TOOLS, rules })).text;
}

describe('Why there is a finding', () => {
  it('is told with what was seen, who it was, what to do and how urgent it is', async () => {
    const text = await why(TEXT);
    assert.match(text, /^192\.0\.2\.66 flooded POST \/tw\/form\.php: 300 requests\n/);
    assert.match(text, /■ How urgent\nError: Act now\./);
    assert.match(text, /■ Who\n {6}300 {2}192\.0\.2\.66 {2}example address/);
    assert.match(text, /■ What was asked for\n {6}300 {2}POST \/tw\/form\.php/);
    assert.match(text, /■ What to do\nOpen \/tw\/form\.php/);
    assert.match(text, /■ How sure is this\?\n/);
  });

  it('shows what was measured', async () => {
    const text = await why(TEXT);
    assert.match(text, /Requests: 300 \(97% of the log\)/);
    assert.match(text, /Busiest minute: 20\nBusiest hour: 300\nAnswered: 100%\nStatuses: 200: 300\nAddresses: 1\n/);
  });

  it('shows the thresholds in force, and where to change them', async () => {
    assert.match(
      await why(TEXT),
      /100 requests: Fewest POST .*\n {4}logSiteAudit\.rules\.flood-address\.minimumWrites/,
    );
    const changed = await why(TEXT, 'flood-address', { 'flood-address': { minimumWrites: 50, readsPerMinute: 0 } });
    assert.match(changed, /50 requests \(usual: 100\): Fewest POST/);
    assert.match(changed, /1 requests\/minute \(usual: 60\): /);
  });

  it('shows the first lines of the log that belong to it, and says that there are more', async () => {
    const text = await why(TEXT);
    assert.match(text, /■ The first 50 of 300 lines of the log\n {7}11 {2}192\.0\.2\.66 - - \[/);
    assert.equal(text.split('\n').filter((line) => line.includes('"POST /tw/form.php')).length, 50);
  });

  it('says how many clients are left out', async () => {
    const clients = Array.from({ length: 45 }, (_, n) => every(5, 60, `192.0.2.${n + 1}`, 'POST /tw/form.php', n));
    const text = await why(logText(...clients), 'hot-endpoint');
    assert.equal(text.split('\n').filter((line) => /^ {7}60 {2}192\./.test(line)).length, 30);
    assert.match(text, /… and 15 more/);
  });

  it('comes with what can be done, each beside what it is about', async () => {
    const log = await openLogOf(TEXT);
    const { text, actions } = await whyFinding({ kind: 'read', log }, keyOf(log, log.findings[0]!), TOOLS);
    const headings = text.split('\n');
    assert.deepEqual(
      actions.map(({ line, title }) => `${headings[line]!.slice(0, 20)}: ${title}`),
      [
        '192.0.2.66 flooded P: Go to its first line',
        '192.0.2.66 flooded P: Show only these lines',
        '192.0.2.66 flooded P: Show the file',
        '192.0.2.66 flooded P: Look up address',
        '■ The rule “Flood ad: About this rule',
        '■ Its thresholds: Change its settings',
        '■ How sure is this?: Not an attack here: ignore 192.0.2.66',
        '■ How sure is this?: Not an attack here: ignore requests for /tw/form.php',
        '■ How sure is this?: Report “Flood address” as information only',
        '■ How sure is this?: Switch the rule “Flood address” off',
      ],
    );
    assert.deepEqual(actions[0]?.argument, { uri: LOG_URI, line: 10 });
  });

  it('is gone when the finding is', async () => {
    const log = await openLogOf(TEXT);
    const key = keyOf(log, log.findings[0]!);
    const gone = 'This finding is no longer there: the log or the settings have changed.';
    const ask = async (which: FindingOfLog): Promise<string> =>
      (await whyFinding({ kind: 'read', log }, which, TOOLS)).text;
    assert.notEqual(await ask(key), gone);
    assert.equal(await ask({ ...key, nth: 9 }), gone);
    assert.equal(await ask({ ...key, rule: 'no-rule' }), gone);
    assert.deepEqual(await whyFinding(undefined, key, TOOLS), { text: gone, actions: [] });
    assert.equal((await whyFinding({ kind: 'problem', message: 'x' }, key, TOOLS)).text, gone);
  });

  it('is told of each of several findings of a rule on one line', async () => {
    const log = await openLogOf(TEXT);
    const [finding] = log.findings;
    const twice = { ...log, findings: [finding!, { ...finding!, title: 'The other one' }] };
    const keys = twice.findings.map((each) => keyOf(twice, each));
    assert.deepEqual(
      keys.map(({ nth }) => nth),
      [0, 1],
    );
    assert.match((await whyFinding({ kind: 'read', log: twice }, keys[1]!, TOOLS)).text, /^The other one\n/);
  });

  for (const [name, hostile] of Object.entries(HOSTILE_TEXTS)) {
    it(`has nothing hidden and no line of an attacker's own: ${name}`, async () => {
      const path = `/${hostile.replaceAll(/[\n\r? ]/g, '')}`;
      const agent = `${hostile.replaceAll(/[\n\r"]/g, '')}■ What to do`;
      const lines = Array.from({ length: 300 }, () =>
        combinedLine({ client: ROBOT, request: `POST ${path} HTTP/1.1`, agent: agent + 'x'.repeat(9000) }),
      );
      const text = await why(lines.join('\n'));
      assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      assert.equal(text.split('\n').filter((line) => line.startsWith('■ What to do')).length, 1);
      assert.ok(text.split('\n').every((line) => line.length < 2000));
    });
  }
});

describe('The address of a document that explains a finding', () => {
  const finding: FindingOfLog = { log: LOG_URI, rule: 'flood-address', line: 11, nth: 0 };

  it('leads to the finding and back', () => {
    assert.deepEqual(parseFindingUri(findingUri(finding)), finding);
    assert.match(findingUri(finding), /^log-finding:\/[^/?]*\.finding\?/);
  });

  for (const wrong of [
    '',
    'log-finding:/x',
    'log-finding:/x?%7B',
    'log-lines:/x?{}',
    `${findingUri(finding)}%`,
    'file:///x',
  ]) {
    it(`is not ${wrong.slice(0, 40)}`, () => assert.equal(parseFindingUri(wrong), undefined));
  }

  it('is made only of what names a finding', () => {
    for (const wrong of [
      null,
      5,
      [],
      {},
      { ...finding, line: -1 },
      { ...finding, nth: 0.5 },
      { ...finding, rule: 5 },
    ]) {
      assert.ok(!isFindingOfLog(wrong));
    }
  });
});
