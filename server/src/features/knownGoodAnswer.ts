import { fileURLToPath } from 'node:url';
import { contentHash } from '../contentHash';
import type { Disk } from '../disk';
import { describeProblem } from '../problems';
import type { KnownGoodAnswer, KnownGoodParams } from '../protocol';
import { terminalText } from '../report/terminal';
import { knownGoodEntry } from '../site/known/knownGood';
import { t } from '../words';

/**
 * The entry that says of a file's content that it is good. The bytes on the disk count, not those of a document that is open, as
 * the audit sees no others. Links are not followed: what they lead to may be another file tomorrow. Never rejects.
 */
export async function knownGoodAnswer(disk: Disk, { uri, note }: KnownGoodParams, now: Date): Promise<KnownGoodAnswer> {
  if (!uri.startsWith('file:')) return { problem: t('Only files on the disk can be marked as known good.') };
  try {
    const path = fileURLToPath(uri);
    const { kind } = await disk.status(path);
    if (kind !== 'file') {
      return { problem: t('Only ordinary files can be marked as known good, no folders and no links.') };
    }
    return { entry: knownGoodEntry(await contentHash(disk, path), note, now) };
  } catch (error) {
    return { problem: terminalText(describeProblem(error)) };
  }
}
