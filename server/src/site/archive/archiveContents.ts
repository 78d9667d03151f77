import { EncryptedMember } from '../../archive/zipMember';
import { HostileZip } from '../../archive/zip';
import { PackedBomb, UnsupportedPacking } from '../../archive/decompress';
import { t } from '../../words';
import { diskProblem } from '../diskProblem';
import { TooLargeWithin } from './membersWithin';
import type { SiteArchive, SiteFile, SiteProblem } from '../siteModel';

/** Problems of members that are named each; of more only the number is said. */
const NAMED_PROBLEMS = 20;

/** Collects what is read of one archive. */
export class ArchiveContents {
  readonly #within: string;
  readonly #files: SiteFile[] = [];
  readonly #ofArchive: SiteProblem[] = [];
  readonly #ofMembers: SiteProblem[] = [];
  #encrypted = 0;
  #bytes = 0;

  /** @param within as `SiteArchive` has it */
  constructor(within: string) {
    this.#within = within;
  }

  get within(): string {
    return this.#within;
  }

  /** @param bytes that were unpacked for the file */
  addFile(file: SiteFile, bytes: number): void {
    this.#files.push(file);
    this.#bytes += bytes;
  }

  /** Says what is wrong with the archive as a whole. */
  addProblem(kind: SiteProblem['kind'], message: string): void {
    this.#ofArchive.push({ file: '', kind, message });
  }

  addMemberProblem(problem: SiteProblem): void {
    this.#ofMembers.push(problem);
  }

  /** Says why a file in it, or with '' the archive itself, could not be read. */
  addFailure(path: string, error: unknown): void {
    if (error instanceof EncryptedMember) this.#encrypted++;
    else if (path === '') this.#ofArchive.push(failure(path, error));
    else this.#ofMembers.push(failure(path, error));
  }

  /** What was collected. */
  archive(): SiteArchive {
    const problems = [...this.#ofArchive, ...this.#ofMembers.slice(0, NAMED_PROBLEMS)];
    const left = this.#ofMembers.length - NAMED_PROBLEMS;
    if (this.#encrypted > 0) {
      problems.push(unread(t('{0} files in it are protected by a password and were not read.', this.#encrypted)));
    }
    if (left > 0) problems.push(unread(t('{0} more files in it could not be read, or not as they should.', left)));
    const files = this.#files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return { within: this.#within, files, bytes: this.#bytes, problems };
  }
}

function unread(message: string): SiteProblem {
  return { file: '', kind: 'unreadable', message };
}

function failure(file: string, error: unknown): SiteProblem {
  if (error instanceof UnsupportedPacking) {
    const message = t('It is packed in a way that can’t be read here ({0}). Unpack it first.', error.packing);
    return { file, kind: 'unreadable', message };
  }
  if (error instanceof HostileZip || error instanceof PackedBomb) {
    const message = t('It was not read: it is made as files are that shall crash the programs that unpack them.');
    return { file, kind: 'limit', message };
  }
  if (error instanceof TooLargeWithin) {
    const message = t('An archive within an archive, too large to be opened there. Unpack the outer one first.');
    return { file, kind: 'limit', message };
  }
  return diskProblem(file, error);
}
