// Lets the commands of the README work in a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs what package-lock.json names when nothing is installed yet. Throws when that fails. */
export function ensureDependencies() {
  if (existsSync('node_modules/.package-lock.json')) return;
  run('npm', ['ci']);
}

/** Runs a command with its output shown; throws when it fails. */
export function run(command, parameters) {
  const { status, error } = spawnSync(command, parameters, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} failed`);
}
