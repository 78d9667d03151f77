// Writes THIRD-PARTY-NOTICES.md: the licence of every package that is inside the bundles, as their licences ask.
// `--check` writes nothing and fails when the file is out of date.
import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleOptions } from '../esbuild.mjs';

const FILE = 'THIRD-PARTY-NOTICES.md';
const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

const { metafile } = await build({ ...bundleOptions, write: false, metafile: true, logLevel: 'error' });
const folders = new Set(Object.keys(metafile.inputs).flatMap((file) => PACKAGE_FOLDER.exec(file)?.[0] ?? []));
const packages = [...folders].map(describe).toSorted((a, b) => (a.name < b.name ? -1 : 1));

const content = [
  '# Third-party notices',
  'The bundles of this extension contain the packages below. The network data has its own notice in data/README.md.',
  ...packages.map(
    ({ name, version, license, text }) => `## ${name} ${version} (${license})\n\n\`\`\`text\n${text}\n\`\`\``,
  ),
].join('\n\n');

if (readOrEmpty(FILE) !== `${content}\n`) {
  if (process.argv.includes('--check')) {
    console.error(`${FILE} is out of date, run "npm run generate"`);
    process.exitCode = 1;
  } else writeFileSync(FILE, `${content}\n`);
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  // A package without its licence has it beside this script, from the package's repository.
  const own = path.join(import.meta.dirname, 'licences', `${name.replace('@', '').replace('/', '-')}.txt`);
  const text = file === undefined ? readOrEmpty(own) : readFileSync(path.join(folder, file), 'utf8');
  return { name, version, license, text: text.replaceAll('\r\n', '\n').trim() };
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
