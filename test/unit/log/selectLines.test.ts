import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { memorySource } from '../../../server/src/log/byteSource';
import type { LineConditions } from '../../../server/src/log/lineConditions';
import { readLog } from '../../../server/src/log/readLog';
import { openBytes, type StoredBytes } from '../../../server/src/log/seekableBytes';
import { selectLines } from '../../../server/src/log/selectLines';
import { FakeDisk } from '../../support/fakeDisk';
import { combinedLine, logOf } from '../../support/lines';
import { SeededRandom } from '../../support/random';

const random = new SeededRandom(31);

function randomLine(n: number): string {
  const line = combinedLine({
    client: random.pick(['192.0.2.1', '192.0.2.17', '198.51.100.7', '2001:db8::1']),
    request: `${random.pick(['GET', 'POST'])} /${random.pick(['a', 'b/', 'wp-login.php', 'B/c.PHP'])}?n=${n} HTTP/1.1`,
    status: random.pick([200, 404, 403, 500, 503]),
    agent: random.pick(['Bot', 'bOT', 'お知らせ', '.*']),
  });
  return random.pick([line, line, line, 'no entry bot', '']);
}

/** Lines from 1 of a text, whatever ends them. */
function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

async function selected(
  bytes: Uint8Array,
  conditions: LineConditions,
  firstLine = 1,
  within?: Uint32Array,
): Promise<Record<string, number[]>> {
  const { table } = await readLog(memorySource(bytes));
  const disk = new FakeDisk({ '/a.log': bytes, '/a.log.gz': gzipSync(bytes) });
  const ways: StoredBytes[] = [
    { kind: 'memory', bytes },
    { kind: 'file', path: '/a.log' },
    { kind: 'packed', path: '/a.log.gz' },
  ];
  const found = ways.map(async (stored) => {
    const lines: number[] = [];
    let before = 0;
    await selectLines(table, openBytes(stored, disk), { conditions, firstLine, within }, (more, done) => {
      assert.ok(done >= before && done <= table.lineIndex.bytes);
      before = done;
      lines.push(...more);
    });
    return [stored.kind, lines] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** Every way to get at the bytes finds the same lines. */
async function assertSelected(
  text: string,
  conditions: LineConditions,
  isWanted: (line: string) => boolean,
  firstLine = 1,
): Promise<void> {
  const lines = splitLines(text);
  const wanted = lines.flatMap((line, at) => (isWanted(line) && at + 1 >= firstLine ? [at + 1] : []));
  for (const [way, found] of Object.entries(await selected(Buffer.from(text), conditions, firstLine))) {
    assert.deepEqual(found, wanted, `${way} ${JSON.stringify(conditions)}`);
  }
}

function isEntry(line: string): boolean {
  return line !== '' && !line.startsWith('no entry');
}

describe('Lines that meet conditions', () => {
  const cases: [LineConditions, (line: string) => boolean][] = [
    [{}, isEntry],
    [{ text: 'bot' }, (line) => line.toLowerCase().includes('bot')],
    [{ text: 'Bot', matchCase: true }, (line) => line.includes('Bot')],
    [{ text: '404' }, (line) => line.includes('404')],
    [{ text: 'お知' }, (line) => line.includes('お知')],
    [{ text: '.*' }, (line) => line.includes('.*')],
    [{ text: 'nowhere' }, () => false],
    [{ address: '192.0.2.1' }, (line) => line.startsWith('192.0.2.1 ')],
    [{ address: '192.0.2.*' }, (line) => line.startsWith('192.0.2.')],
    [{ address: '192.0.2.17, 198.51.100.7 203.0.113.9' }, (line) => /^(192\.0\.2\.17|198)/.test(line)],
    [{ address: '2001:* 192.0.2.1' }, (line) => /^(2001|192\.0\.2\.1 )/.test(line)],
    [{ address: '*:*' }, (line) => line.startsWith('2001')],
    [{ path: '/a' }, (line) => line.includes(' /a?')],
    [{ path: '/*/' }, (line) => line.includes(' /b/?')],
    [{ path: 'php' }, (line) => line.includes('.php')],
    [{ path: '/b*.PHP' }, () => false],
    [{ method: 'POST', path: '/a' }, (line) => line.includes('"POST /a?')],
    [{ method: 'PUT' }, () => false],
    [{ status: '404' }, (line) => line.includes('" 404 ')],
    [{ status: '5xx, 404' }, (line) => / (404|50.) /.test(line)],
    [{ status: 'x' }, () => false],
    [{ from: '2021-11-01 10:56:55', until: '2021-11-01 10:56:56' }, isEntry],
    [{ from: '2021-11-01 10:57', status: '404' }, () => false],
    [{ until: '2021-11-01 10:57', status: '404' }, (line) => line.includes('" 404 ')],
    [{ unreadable: true }, (line) => !isEntry(line)],
    [{ unreadable: true, text: 'BOT' }, (line) => line.startsWith('no entry')],
    [{ unreadable: true, status: '200' }, () => false],
    [{ address: '192.0.2.17', status: '4XX', text: 'bot' }, (line) => /^192\.0\.2\.17 .*" 40.*bot/i.test(line)],
  ];
  for (const [conditions, isWanted] of cases) {
    it(`are the right ones: ${JSON.stringify(conditions)}`, async () => {
      const text = logOf(900, randomLine).replaceAll('\n', random.pick(['\n', '\r\n', '\r']));
      await assertSelected(text, conditions, isWanted);
      await assertSelected(text, conditions, isWanted, random.integer(2, 900));
    });
  }

  it('are among others, where those are given', async () => {
    const bytes = Buffer.from(logOf(300, () => combinedLine()));
    const within = Uint32Array.of(2, 3, 250);
    for (const conditions of [{ text: '192' }, { status: '200' }]) {
      for (const found of Object.values(await selected(bytes, conditions, 3, within))) {
        assert.deepEqual(found, [3, 250]);
      }
    }
  });

  it('are found in large logs, where pieces of them meet', async () => {
    const line = combinedLine();
    const text = logOf(40_000, (n) => (n % 997 === 0 ? `${line} NEEDLE` : line));
    await assertSelected(text, { text: 'needle' }, (each) => each.endsWith('NEEDLE'));
  });

  it('may be over-long, of which the beginning is searched', async () => {
    const long = 'x'.repeat(1024 * 1024);
    const lines = [...Array.from({ length: 30 }, () => `a needle ${long}`), `${long}needle`, 'needle'];
    for (const found of Object.values(await selected(Buffer.from(lines.join('\n')), { text: 'Needle' }))) {
      assert.deepEqual(found, [...Array.from({ length: 30 }, (_, n) => n + 1), 32]);
    }
  });
});
