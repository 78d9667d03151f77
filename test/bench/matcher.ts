// What it costs to look for attacks in the texts of requests: npx tsx test/bench/matcher.ts
// Prints CPU time, not wall time, so that other work on the machine does not matter, and exits with 1 when a text made to be slow
// takes more than `MOST_TIMES_ORDINARY` as long per byte as ordinary queries.
import { RequestReader } from '../../server/src/rules/log/match/requestReader';
import { SeededRandom } from '../support/random';

const ROUNDS = 5;
const BYTES_A_ROUND = 4_000_000;
/** Servers take request lines of up to 8 KB (Apache's LimitRequestLine), some twice as long. */
const LONGEST_TARGET = 16 * 1024;
const MOST_TIMES_ORDINARY = 3;

/** A text and what it is called in the table. */
type Sample = readonly [name: string, make: (random: SeededRandom) => string];

/** Queries as browsers, programs and search forms send them, encoded and not; none twice, as those are not read again. */
const ORDINARY: Sample = [
  'ordinary queries',
  (random) => {
    const number = random.integer(1, 999_999_999);
    return random.pick([
      `?id=${number}&page=${random.integer(1, 50)}`,
      `?s=${encodeURIComponent(random.pick(['hello world', '白い器', 'rock & roll', "o'neil"]))}+${number}&lang=ja`,
      `?utm_source=newsletter&utm_medium=email&utm_campaign=${number}%20autumn`,
      `?filter%5Bcolor%5D=${random.pick(['red', 'blue'])}+${number}&min_price=900&orderby=price-desc`,
      `?url=https%3A%2F%2Fwww.example.com%2F${number}%3Fa%3D1%26b%3D2&t=Hello+World+${number}`,
      `?data=%7B%22id%22%3A${number}%2C%22name%22%3A%22x%22%7D`,
    ]);
  },
];

/** Texts that make matchers slow that go back, look ahead or start anew. */
const HOSTILE: readonly Sample[] = [
  ['%25%25%25…', () => filled('%25')],
  ['%2525252525…', () => `?x=%${'25'.repeat(LONGEST_TARGET / 2)}`],
  ['/*/*/*/*…', () => filled('/*')],
  ['/**//**//**/…', () => filled('/**/')],
  ['((((((…', () => filled('(')],
  ['{{{{{{…', () => filled('{')],
  ['"or"or"or…', () => filled("'or'")],
  ['or 1 or 1 or…', () => filled('or+1+')],
  ['select select…', () => filled('select+')],
  ['union all union all…', () => filled('union+all+')],
  ['<a <a <a…', () => filled('<a+')],
  ['<x on=<x on=…', () => filled('<x+onab=')],
  ['${${${${…', () => filled('${')],
  ['${a:-${a:-…', () => filled('${a:-')],
  ['../../../…', () => filled('../')],
  ['....//....//', () => filled('....//')],
  ['/?/?/?/?…', () => filled('/?')],
  [';;;;;;;…', () => filled(';')],
  [';cat ;cat…', () => filled(';cat+')],
  ["c'a't'c'a't'…", () => filled("c'a't'")],
  ['\\\\\\\\…', () => filled('\\')],
  ['&#x&#x&#x…', () => filled('&#x')],
  ['%0a%0aa:…', () => filled('%0aa:')],
  ['for /f for /f…', () => filled('for+/f+')],
  ['if x==if x==…', () => filled('if+x==')],
  ['{a,{a,{a,…', () => filled('{a,')],
  ['{a,a,a,a,…', () => `?x={${'a,'.repeat(LONGEST_TARGET / 2)}}`],
  ['eval(eval(…', () => filled('eval(')],
  ['/etc/passwd…', () => filled('/etc/passwd')],
  [
    'random bytes',
    (random) =>
      `?x=${Array.from({ length: LONGEST_TARGET }, () => String.fromCharCode(random.integer(33, 126))).join('')}`,
  ],
  ['&&&&&&…', () => `?${'a=%27&'.repeat(LONGEST_TARGET / 6)}`],
];

function filled(piece: string): string {
  return `?x=${piece.repeat(Math.ceil(LONGEST_TARGET / piece.length)).slice(0, LONGEST_TARGET)}`;
}

/** The best of some rounds in nanoseconds of CPU time a byte. */
function nanosecondsPerByte([, make]: Sample): number {
  const random = new SeededRandom(1);
  const texts: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < BYTES_A_ROUND) {
    const text = Buffer.from(make(random));
    texts.push(text);
    bytes += text.length;
  }
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const reader = new RequestReader();
    const start = process.cpuUsage();
    for (const text of texts) reader.readQuery(text);
    best = Math.min(best, (process.cpuUsage(start).user * 1000) / bytes);
  }
  return best;
}

function runBench(): void {
  const ordinary = nanosecondsPerByte(ORDINARY);
  console.log(
    `${ORDINARY[0].padEnd(24)} ${ordinary.toFixed(1).padStart(6)} ns a byte, ${(1000 / ordinary).toFixed(1)} MB/s`,
  );
  for (const sample of HOSTILE) {
    const cost = nanosecondsPerByte(sample);
    const times = cost / ordinary;
    const verdict = times > MOST_TIMES_ORDINARY ? ' too slow' : '';
    console.log(
      `${sample[0].padEnd(24)} ${cost.toFixed(1).padStart(6)} ns a byte, ${times.toFixed(2)} × ordinary${verdict}`,
    );
    if (verdict !== '') process.exitCode = 1;
  }
}

runBench();
