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
    // The logs of an archive are named with its path, those of a folder below it. No URI can hold bytes of a name that are no text.
    const uri = URI.file(path.resolve(root, name).replaceAll(/\p{Cs}/gu, '\u{fffd}'));
    return (packed.has(name) ? uri.with({ scheme: ARCHIVE_SCHEME }) : uri).toString();
  };
}

/** The documents of logs that were read from `paths`: those of a folder are named from there when it is the only one, all others whole. */
export function urisOfLogsAt(paths: readonly string[], files: readonly LogFile[]): UriOfLog {
  return urisOfLogs(paths.length === 1 ? paths[0]! : '', files);
}
