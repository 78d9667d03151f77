import assert from 'node:assert/strict';
import { readLog } from '../../server/src/log/readLog';
import { SAMPLES } from './samples';

const MIB = 1024 * 1024;
const HUGE_LINE = 100 * MIB;
const CHUNK = 256 * 1024;
/** A line that no one reads must not be kept whole. */
const MOST_MEMORY = 64 * MIB;
/** Bytes of the shorter of two logs that are compared; the longer has twice as many. */
const SHORTER = 4 * MIB;
/** Twice the bytes may take so many times as long: 2 in theory, 4 if time grew with the square. */
const MOST_GROWTH = 3;
/** Less than this is not measured well enough to compare, ms. */
const LEAST_TIME = 150;
const ROUNDS = 3;

/** What a client could send again and again. */
const PIECES = [
  '"',
  '\\',
  '\\"',
  '" ',
  ' "',
  '[',
  '[0',
  ' [0',
  ']',
  '{',
  '{"a":',
  '"a":"',
  ',',
  ', ',
  '\t',
  'a:\t',
  ' ',
  '- ',
  '<1>',
  '\0',
  '#',
  '\r',
  '\n',
];

/** A line of 100 MB is one rejected line, whose bytes are not kept. Gives a sentence about it. */
export async function checkHugeLine(): Promise<string> {
  const chunk = Buffer.alloc(CHUNK, 'a');
  const before = process.memoryUsage.rss();
  const started = performance.now();
  const { table } = await readLog({
    size: HUGE_LINE,
    async *chunks() {
      for (let at = 0; at < HUGE_LINE; at += CHUNK) yield chunk;
    },
  });
  const grown = process.memoryUsage.rss() - before;
  assert.deepEqual([table.lineIndex.lines, table.lineIndex.bytes, table.rejected.length], [1, HUGE_LINE, 1]);
  assert.ok(grown < MOST_MEMORY, `${grown} bytes more memory`);
  return `A line of ${HUGE_LINE / MIB} MiB: ${(performance.now() - started).toFixed(0)} ms, ${(grown / MIB).toFixed(0)} MiB more memory.`;
}

/** Twice as many bytes take about twice the time, whatever they are. Gives a sentence about each that grew most. */
export async function checkLinearTime(): Promise<string[]> {
  const growths: { piece: string; growth: number; time: number }[] = [];
  for (const piece of [...PIECES, ...SAMPLES]) {
    const time = await bestTime(repeated(piece, 2 * SHORTER));
    const growth = time < LEAST_TIME ? 0 : time / (await bestTime(repeated(piece, SHORTER)));
    assert.ok(growth < MOST_GROWTH, `${JSON.stringify(piece)} took ${growth.toFixed(1)} times as long twice`);
    growths.push({ piece, growth, time });
  }
  const slowest = growths.toSorted((a, b) => b.time - a.time).slice(0, 3);
  return slowest.map(({ piece, time }) => {
    const speed = (2 * SHORTER) / 1000 / time;
    return `Slowest of ${growths.length} texts again and again: ${JSON.stringify(piece.slice(0, 60))}, ${speed.toFixed(1)} MB/s.`;
  });
}

/** A text again and again, in lines of up to 1 MB: what is quadratic within a line shows there. */
function repeated(text: string, bytes: number): Buffer {
  return Buffer.alloc(bytes, text);
}

/** Milliseconds of processor time, which other programs do not make longer. */
async function bestTime(bytes: Buffer): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.cpuUsage();
    await readLog({
      size: bytes.length,
      async *chunks() {
        yield bytes;
      },
    });
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
