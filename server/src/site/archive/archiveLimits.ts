import { t } from '../../words';
import type { Meter } from './members';

const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;

/** How much of archives is read. */
export interface ArchiveLimits {
  /** Files of one archive and of all archives together. */
  readonly members: number;
  readonly allMembers: number;
  /** Bytes unpacked of one archive and of all archives together. */
  readonly bytes: number;
  readonly allBytes: number;
  /** One archive may unpack to so many times its size, once that is more than `harmlessBytes`. */
  readonly expansion: number;
  readonly harmlessBytes: number;
  /** The same for bytes that are understood, such as programs and pages, which takes a hundred times as long. */
  readonly codeExpansion: number;
  readonly harmlessCodeBytes: number;
  /** Files of one name in one archive. */
  readonly namesakes: number;
}

/**
 * As many files as of a site itself, bytes that take some minutes, and an expansion that texts do not reach: the program code of
 * WordPress packs to a fourth, a dump of its database to a tenth, logs of a flood to a hundredth. A name comes again where a backup
 * was added to an archive, once for each backup.
 */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  members: 200_000,
  allMembers: 400_000,
  bytes: 16 * GIGABYTE,
  allBytes: 32 * GIGABYTE,
  expansion: 200,
  harmlessBytes: 256 * MEGABYTE,
  codeExpansion: 100,
  harmlessCodeBytes: 8 * MEGABYTE,
  namesakes: 1000,
};

/** More would come out of an archive than is read. */
export class ArchiveLimit extends Error {
  override readonly name = 'ArchiveLimit';

  /** @param isOfAudit the limit is that of all archives together */
  constructor(
    message: string,
    readonly isOfAudit: boolean,
  ) {
    super(message);
  }
}

/** What has come out of the archives of an audit, one after the other. */
export class ArchiveBudget {
  readonly #limits: ArchiveLimits;
  readonly #onMember: () => void;
  #members = 0;
  #bytes = 0;

  /** @param onMember told of every file that is read of an archive */
  constructor(limits: ArchiveLimits, onMember = (): void => undefined) {
    this.#limits = limits;
    this.#onMember = onMember;
  }

  /** Counts what an archive gave when an earlier audit read it. */
  add(members: number, bytes: number): void {
    this.#members += members;
    this.#bytes += bytes;
  }

  /**
   * Begins to count for the next archive. The meter throws `ArchiveLimit`, and the signal's reason once it is aborted.
   * @param packedSize bytes that the archive takes
   */
  meter(packedSize: number, signal?: AbortSignal): Meter {
    const { members, allMembers, bytes, allBytes } = this.#limits;
    const { expansion, harmlessBytes, codeExpansion, harmlessCodeBytes, namesakes } = this.#limits;
    const most = Math.min(bytes, Math.max(harmlessBytes, packedSize * expansion));
    const mostCode = Math.max(harmlessCodeBytes, packedSize * codeExpansion);
    let ownMembers = 0;
    let ownBytes = 0;
    let ownCode = 0;
    return {
      member: () => {
        signal?.throwIfAborted();
        if (++ownMembers > members) throw new ArchiveLimit(tooManyFiles(members), false);
        if (++this.#members > allMembers) throw new ArchiveLimit(enoughArchives(), true);
        this.#onMember();
      },
      bytes: (count) => {
        signal?.throwIfAborted();
        ownBytes += count;
        this.#bytes += count;
        if (ownBytes > most) throw new ArchiveLimit(most < bytes ? bomb() : tooManyBytes(bytes), false);
        if (this.#bytes > allBytes) throw new ArchiveLimit(enoughArchives(), true);
      },
      code: (count) => {
        ownCode += count;
        if (ownCode > mostCode) throw new ArchiveLimit(bomb(), false);
      },
      namesake: (before) => {
        if (before >= namesakes) throw new ArchiveLimit(oneName(), false);
      },
    };
  }
}

function tooManyFiles(most: number): string {
  return t('It holds very many files; only the first {0} were read.', most);
}

function tooManyBytes(most: number): string {
  return t('It unpacks to very much; only the first {0} MB were read.', Math.round(most / MEGABYTE));
}

function bomb(): string {
  return t('Reading it was stopped: it unpacks to far more than a site can be, as files made to crash programs do.');
}

function oneName(): string {
  return t('Reading it was stopped: very many files in it have the same name, as in files made to crash programs.');
}

function enoughArchives(): string {
  return t(
    'It was not read to its end: the archives of this folder hold very much together. Audit it alone to see what is in it.',
  );
}
