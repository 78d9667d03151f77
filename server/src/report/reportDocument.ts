import { count } from '../numbers';
import { t } from '../words';

/**
 * A report before it has a form: what is told, in the user's language. Every text may quote an attacker; each form escapes all of
 * them.
 */
export interface ReportDocument {
  readonly title: string;
  /** What a reader in a hurry must know, a sentence each. */
  readonly summary: readonly string[];
  readonly sections: readonly ReportSection[];
  /** Whose data is used, and what the report is made with; a line each. */
  readonly credits: readonly string[];
}

export interface ReportSection {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock = ReportParagraph | ReportList | ReportTable | ReportPart;

export interface ReportParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface ReportList {
  readonly kind: 'list';
  readonly items: readonly string[];
}

/** A table whose first column names the rows. */
export interface ReportTable {
  readonly kind: 'table';
  /** What it is a table of. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of a section under a heading of its own. */
export interface ReportPart {
  readonly kind: 'part';
  readonly title: string;
  readonly blocks: readonly Exclude<ReportBlock, ReportPart>[];
}

export function paragraph(text: string): ReportParagraph {
  return { kind: 'paragraph', text };
}

/** A list, or nothing where it would be empty. */
export function listOf(items: readonly string[]): ReportList[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** A table, or nothing where it would be empty. */
export function tableOf(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ReportTable[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }];
}

/** A section, or nothing where it would be empty. */
export function sectionOf(title: string, blocks: readonly ReportBlock[]): ReportSection[] {
  return blocks.length === 0 ? [] : [{ title, blocks }];
}

/** Says how many more there are than are shown; nothing where there are none. */
export function moreOf(all: number, shown: number): ReportParagraph[] {
  return all > shown ? [paragraph(t('… and {0} more', count(all - shown)))] : [];
}
