import assert from 'node:assert/strict';
import { readEntries } from '../../../../support/entries';

describe('Errors without a time', () => {
  it('are read between those of an error log', async () => {
    const log = [
      'AH00558: httpd: Could not reliably determine the server’s name',
      '[Mon Dec 26 16:15:55.103786 2016] [core:notice] [pid 11379] AH00094: Command line',
      '[2025-07-22 15:45:51.323610 +0200] [core:notice] [pid 11379] AH00094: Command line',
      'PHP Warning:  PHP Startup: Unable to load x in /a/b.php on line 3',
      'AH0055: x',
      'PHP is fine',
    ].join('\n');
    const { format, entries, table } = await readEntries(log);
    assert.equal(format, 'apache-error');
    assert.deepEqual(
      entries.map(({ line, time, level, target }) => [line, time, level, target]),
      [
        [1, undefined, undefined, undefined],
        [2, '2016-12-26T16:15:55+00:00', 5, undefined],
        [3, '2025-07-22T15:45:51+02:00', 5, undefined],
        [4, undefined, 4, '/a/b.php'],
      ],
    );
    assert.deepEqual([...table.rejected], [5, 6]);
  });
});

describe('A log of times and messages', () => {
  it('is read with the severity that applications write', async () => {
    const { format, entries } = await readEntries('[2021-11-01 10:56:55] production.ERROR: Something failed {"a":1}');
    assert.equal(format, 'timed-message');
    assert.deepEqual(entries, [
      {
        line: 1,
        time: '2021-11-01T10:56:55+00:00',
        level: 3,
        message: 'production.ERROR: Something failed {"a":1}',
      },
    ]);
    const zoned = await readEntries('[2021-11-01T10:56:55.123456+09:00] app.WARNING: x');
    assert.equal(zoned.format, 'timed-message-zoned');
    assert.deepEqual([zoned.entries[0]?.time, zoned.entries[0]?.level], ['2021-11-01T10:56:55+09:00', 4]);
  });

  it('is read with nothing but a time', async () => {
    for (const line of ['[2021/06/03 09:30:50] - - - -', '[Thu Jun  3 09:30:50 2021] suexec failed']) {
      const { entries } = await readEntries(line);
      assert.deepEqual([entries[0]?.time, entries[0]?.level], ['2021-06-03T09:30:50+00:00', undefined], line);
    }
  });

  it('has the stack traces of its entries', async () => {
    const log =
      '[2021-11-01 10:56:55] a.ERROR: x\n[stacktrace]\n#0 /a.php(3): f()\n"} \n[2021-11-01 10:56:56] a.INFO: y\n';
    const { entries, table } = await readEntries(log);
    assert.deepEqual([entries.length, [...table.continued]], [2, [2, 3, 4]]);
  });

  it('leaves lines that tell more to their own formats, and other times alone', async () => {
    assert.equal((await readEntries('[2021-06-04 15:40:27] [core:error] [pid 1] x')).format, 'apache-error');
    for (const line of [
      '[1635731815] x',
      '[01/Nov/2021:10:56:55 +0900] x',
      '[2021-11-01 10:56:55]',
      '[2021-11-01 10:56:55]x',
    ]) {
      assert.equal((await readEntries(line)).format, undefined, line);
    }
  });
});
