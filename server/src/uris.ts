import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';
import { ARCHIVE_SCHEME } from './protocol';

/** Path of a log's document on this machine; `undefined` for a document that is no file. */
export function pathOfUri(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file' && parsed.scheme !== ARCHIVE_SCHEME) return undefined;
  return fileURLToPath(parsed.with({ scheme: 'file' }).toString());
}

/** The last part of a URI's path, for people; hostile text. */
export function nameOfUri(uri: string): string {
  const { path } = URI.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}
