import assert from 'node:assert/strict';
import { combinedLine, commonLine, USUAL_AGENT } from '../../support/lines';
import { readEntries, type Entry } from '../../support/entries';

const EVERY_FIELD: Entry = {
  line: 1,
  client: '192.0.2.1',
  user: 'sato',
  time: '2021-11-01T10:56:55+09:00',
  method: 'GET',
  target: '/a/b.php?c=d',
  status: 404,
  bytes: 1234,
  referrer: 'https://example.jp/',
  userAgent: USUAL_AGENT,
};
const LINE = { user: 'sato', request: 'GET /a/b.php?c=d HTTP/1.1', status: 404, bytes: 1234 };

async function onlyEntry(line: string): Promise<Entry> {
  const { entries } = await readEntries(line);
  assert.equal(entries.length, 1, `not read: ${line}`);
  return entries[0]!;
}

describe('Log formats', () => {
  it('reads every field of the common format', async () => {
    const { format, entries } = await readEntries(commonLine(LINE));
    const { referrer: _, userAgent: __, ...fields } = EVERY_FIELD;
    assert.equal(format, 'common');
    assert.deepEqual(entries, [fields]);
  });

  it('reads every field of the combined format', async () => {
    const { format, entries } = await readEntries(combinedLine(LINE));
    assert.equal(format, 'combined');
    assert.deepEqual(entries, [EVERY_FIELD]);
  });

  it('reads the virtual host before the common format', async () => {
    const { format, entries } = await readEntries(`www.example.jp:443 ${commonLine(LINE)}`);
    assert.equal(format, 'vhost-common');
    assert.equal(entries[0]?.vhost, 'www.example.jp:443');
    assert.equal(entries[0]?.client, '192.0.2.1');
  });

  it('reads the virtual host before the combined format', async () => {
    const { format, entries } = await readEntries(`example.jp ${combinedLine(LINE)}`);
    assert.equal(format, 'vhost-combined');
    assert.deepEqual(entries, [{ ...EVERY_FIELD, vhost: 'example.jp' }]);
  });

  for (const client of ['203.0.113.255', '2001:db8::1', 'fe80::1%eth0', '::1', 'p123.example.ne.jp', 'localhost']) {
    it(`reads the client ${client} with and without a virtual host`, async () => {
      assert.equal((await onlyEntry(combinedLine({ client }))).client, client);
      if (client === 'localhost') return;
      const behindHost = await onlyEntry(`example.jp ${combinedLine({ client })}`);
      assert.deepEqual([behindHost.vhost, behindHost.client], ['example.jp', client]);
    });
  }

  it('takes a hyphen for what was not logged', async () => {
    const line = combinedLine({ status: '-', bytes: '-', referrer: '-', agent: '-', request: '-' });
    assert.deepEqual(await onlyEntry(line), { line: 1, client: '192.0.2.1', time: EVERY_FIELD.time });
  });

  it('reads an entry whose referrer and agent are hyphens without quotes', async () => {
    const { format, entries } = await readEntries(`${commonLine()} - -`);
    assert.equal(format, 'combined');
    assert.equal(entries[0]?.referrer, undefined);
  });

  it('leaves fields behind the agent unread', async () => {
    const entry = await onlyEntry(`${combinedLine()} "203.0.113.9, 198.51.100.2" 0.123 "cookie"`);
    assert.equal(entry.userAgent, USUAL_AGENT);
  });

  it('reads users with blanks, brackets and quotes', async () => {
    for (const user of ['Taro Sato', '[1] x', 'x [1', 'a [01/Nov/2021:00:00:00 +0900]', '\\"root\\"']) {
      const entry = await onlyEntry(combinedLine({ user }));
      assert.equal(entry.user, user);
      assert.equal(entry.time, EVERY_FIELD.time);
    }
  });

  it('is not fooled by a user that imitates the rest of a line', async () => {
    const user = 'x [02/Nov/2021:00:00:00 +0900] \\"GET /innocent HTTP/1.1\\" 200 1';
    const entry = await onlyEntry(combinedLine({ user }));
    assert.deepEqual([entry.target, entry.time], ['/index.html', EVERY_FIELD.time]);
  });

  it('reads an ident, but takes nobody for the client who only stands before one', async () => {
    assert.equal((await onlyEntry(combinedLine().replace(' - - ', ' ident frank '))).user, 'frank');
    const { format } = await readEntries(`Nov  1 10:56:55 web nginx ${combinedLine()}`);
    assert.equal(format, undefined);
  });

  it('reads blanks and tabs in any number between fields', async () => {
    const line = `192.0.2.1\t-  sato [01/Nov/2021:10:56:55 +0900]\t"GET /a/b.php?c=d HTTP/1.1"  404\t1234 "https://example.jp/"  "${USUAL_AGENT}"`;
    assert.deepEqual(await onlyEntry(line), EVERY_FIELD);
  });

  it('refuses lines that lack a part or hold nonsense in its place', async () => {
    const broken = [
      commonLine().replace('[', ''),
      commonLine().replace(']', ''),
      commonLine().replace('"GET', 'GET'),
      commonLine().replace('1.1"', '1.1'),
      commonLine({ client: '-' }).replace('- -', '- ident'),
      commonLine({ client: '192.0.2.1,' }),
      commonLine({ status: 20 }),
      commonLine({ status: 2000 }),
      commonLine().replace(' 512', ''),
      commonLine().replace(' 512', ' many'),
      commonLine().replace('192.0.2.1 - - ', ''),
    ];
    const good = Array.from({ length: broken.length }, () => commonLine());
    const { entries, table } = await readEntries([...good, ...broken].join('\n'));
    assert.equal(entries.length, good.length);
    assert.equal(table.rejected.length, broken.length);
  });

  it('reads sizes of 4 GiB and more', async () => {
    const sizes = [0, 0xffff_fffd, 0xffff_fffe, 0xffff_ffff, 0x1_0000_0000, 9_007_199_254_740_991];
    const { entries } = await readEntries(sizes.map((bytes) => commonLine({ bytes })).join('\n'));
    assert.deepEqual(
      entries.map(({ bytes }) => bytes),
      sizes,
    );
  });
});
