import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { csvTable } from '../../../server/src/report/csv';
import { incidentCsv } from '../../../server/src/report/incident/incidentCsv';
import { reportFileText } from '../../../server/src/report/incident/reportForm';
import { siteReportCsv } from '../../../server/src/report/siteReport';
import { terminalText } from '../../../server/src/report/terminal';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { madeUpIncident } from '../../support/madeUpIncidents';
import { findingOfSite } from '../../support/siteFindings';

/** Cells that spreadsheets and readers of tables stumble over. */
const CELLS: readonly string[] = [
  ...Object.values(HOSTILE_TEXTS),
  '=1+1',
  '+81-3-0000-0000',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '"',
  '""',
  '","',
  '";"',
  'a;b;c',
  'sep=;',
  'お問い合わせ、フォーム「送信」',
  '＝1+1',
  '\ufeffx',
  '',
  ' leading and trailing ',
];

/** What a reader of tables (RFC 4180) that others wrote makes of a text, with the byte order mark that files begin with. */
function read(text: string): string[][] {
  const file = reportFileText('csv', text);
  assert.ok(file.startsWith('\ufeff'));
  return parse(Buffer.from(file), { bom: true, relaxColumnCount: false, relaxQuotes: false, recordDelimiter: '\r\n' });
}

/** A cell without the apostrophe that keeps it from being a formula. */
function said(cell: string): string {
  return /^'\s*[=+\-@|%＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}

describe('A table for spreadsheets, read by another program', () => {
  it('gives every cell back, hidden characters written out', () => {
    const rows = CELLS.map((cell) => ['before', cell, 'after']);
    assert.deepEqual(
      read(csvTable(rows)).map(([before, cell, after]) => [before, said(cell!), after]),
      rows.map(([before, cell, after]) => [before, terminalText(cell!), after]),
    );
  });

  it('has as many cells in each row as columns, whatever an incident says, and no formula', async () => {
    let files = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const incident = await madeUpIncident(seed);
      const [names, ...rows] = read(incidentCsv(incident));
      assert.equal(rows.length, incident.files.length);
      for (const row of rows) assert.equal(row.length, names!.length);
      for (const cell of rows.flat()) assert.doesNotMatch(cell, /^\s*[=+\-@\t\r]/);
      assert.deepEqual(
        rows.map(([file]) => said(file!)),
        incident.files.map(({ file }) => terminalText(file)),
      );
      files += rows.length;
    }
    assert.ok(files > 200, `${files} files`);
  });

  it('gives findings of a site back', () => {
    const findings = CELLS.map((text) => findingOfSite({ title: text, detail: text, advice: text }));
    const [names, ...rows] = read(siteReportCsv([{ site: '=site', findings }]));
    assert.equal(rows.length, CELLS.length);
    for (const [index, row] of rows.entries()) {
      assert.equal(row.length, names!.length);
      assert.deepEqual(row.slice(5).map(said), Array(3).fill(terminalText(CELLS[index]!)));
    }
  });
});
