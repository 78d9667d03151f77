// Fails when the package holds anything that is not on the list below, lacks something, or is too large.
import { statSync } from 'node:fs';
import { listFiles } from '@vscode/vsce';

const PACKAGE = 'log-site-audit.vsix';
/** The largest package that a slow line should have to carry, in bytes. */
const LARGEST = 8 * 1024 * 1024;

/** Everything that the extension needs at run time, and what the marketplace shows. */
const allowed = [
  /^package(\.nls(\.ja)?)?\.json$/,
  /^(README|CHANGELOG|THIRD-PARTY-NOTICES)\.md$/,
  /^LICENSE$/,
  /^dist\/(extension|server|worker|partWorker|addressWorker|logView|dashboard)\.js$/,
  /^dist\/(logView|dashboard)-style\.css$/,
  /^dist\/yara_x\.wasm$/,
  /^data\/(addresses\.bin\.br|README\.md)$/,
  /^docs\/((rules|severities|clean-up)(\.ja)?|bench|known-good)\.md$/,
  /^docs\/images\/[\w-]+\.png$/,
  /^l10n\/bundle\.l10n\.ja\.json$/,
  /^media\/[\w-]+\.(svg|png)$/,
  /^sample\/(README\.md|mail-from-host\.txt)$/,
  /^sample\/(logs|site)\//,
  /^syntaxes\/[\w.-]+\.json$/,
];
const needed = [
  'dist/extension.js',
  'dist/server.js',
  'dist/worker.js',
  'dist/logView.js',
  'dist/logView-style.css',
  'dist/dashboard.js',
  'dist/dashboard-style.css',
  'dist/partWorker.js',
  'dist/addressWorker.js',
  'dist/yara_x.wasm',
  'data/addresses.bin.br',
  'l10n/bundle.l10n.ja.json',
];

const files = await listFiles({ dependencies: false });
const problems = [
  ...files.filter((file) => !allowed.some((pattern) => pattern.test(file))).map((file) => `not on the list: ${file}`),
  ...needed.filter((file) => !files.includes(file)).map((file) => `missing: ${file}`),
];
const size = statSync(PACKAGE).size;
if (size > LARGEST) problems.push(`${PACKAGE} has ${size} bytes, more than ${LARGEST}`);

for (const problem of problems) console.error(problem);
console.log(`${PACKAGE}: ${files.length} files, ${(size / 1024 / 1024).toFixed(2)} MB`);
process.exitCode = problems.length > 0 ? 1 : 0;
