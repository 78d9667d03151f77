import { spawnSync, type ChildProcess } from 'node:child_process';

/** Spawn options that let {@link killTree} end a process together with everything it started. */
export const ownGroup = { detached: process.platform !== 'win32' } as const;

/** Ends a process and all its children at once, without asking. Safe to call again and on an exit of this process. */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
