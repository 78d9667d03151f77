import { encodeText } from './encodeText';
import { changeOf } from './fileState';
import type { LogJob } from './jobs';
import { lineToReadAgain, startOfLine } from './log/continueLog';
import { openBytes } from './log/seekableBytes';
import { utf8Text } from './log/text';
import type { Disk } from './disk';
import { textOf, type LogDocument } from './logDocument';

/** Where the newest version of a log is. */
export type LogSource =
  /** In a file. */
  | { readonly kind: 'file'; readonly path: string }
  /** In a file, and behind it a `tail` that an editor has not saved. */
  | { readonly kind: 'fileAndTail'; readonly path: string; readonly tail: string }
  /** In an editor. The first `unchanged` UTF-16 units are as in the version before. */
  | { readonly kind: 'text'; readonly text: string; readonly unchanged: number };

/** A version of a log that later ones are gone on from. */
export interface BaseVersion {
  readonly source: LogSource;
  readonly document: LogDocument;
  /** Of a text: where the line begins that is read again when it goes on, in UTF-16 units and in bytes. */
  readonly cut?: { readonly unit: number; readonly byte: number };
}

/** What is to be read for a version. */
export interface ReadingPlan {
  readonly kind: 'read';
  readonly job: Pick<LogJob, 'bytes' | 'soFar'>;
  /** Whether later versions go on from this one; otherwise from the same base as this. */
  readonly isBase: boolean;
}

/** What is to be done for a version. `nothing`: the base is that version, or can't be improved. */
export type Plan = ReadingPlan | { readonly kind: 'nothing' };

/** A tail longer than this, in UTF-16 units, is not joined to the rest at every key stroke: all is read anew instead. */
const LONGEST_TAIL = 8 * 1024 * 1024;

/**
 * How a version is read with the least work.
 * @param unchanged UTF-16 units at the beginning of a text that are as in the base
 */
export async function planFor(
  source: LogSource,
  base: BaseVersion | undefined,
  unchanged: number,
  disk: Disk,
): Promise<Plan> {
  switch (source.kind) {
    case 'file':
      return planForFile(source.path, base, disk);
    case 'fileAndTail':
      return planForTail(source.tail, base);
    case 'text':
      return planForText(source.text, base, unchanged);
  }
}

async function planForFile(path: string, base: BaseVersion | undefined, disk: Disk): Promise<Plan> {
  const whole: Plan = { kind: 'read', job: { bytes: { path } }, isBase: true };
  const { file, soFar } = base?.document ?? {};
  if (file === undefined) return whole;
  // A file that can't be looked at is read, which says why not.
  const change = await changeOf(disk, file).catch(() => 'other' as const);
  if (change === 'none') return { kind: 'nothing' };
  const isPlain =
    base !== undefined && textOf(base.document.outcome)?.stored.kind === 'file' && file.size === bytesOf(base);
  return change === 'grown' && isPlain ? { kind: 'read', job: { bytes: { path }, soFar }, isBase: true } : whole;
}

async function planForTail(tail: string, base: BaseVersion | undefined): Promise<Plan> {
  const text = base && textOf(base.document.outcome);
  // What could not be read does not become readable by an edit, and without a tail it is as it was read.
  if (text === undefined || tail === '') return { kind: 'nothing' };
  const more = await encodeText(tail);
  const stored = { kind: 'extended', base: text.stored, length: text.table.lineIndex.bytes, more } as const;
  return { kind: 'read', job: { bytes: { text: stored }, soFar: base?.document.soFar }, isBase: false };
}

async function planForText(text: string, base: BaseVersion | undefined, unchanged: number): Promise<Plan> {
  const known = base && textOf(base.document.outcome);
  const cut = base?.cut;
  if (known === undefined || cut === undefined || unchanged < cut.unit || text.length - cut.unit > LONGEST_TAIL) {
    return { kind: 'read', job: { bytes: { text: { kind: 'memory', bytes: await encodeText(text) } } }, isBase: true };
  }
  const more = await encodeText(text.slice(cut.unit));
  const stored = { kind: 'extended', base: known.stored, length: cut.byte, more } as const;
  return { kind: 'read', job: { bytes: { text: stored }, soFar: base?.document.soFar }, isBase: false };
}

/** A version that was read, to go on from. */
export async function baseVersion(source: LogSource, document: LogDocument, disk: Disk): Promise<BaseVersion> {
  const text = textOf(document.outcome);
  if (source.kind !== 'text' || text === undefined || document.soFar === undefined) return { source, document };
  const bytes = openBytes(text.stored, disk);
  const byte = await startOfLine(text.table.lineIndex, bytes, lineToReadAgain(document.soFar.table));
  const rest = utf8Text(await bytes.read(byte, text.table.lineIndex.bytes));
  return { source, document, cut: { byte, unit: source.text.length - rest.length } };
}

function bytesOf({ document }: BaseVersion): number | undefined {
  return textOf(document.outcome)?.table.lineIndex.bytes;
}
