import { documentName, documentQuery, documentUri, isRecord } from './documents';

/** Scheme of documents that explain a finding; see `findingUri`. */
export const FINDING_SCHEME = 'log-finding';
/** Lines of the log that such a document shows. */
export const FINDING_DOCUMENT_LINES = 50;

/** A finding of a log: the `nth` (from 0) of those that a rule has at a line (from 1). */
export interface FindingOfLog {
  /** URI of the log's document. */
  readonly log: string;
  readonly rule: string;
  readonly line: number;
  readonly nth: number;
}

/** The `log-finding:` URI of the document that explains a finding. Its path, which the editor shows, ends as its language does. */
export function findingUri(finding: FindingOfLog): string {
  return documentUri(FINDING_SCHEME, `${documentName(finding.rule, finding.log)}.finding`, finding);
}

/** The finding that a `log-finding:` URI names, or `undefined` when it is none. */
export function parseFindingUri(uri: string): FindingOfLog | undefined {
  return documentQuery(uri, FINDING_SCHEME, isFindingOfLog);
}

/** Whether a value that came from outside names a finding. */
export function isFindingOfLog(value: unknown): value is FindingOfLog {
  if (!isRecord(value)) return false;
  const { log, rule, line, nth } = value;
  const numbers = [line, nth].every((each) => Number.isSafeInteger(each) && Number(each) >= 0);
  return typeof log === 'string' && typeof rule === 'string' && numbers;
}
