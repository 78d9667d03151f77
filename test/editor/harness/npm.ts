import { spawn } from 'node:child_process';
import { basename } from 'node:path';

const quietArguments = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
const unreachable = /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/;

/**
 * Runs `npm install` in a folder with the user's own npm configuration. No package's install script is run.
 *
 * @param folder where to install; has a package.json
 * @param packages what to install, `name@version` each; none installs what the folder's package.json lists
 * @throws Error that tells an unreachable registry apart from other failures and quotes npm's last words
 */
export async function npmInstall(folder: string, packages: readonly string[]): Promise<void> {
  // VS Code depends on pre-releases of its own packages, which npm's peer dependency check refuses.
  const wanted = packages.length > 0 ? packages : ['--omit=dev', '--legacy-peer-deps'];
  const { code, output } = await runNpm(folder, ['install', ...wanted, ...quietArguments]);
  if (code === 0) return;
  const what = packages.length > 0 ? packages.join(', ') : `the dependencies in ${folder}`;
  const reason = unreachable.test(output)
    ? 'the npm registry cannot be reached (network, proxy or registry setting of npm?)'
    : `npm ended with code ${code}`;
  throw new Error(`Could not install ${what}: ${reason}.\n${output.trim().split('\n').slice(-15).join('\n')}`);
}

function runNpm(folder: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const { command, leading, shell } = npmCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...leading, ...args], { cwd: folder, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Inside `npm run` npm names its own program, which spares the shell that npm.cmd needs on Windows. */
function npmCommand(): { command: string; leading: string[]; shell: boolean } {
  const program = process.env['npm_execpath'];
  if (program && basename(program) === 'npm-cli.js') {
    return { command: process.execPath, leading: [program], shell: false };
  }
  return { command: 'npm', leading: [], shell: process.platform === 'win32' };
}
