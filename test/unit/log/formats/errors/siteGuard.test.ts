import assert from 'node:assert/strict';
import { readEntries } from '../../../../support/entries';

const DETECTED =
  'DETECT-STAT:WAF:RULE_SIG/PART_GET_PARAM/p/OFFICIAL/00102001/xss-tag-1::%3cscript%3e:x: ACTION:BLOCK: JUDGE:BLOCK:0: SEARCH-KEY:1635731815.779.1:';
const LINE = `1635731815.779      0 192.0.2.1 TCP_MISS/000 0 GET http://example.jp/?p=<script> - DIRECT/198.51.100.1 - ${DETECTED}`;

describe('The log of SiteGuard', () => {
  it('is read with what was refused', async () => {
    const { format, entries, table } = await readEntries(LINE);
    assert.equal(format, 'siteguard');
    assert.equal(table.kind[0], 1);
    assert.deepEqual(entries, [
      {
        line: 1,
        client: '192.0.2.1',
        time: '2021-11-01T01:56:55+00:00',
        method: 'GET',
        target: '/?p=<script>',
        vhost: 'example.jp',
        message: DETECTED,
      },
    ]);
  });

  it('is read as it is downloaded, with the local time before each line', async () => {
    const { entries } = await readEntries(`2021-11-01 10:56:55 : ${LINE}\n2021-11-01 10:56:55 : ${LINE}`);
    assert.deepEqual(
      entries.map(({ time, client }) => [time, client]),
      [
        ['2021-11-01T10:56:55+09:00', '192.0.2.1'],
        ['2021-11-01T10:56:55+09:00', '192.0.2.1'],
      ],
    );
  });

  it('is read with a type of content', async () => {
    const line = LINE.replace(' - DETECT', ' multipart/form-data DETECT').replace('GET', 'POST');
    assert.equal((await readEntries(line)).entries[0]?.method, 'POST');
  });

  it('is told from squid’s log, and cut lines are rejected', async () => {
    assert.equal((await readEntries(LINE.slice(0, LINE.indexOf(' DETECT')))).format, 'squid');
    const { table } = await readEntries(`${LINE}\n${LINE.replace('0 192', 'x 192')}\n${LINE}`);
    assert.deepEqual([...table.rejected], [2]);
  });
});
