import path from 'node:path';
import { URI } from 'vscode-uri';
import type { LogFile } from '../../log/logModel';
import { ARCHIVE_SCHEME } from '../../protocol';

/** Gives the document that shows a log of a folder, written as the editor writes it, by the name that findings have for it. */
export type UriOfLog = (name: string) => string;

/**
 * The documents of the logs of a folder, or of an archive: files that are not packed as they are, others unpacked.
 * @param root path of the folder or the archive
 */
export function urisOfLogs(root: string, files: readonly LogFile[]): UriOfLog {
  const packed = new Set(files.filter(({ packing }) => packing !== 'plain').map(({ name }) => name));
  return (name) => {
    // The logs of an archive are named with its path, those of a folder below it.
    const uri = URI.file(path.resolve(root, name));
    return (packed.has(name) ? uri.with({ scheme: ARCHIVE_SCHEME }) : uri).toString();
  };
}
