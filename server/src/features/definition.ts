import type { Location } from 'vscode-languageserver-protocol';
import type { SiteStore } from '../siteStore';
import type { LogPosition } from './logPosition';

/** Where Ctrl+click leads: a request path to its file in the site folder; else a line of some lines to its place in the log. */
export async function logDefinition(place: LogPosition, document: string, sites: SiteStore): Promise<Location | null> {
  const { log, row, line, field } = place;
  const { table } = log.model;
  if (field?.name === 'target' && row !== undefined) {
    const file = await sites.find(table.endpoint(table.data.endpoint[row]!).path, table.text('vhost', row));
    if (file !== null) return location(file, 0);
  }
  return document === log.uri ? null : location(log.uri, line - 1);
}

function location(uri: string, line: number): Location {
  const position = { line, character: 0 };
  return { uri, range: { start: position, end: position } };
}
