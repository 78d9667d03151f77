import { documentQuery, documentUri, isRecord } from './documents';

/** Scheme of documents that show what hidden code of a site says; see `decodedUri`. */
export const DECODED_SCHEME = 'site-decoded';

/** A finding of an audited site: the `nth` (from 0) of those that a rule has in a file. */
export interface FindingOfSite {
  /** URI of the audited folder. */
  readonly folder: string;
  /** Path relative to the folder, with `/`. */
  readonly file: string;
  readonly rule: string;
  readonly nth: number;
}

/** The `site-decoded:` URI of the document for a finding. Its path, which the editor shows, ends as the code's language does. */
export function decodedUri(finding: FindingOfSite): string {
  const name = finding.file.slice(finding.file.lastIndexOf('/') + 1).replaceAll(/\p{C}/gu, '\u{fffd}');
  const extension = /\.m?js$/i.test(name) ? 'js' : 'php';
  return documentUri(DECODED_SCHEME, `${name} · decoded.${extension}`, finding);
}

/** The finding that a `site-decoded:` URI names, or `undefined` when it is none. */
export function parseDecodedUri(uri: string): FindingOfSite | undefined {
  return documentQuery(uri, DECODED_SCHEME, isFindingOfSite);
}

/** Whether a value that came from outside names a finding of a site. */
export function isFindingOfSite(value: unknown): value is FindingOfSite {
  if (!isRecord(value)) return false;
  const { folder, file, rule, nth } = value;
  const texts = [folder, file, rule].every((each) => typeof each === 'string');
  return texts && Number.isSafeInteger(nth) && Number(nth) >= 0;
}
