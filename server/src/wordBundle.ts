import { join } from 'node:path';
import type { Disk } from './disk';
import type { Language } from './jobs';
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

/**
 * A language with its messages; one that has none gives the English ones.
 * @param folder where the files of messages lie
 */
export async function readLanguage(disk: Disk, folder: string, locale: string): Promise<Language> {
  const bundle = locale === 'en' ? undefined : join(folder, `bundle.l10n.${locale}.json`);
  return { locale, words: await readWordBundle(disk, bundle) };
}
