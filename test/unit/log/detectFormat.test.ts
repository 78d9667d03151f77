import assert from 'node:assert/strict';
import { combinedLine, commonLine, logOf } from '../../support/lines';
import { readEntries } from '../../support/entries';
import { SeededRandom } from '../../support/random';

async function formatOf(log: string | Uint8Array): Promise<string | undefined> {
  return (await readEntries(log)).format;
}

const TEXTS: Record<string, string> = {
  'a program log': logOf(50, (n) => `2021-11-01T10:56:${n + 10} INFO [main] server: request ${n} took 12 ms`),
  'a build log': logOf(50, (n) => `[${n}/50] Building CXX object CMakeFiles/app.dir/main${n}.cpp.o`),
  'an npm log': logOf(50, (n) => `${n} silly fetch manifest left-pad@^1.${n}.0`),
  'a log of tasks': logOf(50, (n) => `Nov  1 10:56:${n + 10} web CRON[${n}]: (root) CMD (run-parts /etc/cron.hourly)`),
  'an entry log behind words of a program': logOf(50, (n) => `handler ${n} answered ${combinedLine()}`),
  'a table of values': logOf(50, (n) => `192.0.2.${n},GET,"/index.html",200,512,"01/Nov/2021:10:56:55 +0900"`),
  'a letter from the host':
    'Your account sent 10,000 mails.\n\nExamples:\n'.repeat(8) + logOf(10, () => combinedLine()),
  JSON: logOf(50, (n) => JSON.stringify({ time: n, request: 'GET / HTTP/1.1', status: 200 })),
  'one word': 'hello',
  'empty lines': '\n\r\n\n',
};

function mixed(combined: number): string {
  return logOf(100, (n) => (n < combined ? combinedLine() : commonLine()));
}

describe('Telling the format', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    it(`takes ${name} for no log`, async () => assert.equal(await formatOf(text), undefined));
  }

  it('takes bytes of a program for no log', async () => {
    const random = new SeededRandom(3);
    assert.equal(await formatOf(Buffer.from(Array.from({ length: 50_000 }, () => random.integer(0, 255)))), undefined);
  });

  it('takes a program that quotes an entry now and then for no log', async () => {
    const log = logOf(200, (n) => (n % 3 === 0 ? combinedLine() : `handler ${n} finished`));
    assert.equal(await formatOf(log), undefined);
  });

  it('recognises a log of one line', async () => assert.equal(await formatOf(commonLine()), 'common'));

  it('recognises a log whose first lines are damaged', async () => {
    assert.equal(await formatOf(`${'x\n'.repeat(90)}${logOf(110, () => combinedLine())}`), 'combined');
  });

  it('does not count empty lines against a log', async () => {
    assert.equal(await formatOf(logOf(50, (n) => (n % 5 === 0 ? combinedLine() : ''))), 'combined');
  });

  it('prefers the richest format that reads enough of the lines', async () => {
    assert.equal(await formatOf(mixed(80)), 'combined');
    assert.equal(await formatOf(mixed(20)), 'common');
  });

  it('reads lines of every other format as well, whatever the log’s own is', async () => {
    const kinds = [combinedLine(), commonLine(), `example.jp ${combinedLine()}`, `example.jp ${commonLine()}`];
    for (const own of kinds) {
      const { entries, table } = await readEntries([...Array.from({ length: 30 }, () => own), ...kinds].join('\n'));
      assert.equal(table.rejected.length, 0);
      for (const { client, user, target } of entries) {
        assert.deepEqual([client, user, target], ['192.0.2.1', undefined, '/index.html'], own);
      }
      assert.deepEqual(
        entries.slice(-4).map(({ vhost, referrer }) => [vhost, referrer]),
        [
          [undefined, 'https://example.jp/'],
          [undefined, undefined],
          ['example.jp', 'https://example.jp/'],
          ['example.jp', undefined],
        ],
        own,
      );
    }
  });
});
