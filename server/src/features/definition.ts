import type { Location } from 'vscode-languageserver-protocol';
import type { LogPosition } from './logPosition';
import { namedFiles } from './filePaths';
import { findServerFile, findTargetFile, type FindSiteFile } from './serverFile';

/**
 * Where Ctrl+click leads: a request path, or a file that a message names, to its copy in the site folder; else a line of some
 * lines to its place in the log.
 * @param column of the document, from 0
 */
export async function logDefinition(
  place: LogPosition,
  document: string,
  column: number,
  find: FindSiteFile,
): Promise<Location | null> {
  const file = (await targetFile(place, find)) ?? (await messageFile(place, column, find));
  if (file !== null) return file;
  return document === place.log.uri ? null : location(place.log.uri, place.line);
}

async function targetFile({ log, row, field }: LogPosition, find: FindSiteFile): Promise<Location | null> {
  if (field?.name !== 'target' || row === undefined) return null;
  const file = await findTargetFile(log.model.table, row, find);
  return file === null ? null : location(file, 1);
}

async function messageFile({ text, field }: LogPosition, column: number, find: FindSiteFile): Promise<Location | null> {
  if (field !== undefined && field.name !== 'message') return null;
  const named = namedFiles(text).find(({ start, end }) => column >= start && column <= end);
  const file = named === undefined ? null : await findServerFile(named.path, find);
  return file === null ? null : location(file, named?.line ?? 1);
}

/** @param line from 1 */
function location(uri: string, line: number): Location {
  const position = { line: line - 1, character: 0 };
  return { uri, range: { start: position, end: position } };
}
