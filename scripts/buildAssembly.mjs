// Compiles server/assembly to server/src/log/ordinaryLines/program.generated.ts; `--check` tells whether that is up to date.
import { main as compileAssembly } from 'assemblyscript/asc';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.join(root, 'server/src/log/ordinaryLines/program.generated.ts');
const options = [
  'server/assembly/index.ts',
  '--baseDir',
  root,
  // Memory is given out by the code itself (server/assembly/arena.ts).
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--enable',
  'bulk-memory',
  '-O3',
  '--noAssert',
  '--outFile',
  'program.wasm',
];

async function compile() {
  let program;
  // What is wrong is said there by the compiler itself.
  const { error } = await compileAssembly(options, {
    stderr: process.stderr,
    readFile: (name, folder) => readFile(path.join(folder, name), 'utf8').catch(() => null),
    writeFile: (_name, contents) => void (program = contents),
    listFiles: () => [],
  });
  if (error !== null || program === undefined) throw new Error('server/assembly does not compile', { cause: error });
  return program;
}

function sourceOf(program) {
  const lines = Buffer.from(program)
    .toString('base64')
    .match(/.{1,110}/gu);
  return [
    '/** `server/assembly`, compiled by `npm run generate:assembly`; base64 of WebAssembly. */',
    'export const PROGRAM =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}

const source = sourceOf(await compile());
if (!process.argv.includes('--check')) await writeFile(target, source);
else if ((await readFile(target, 'utf8')) !== source) {
  console.error('server/assembly was changed: run `npm run generate:assembly`.');
  process.exitCode = 1;
}
