// `npm start`: builds the extension and opens the sample incident in VS Code with it, from a fresh clone on.
//
//   npm start -- [--browser] [--no-open] [--locale ja]
//
// It takes the desktop VS Code whose command `code` is on PATH; otherwise, or with --browser, a VS Code from the npm
// registry, which it serves to the browser until Ctrl+C. --no-open (and CI) leaves opening the address to the user.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureDependencies, run } from './dependencies.mjs';

const { values: options } = parseArgs({
  options: { browser: { type: 'boolean' }, 'no-open': { type: 'boolean' }, locale: { type: 'string' } },
});
const isWindows = process.platform === 'win32';

process.chdir(resolve(import.meta.dirname, '..'));
ensureDependencies();
run('npm', ['run', '--silent', 'build']);
run('npm', ['run', '--silent', 'package']);
const vsixFile = resolve('log-site-audit.vsix');

const { require } = await import('tsx/cjs/api');
const { copySample } = require('../test/editor/harness/sampleFolder.ts', import.meta.url);
// The sample may be changed and deleted from at will: it is a copy.
const folder = await copySample(mkdtempSync(join(tmpdir(), 'sample-incident-')));
// As the double click opens them: VS Code does not wait for an extension's editors when it opens a file at its start, but it
// does for an extension's file system.
const logs = readdirSync(join(folder, 'logs')).map((name) => {
  return new URL(pathToFileURL(join(folder, 'logs', name)).href.replace('file:', 'log-archive:'));
});

if (options.browser || !openOnDesktop()) await serveToBrowser();

/** Gives back false where there is no desktop VS Code, or one that will not start (as root, for one). */
function openOnDesktop() {
  if (options['no-open'] || process.env.CI || !code('--version')) return false;
  const opened =
    code('--install-extension', vsixFile, '--force') &&
    code(folder, ...logs.flatMap((log) => ['--file-uri', log.href]));
  if (opened) console.log(`VS Code opens the sample incident, a copy in ${folder}`);
  return opened;
}

/** Runs VS Code's command; a script on Windows, where the shell wants names in quotes. */
function code(...parameters) {
  const quoted = isWindows ? parameters.map((parameter) => `"${parameter}"`) : parameters;
  return spawnSync('code', quoted, { stdio: ['ignore', 'ignore', 'inherit'], shell: isWindows }).status === 0;
}

async function serveToBrowser() {
  const { serveWindow } = require('../test/editor/harness/servedWindow.ts', import.meta.url);
  const { newestVsCode } = require('../test/editor/harness/versions.ts', import.meta.url);
  const window = await serveWindow({
    version: newestVsCode,
    folder,
    files: logs,
    vsixFiles: [vsixFile],
    locale: options.locale ?? (Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ja') ? 'ja' : undefined),
    settings: { 'security.workspace.trust.banner': 'untilDismissed' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void window.stop());
  console.log(`\nVS Code with the sample incident: ${window.url}\nIt runs until you press Ctrl+C.`);
  if (!options['no-open'] && !process.env.CI) openAddress(window.url);
  await window.ended;
  await rm(folder, { recursive: true, force: true });
}

/** Opens an address with the desktop's own opener; where there is none, the user has the printed address. */
function openAddress(url) {
  const hasDesktop = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.platform === 'linux' && !hasDesktop) return;
  const [command, ...parameters] = isWindows
    ? ['rundll32', 'url.dll,FileProtocolHandler', url]
    : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  spawn(command, parameters, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
