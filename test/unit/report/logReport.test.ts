import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { nothingKnown } from '../../../server/src/address/clientNetworks';
import {
  logReportCsv,
  logReportJson,
  logReportMarkdown,
  logReportSarif,
  type LogReport,
} from '../../../server/src/report/logReport';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { sarifErrors } from '../../support/sarifSchema';
import { findingOfSite } from '../../support/siteFindings';

const FLOOD = findingOfSite({
  rule: 'flood-address',
  title: '192.0.2.1 floods',
  count: 30,
  first: '2021-11-01T10:00:00+09:00',
  last: '2021-11-01T11:00:00+09:00',
  clients: [...Array(12).keys()].map((number) => ({ address: `192.0.2.${number}`, count: 12 - number })),
  places: [{ file: '/home/jane/logs/access.log', line: 7 }],
  lines: [{ file: '/home/jane/logs/access.log', lines: Uint32Array.of(7) }],
});
const REPORTS: readonly LogReport[] = [
  { name: 'logs', findings: [FLOOD] },
  { name: 'quiet.log', findings: [] },
];

/** Reports in which everything that comes from others says the same. */
function reportsOf(said: string): LogReport[] {
  const places = [{ file: said, line: 1 }];
  return [{ name: said, findings: [{ ...FLOOD, title: said, detail: said, advice: said, places }] }];
}

describe('What was found in logs, to hand on', () => {
  it('is a table with a row for each finding', () => {
    const [names, row, ...others] = parse(logReportCsv(REPORTS)) as [string[], string[], ...string[][]];
    assert.deepEqual(others, []);
    const expected =
      'Logs|File|Line|How urgent|Rule|What was found|What it means|What to do|Requests|First|Last|Addresses';
    assert.deepEqual(names, expected.split('|'));
    assert.deepEqual(row.slice(0, 6), ['logs', 'access.log', '7', 'Act now', 'Flood address', '192.0.2.1 floods']);
    assert.deepEqual(row.slice(8, 11), ['30', '2021-11-01T10:00:00+09:00', '2021-11-01T11:00:00+09:00']);
    assert.match(row[11]!, /^192\.0\.2\.0 \(12\), 192\.0\.2\.1 \(11\), .*, … and 2 more$/);
  });

  it('is a document with a section for all logs that were read together', () => {
    const text = logReportMarkdown(REPORTS).replaceAll('\\', '');
    assert.deepEqual(
      text.split('\n').filter((line) => line.startsWith('#')),
      ['# Findings in the logs', '## logs', '### 192.0.2.1 floods'],
    );
    assert.match(text, /\n- access\.log:7\n/);
  });

  it('is JSON and SARIF for programs', () => {
    const { schema, logs } = JSON.parse(logReportJson(REPORTS, nothingKnown)) as {
      readonly schema: number;
      readonly logs: readonly LogReport[];
    };
    assert.equal(schema, 1);
    assert.deepEqual(
      logs.map(({ name, findings }) => [name, findings.length]),
      [
        ['logs', 1],
        ['quiet.log', 0],
      ],
    );
    assert.equal(logs[0]!.findings[0]!.lines, undefined);
    assert.deepEqual(sarifErrors(JSON.parse(logReportSarif(REPORTS))), []);
  });

  it('does not tell where the user keeps his logs, in any form', () => {
    const writers = [
      logReportCsv,
      logReportMarkdown,
      logReportSarif,
      (all: readonly LogReport[]) => logReportJson(all, nothingKnown),
    ];
    for (const write of writers) assert.doesNotMatch(write(REPORTS), /jane/);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`has the same form where names and texts hold ${name}`, () => {
      const [, row] = parse(logReportCsv(reportsOf(text))) as [string[], string[]];
      assert.equal(row.length, 12);
      assert.equal(
        logReportMarkdown(reportsOf(text)).split('\n').length,
        logReportMarkdown(reportsOf('x')).split('\n').length,
      );
    });
  }
});
