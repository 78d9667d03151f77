import { contentHash } from './contentHash';
import type { Disk } from './disk';
import { formatsOfLog } from './log/knownFormats';
import type { LogFile } from './log/logModel';
import { sourcesIn, type LogSource, type SourceProblem } from './log/logSources';
import { findFiles, type FoundFile } from './logFolder';
import type { EvidenceSources } from './packEvidence';
import { describeProblem } from './problems';
import { nameOfLog } from './readLogSet';
import type { ChosenLog } from './report/evidence/chosenLines';
import type { EvidenceLog } from './report/evidence/evidenceManifest';
import type { EvidenceZip } from './report/evidence/evidenceZip';
import { lineChange } from './report/evidence/lineMasker';
import { LogExtract, type LineChange } from './report/evidence/logExtract';
import { logMemberName } from './report/evidence/memberName';
import type { Masking } from './report/incident/masking';
import { fromCommonFolder } from './report/sarif/withoutCommonFolder';
import { t } from './words';

/** What is packed of logs, and how. */
export interface LogPacking {
  readonly zip: EvidenceZip;
  /** By the names of the logs. */
  readonly chosen: ReadonlyMap<string, ChosenLog>;
  /** Absent: lines are packed as they are. */
  readonly masking?: Masking;
  /** Told how many bytes of the logs, of how many, were read. */
  readonly onProgress?: (done: number, total: number) => void;
}

const NO_LINES: ChosenLog = { lines: new Uint32Array(0), points: [] };

/**
 * Reads the logs of an incident once more, and packs the chosen lines of each.
 * @returns what is known of each log, in the order in which they were read first
 */
export async function packLogs(disk: Disk, sources: EvidenceSources, packing: LogPacking): Promise<EvidenceLog[]> {
  const { files } = await findFiles(disk, sources.logs);
  const packer = new LogPacker(disk, sources, packing);
  const names = sources.read.map(({ name }) => name);
  const wanted = files.filter((file) => mayHold(file, names));
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const file of wanted) {
    await packer.packFile(file);
    done += file.size;
    packing.onProgress?.(done, total);
  }
  return packer.logs;
}

/** Whether a file is one of some logs, or an archive with one of them. */
export function mayHold({ name }: FoundFile, logs: readonly string[]): boolean {
  return logs.some((log) => log === name || log.startsWith(`${name}/`));
}

class LogPacker {
  readonly #disk: Disk;
  readonly #sources: EvidenceSources;
  readonly #packing: LogPacking;
  /** Logs that were read when the incident was put together, by name. */
  readonly #known: ReadonlyMap<string, LogFile>;
  /** Where a user keeps his logs is nobody else's business. */
  readonly #shownName: (name: string) => string;
  readonly #packed = new Map<string, EvidenceLog>();

  constructor(disk: Disk, sources: EvidenceSources, packing: LogPacking) {
    this.#disk = disk;
    this.#sources = sources;
    this.#packing = packing;
    this.#known = new Map(sources.read.map((log) => [log.name, log]));
    this.#shownName = fromCommonFolder(this.#known.keys());
  }

  get logs(): EvidenceLog[] {
    return this.#sources.read.map(
      (log) => this.#packed.get(log.name) ?? this.#unread(log, t('It is not there any more.')),
    );
  }

  /** Packs the lines of what a file holds: a log, or those of an archive. Rejects when the archive can't be written. */
  async packFile(file: FoundFile): Promise<void> {
    const held = [...this.#known.values()].filter(({ name }) => name === file.name || name.startsWith(`${file.name}/`));
    let fileSha256: string;
    try {
      fileSha256 = await contentHash(this.#disk, file.path);
    } catch (error) {
      for (const log of held) this.#packed.set(log.name, this.#unread(log, describeProblem(error)));
      return;
    }
    for await (const source of readableSources(this.#disk, file)) {
      const log = this.#known.get(nameOfLog(file, source.member));
      if (log === undefined) continue;
      const packed =
        'problem' in source
          ? this.#unread(log, describeProblem(source.problem))
          : await this.#packLog(log, source.chunks, fileSha256);
      this.#packed.set(log.name, packed);
    }
  }

  async #packLog(log: LogFile, chunks: AsyncIterable<Uint8Array>, fileSha256: string): Promise<EvidenceLog> {
    const { zip, chosen, masking } = this.#packing;
    const own = chosen.get(log.name) ?? NO_LINES;
    const extract = new LogExtract(own, masking && maskingOfLines(masking, log, this.#sources));
    let problem: string | undefined;
    const pieces = upToFailure(extract.read(chunks), (error) => (problem = describeProblem(error)));
    const member = logMemberName(this.#packed.size + 1, log.name);
    const hasLines = own.lines.length > 0;
    if (hasLines) {
      await zip.add(`${member}.txt`, pieces);
      await zip.addText(`${member}.csv`, extract.index());
    } else {
      for await (const _ of pieces);
    }
    return {
      ...this.#factsOf(log),
      fileSha256,
      ...(problem === undefined && { sha256: extract.sha256, bytes: extract.bytes, lines: extract.lines }),
      ...(hasLines && { extract: `${member}.txt`, index: `${member}.csv` }),
      linesTaken: extract.taken,
      linesMissing: extract.missing,
      ...(problem === undefined && extract.lines !== log.lines && { hasChanged: true as const }),
      ...(problem !== undefined && { problem }),
    };
  }

  #unread(log: LogFile, problem: string): EvidenceLog {
    const linesMissing = this.#packing.chosen.get(log.name)?.lines.length ?? 0;
    return { ...this.#factsOf(log), linesTaken: 0, linesMissing, problem };
  }

  #factsOf({ name, format, first, last = first }: LogFile): Pick<EvidenceLog, 'name' | 'format' | 'first' | 'last'> {
    return {
      name: this.#shownName(name),
      ...(format !== undefined && { format }),
      ...(first !== undefined && { first, last }),
    };
  }
}

/** How the lines of a log are masked. */
export function maskingOfLines(
  masking: Masking,
  { format: id }: LogFile,
  { userFormats }: Pick<EvidenceSources, 'userFormats'>,
): LineChange {
  const [format] = formatsOfLog(id ?? '', { userFormats });
  return lineChange(masking, format?.id === id ? format : undefined);
}

/** What a file holds, as far as it can be read: an archive that is damaged ends early, and its logs count as unread. */
export async function* readableSources(disk: Disk, { path }: FoundFile): AsyncGenerator<LogSource | SourceProblem> {
  try {
    yield* sourcesIn(disk, path);
  } catch (error) {
    yield { member: undefined, problem: error };
  }
}

/** Pieces up to where reading them fails: what came before is packed already. */
async function* upToFailure(
  pieces: AsyncIterable<Uint8Array>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    onFailure(error);
  }
}
