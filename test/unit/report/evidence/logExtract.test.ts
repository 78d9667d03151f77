import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { logFormats } from '../../../../server/src/log/formats/table';
import { joinIncident } from '../../../../server/src/incident/incident';
import { lineChange } from '../../../../server/src/report/evidence/lineMasker';
import { LogExtract, type LineChange } from '../../../../server/src/report/evidence/logExtract';
import { Masking } from '../../../../server/src/report/incident/masking';

interface Extracted {
  readonly text: string;
  readonly rows: readonly (readonly string[])[];
  readonly extract: LogExtract;
}

/** What is extracted of a log that comes in pieces of any size. */
async function extracted(log: string, lines: readonly number[], change?: LineChange, piece = 7): Promise<Extracted> {
  const wanted = Uint32Array.from(lines);
  const extract = new LogExtract({ lines: wanted, points: [{ id: 'finding-1', lines: wanted }] }, change);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const bytes = Buffer.from(log, 'latin1');
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const parts: Buffer[] = [];
  for await (const part of extract.read(pieces())) parts.push(Buffer.from(part));
  const [, ...rows] = parse(extract.index());
  return { text: Buffer.concat(parts).toString('latin1'), rows, extract };
}

describe('The extract of a log', () => {
  it('has the wanted lines as they are, whatever ends them and however they come', async () => {
    const { text, rows, extract } = await extracted('one\r\ntwo\u0083\u00ff\nthree\rfour', [1, 2, 4]);
    assert.equal(text, 'one\ntwo\u0083\u00ff\nfour\n');
    assert.deepEqual(rows, [
      ['1', '1', 'finding-1', ''],
      ['2', '2', 'finding-1', ''],
      ['3', '4', 'finding-1', ''],
    ]);
    assert.deepEqual([extract.lines, extract.taken, extract.missing], [4, 3, 0]);
  });

  it('says which lines are cut, and how many are missing', async () => {
    const { text, rows, extract } = await extracted(`${'x'.repeat(1_100_000)}\nlast\n`, [1, 2, 3], undefined, 65_536);
    assert.equal(text.length, 1024 * 1024 + 1 + 'last\n'.length);
    assert.deepEqual(
      rows.map((row) => row[3]),
      ['yes', ''],
    );
    assert.equal(extract.missing, 1);
  });

  it('takes no more than fits, and counts the rest', async () => {
    const line = `${'x'.repeat(1_000_000)}\n`;
    const lines = Array.from({ length: 70 }, (_, index) => index + 1);
    const { extract } = await extracted(line.repeat(70), lines, undefined, 1_000_001);
    assert.deepEqual([extract.taken, extract.missing], [67, 3]);
  });

  it('masks what only earlier lines of the log tell to be personal', async () => {
    const format = logFormats.find(({ id }) => id === 'w3c')!;
    const log = [
      '#Fields: date time c-ip cs-username cs-method cs-uri-stem cs-uri-query sc-status',
      '2021-11-01 01:00:00 198.51.100.7 jane GET /a.php who=jane&bare 200',
      '2021-11-01 01:00:01 198.51.100.7 - GET /a.php - 200',
      '',
    ].join('\n');
    const masking = new Masking(joinIncident({}));
    const { text } = await extracted(log, [2, 3], lineChange(masking, format));
    assert.equal(
      text,
      '2021-11-01 01:00:00 visitor 1 *** GET /a.php who=***&*** 200\n2021-11-01 01:00:01 visitor 1 - GET /a.php - 200\n',
    );
  });
});
