import type { Disk } from './disk';
import type { WordBundle } from './words';

/** Reads a file of translated messages; an unreadable one leaves the messages English, which must not stop the work. */
export async function readWordBundle(disk: Disk, path: string | undefined): Promise<WordBundle> {
  if (path === undefined) return {};
  try {
    const bundle: unknown = JSON.parse(Buffer.from(await disk.read(path)).toString('utf8'));
    return typeof bundle === 'object' && bundle !== null ? (bundle as WordBundle) : {};
  } catch {
    return {};
  }
}
