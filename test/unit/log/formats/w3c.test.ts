import assert from 'node:assert/strict';
import { FakeDisk } from '../../../support/fakeDisk';
import { combinedLine, logOf } from '../../../support/lines';
import { readEntries, type Entry } from '../../../support/entries';
import { readLogFile } from '../../../../server/src/readLogFile';

const IIS = [
  '#Software: Microsoft Internet Information Services 10.0',
  '#Version: 1.0',
  '#Date: 2021-11-01 01:00:00',
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken',
];
const IIS_LINE =
  '2021-11-01 01:56:55 198.51.100.80 POST /mail.php a=b&c 443 sato 192.0.2.1 Mozilla/5.0+(X11) https://example.jp/ 200 0 0 15';
const ENTRY: Entry = {
  line: 5,
  client: '192.0.2.1',
  user: 'sato',
  time: '2021-11-01T01:56:55+00:00',
  method: 'POST',
  target: '/mail.php?a=b&c',
  status: 200,
  referrer: 'https://example.jp/',
  userAgent: 'Mozilla/5.0 (X11)',
};

async function entriesOf(...lines: string[]): Promise<Entry[]> {
  return (await readEntries(lines.join('\n'))).entries;
}

describe('W3C extended logs', () => {
  it('of IIS are read with the default fields', async () => {
    const { format, entries, table } = await readEntries([...IIS, IIS_LINE].join('\r\n'));
    assert.equal(format, 'w3c');
    assert.deepEqual(entries, [ENTRY]);
    assert.deepEqual([...table.rejected], [1, 2, 3, 4]);
  });

  it('are read by the last fields that were declared', async () => {
    const entries = await entriesOf(
      ...IIS,
      IIS_LINE,
      '#Fields: c-ip date time cs-uri sc-status sc-bytes ',
      '198.51.100.2 2021-11-02 00:00:01 /a?b 404 12',
    );
    assert.deepEqual(entries, [
      ENTRY,
      { line: 7, client: '198.51.100.2', time: '2021-11-02T00:00:01+00:00', target: '/a?b', status: 404, bytes: 12 },
    ]);
  });

  it('take the day from a directive where the entries have none', async () => {
    const [entry] = await entriesOf(
      '#Date: 2021-11-01 00:00:00',
      '#Fields: time c-ip cs-method',
      '01:56:55 192.0.2.1 GET',
    );
    assert.deepEqual(entry, { line: 3, client: '192.0.2.1', time: ENTRY.time });
  });

  it('have no time where no day is known', async () => {
    const [entry] = await entriesOf('#Fields: time c-ip', '01:56:55 192.0.2.1');
    assert.deepEqual(entry, { line: 2, client: '192.0.2.1' });
  });

  it('of the kernel’s errors are read', async () => {
    const entries = await entriesOf(
      '#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid s-reason s-queuename',
      '2021-11-01 01:56:55 192.0.2.1 4711 198.51.100.80 80 HTTP/1.1 GET /%%x 400 - URL -',
      '2021-11-01 01:56:55 192.0.2.1 4711 198.51.100.80 80 - - - - - Timer_ConnectionIdle -',
    );
    const { client, time } = ENTRY;
    assert.deepEqual(entries, [
      { line: 2, client, time, method: 'GET', target: '/%%x', status: 400 },
      { line: 3, client, time },
    ]);
  });

  it('of CloudFront are read by their tabs, with the viewer’s host and agent', async () => {
    const names =
      'date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-host-header';
    const values =
      '2021-11-01 01:56:55 NRT12-C1 36 192.0.2.1 POST d111.cloudfront.net /mail.php 200 https://example.jp/ Mozilla/5.0%20(X11)%20+%zz a=b&c - Miss example.jp';
    const entries = await entriesOf('#Version: 1.0', `#Fields: ${names}`, values.replaceAll(' ', '\t'));
    const { user: _, ...entry } = ENTRY;
    assert.deepEqual(entries, [
      { ...entry, line: 3, bytes: 36, vhost: 'example.jp', userAgent: 'Mozilla/5.0 (X11) +%zz' },
    ]);
  });

  it('may have quoted values', async () => {
    const [entry] = await entriesOf('#Fields: c-ip cs(User-Agent) cs-method', '192.0.2.1 "a b+c" GET');
    assert.equal(entry?.userAgent, 'a b+c');
  });

  it('lose no line: directives and cut lines are rejected', async () => {
    const { table } = await readEntries(
      [...IIS, IIS_LINE, IIS_LINE.slice(0, -5), `${IIS_LINE} more`, IIS_LINE, ''].join('\n'),
    );
    assert.deepEqual([table.rows, [...table.rejected]], [2, [1, 2, 3, 4, 6, 7]]);
  });

  it('are not known without fields, and other texts with number signs are none', async () => {
    assert.equal((await readEntries(logOf(5, () => `${IIS_LINE} more`))).format, undefined);
    assert.equal((await readEntries('#Version: 1.0\n#Fields: a b\n1 2\n3 4\n')).format, undefined);
    assert.equal((await readEntries(`# Title\n\n${combinedLine()}\n\n${'# More\n'.repeat(5)}`)).format, undefined);
  });

  it('are read in one piece however large they are', async () => {
    const log = Buffer.from(`${IIS.join('\n')}\n${`${IIS_LINE}\n`.repeat(300_000)}`);
    const disk = new FakeDisk({ '/u_ex.log': log });
    const { table } = await readLogFile(disk, '/u_ex.log', () => assert.fail('read in parts'));
    assert.equal(table.rows, 300_000);
  });

  it('stand between lines of other formats', async () => {
    const entries = await entriesOf(...Array.from({ length: 5 }, () => combinedLine()), ...IIS, IIS_LINE);
    assert.deepEqual(entries.at(-1), { ...ENTRY, line: 10 });
  });
});
