import { open, rename, rm } from 'node:fs/promises';
import type { PendingFile } from './pendingFile';

/** Begins a file on the machine's own disk: beside its place, under a name of its own. */
export async function nodePendingFile(file: string): Promise<PendingFile> {
  const part = partOf(file);
  const handle = await open(part, 'w');
  return {
    write: async (bytes) => {
      await handle.writeFile(bytes);
    },
    async keep() {
      await handle.close();
      await rename(part, file);
    },
    async discard() {
      await handle.close();
      await discardPart(file);
    },
  };
}

/** Takes away what a thread that was ended has left of a file. */
export async function discardPart(file: string): Promise<void> {
  await rm(partOf(file), { force: true });
}

/** A name that no file of the user's has: what is there is written over. */
function partOf(file: string): string {
  return `${file}.log-site-audit.part`;
}
