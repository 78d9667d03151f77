/**
 * Measures the PHP engine on folders of PHP files: `npx tsx test/bench/phpEngine.ts FOLDER…`
 * For each folder: speed of the lexer, the parser and of `readPhp` on one core, files with a strong suspicion, the slowest file.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../../server/src/site/decodeText';
import { lex } from '../../server/src/site/php/lexer';
import { parse } from '../../server/src/site/php/parse';
import { readPhp } from '../../server/src/site/php/readPhp';

interface Source {
  readonly file: string;
  readonly text: string;
}

async function sources(folder: string): Promise<Source[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const texts: Source[] = [];
  for (const file of files) texts.push({ file, text: decodeText(await readFile(file)).text });
  return texts;
}

/** Megabytes (10^6 characters) a second, the better of two rounds. */
function speed(texts: readonly Source[], work: (text: string) => unknown): string {
  const size = texts.reduce((sum, { text }) => sum + text.length, 0);
  const rounds = [0, 1].map(() => {
    const started = performance.now();
    for (const { text } of texts) work(text);
    return performance.now() - started;
  });
  return `${(size / 1000 / Math.min(...rounds)).toFixed(1)} MB/s`;
}

async function measure(folder: string): Promise<void> {
  const texts = await sources(folder);
  console.log(`${folder}: ${texts.length} files`);
  console.log(`  lexer   ${speed(texts, (text) => lex(text))}`);
  console.log(`  parser  ${speed(texts, (text) => parse(text))}`);
  console.log(`  readPhp ${speed(texts, (text) => readPhp(text))}`);
  let flagged = 0;
  let slowest = { file: '', time: 0 };
  for (const { file, text } of texts) {
    const started = performance.now();
    const { suspicions } = readPhp(text);
    const time = performance.now() - started;
    if (suspicions.some(({ strength }) => strength === 'strong')) flagged++;
    if (time > slowest.time) slowest = { file, time };
  }
  console.log(`  strong suspicion in ${flagged} files; slowest ${slowest.file} ${slowest.time.toFixed(0)} ms`);
}

async function main(): Promise<void> {
  for (const folder of process.argv.slice(2)) await measure(folder);
}

void main();
