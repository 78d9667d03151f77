import type { DocumentLink } from 'vscode-languageserver-protocol';
import type { LineField } from '../log/fieldAt';
import { t } from '../words';
import { namedFiles } from './filePaths';
import { findServerFile, findTargetFile, type FindSiteFile } from './serverFile';
import type { ShownLine, ShownLines } from './shownLines';

/** Each path that is looked for may cost some reads of folders. */
const MOST_PATHS = 200;

/** Links from lines of a log to the files of the site that they name: request paths and files in messages. */
export async function logLinks({ log, lines }: ShownLines, findSiteFile: FindSiteFile): Promise<DocumentLink[]> {
  const { table } = log.model;
  const find = withMemory(findSiteFile);
  const links: DocumentLink[] = [];
  for (const line of lines) {
    const row = table.rowOfLine(line.line);
    const named = await messageLinks(line, find);
    const targets = row === undefined ? [] : await targetLinks(line, () => findTargetFile(table, row, find));
    // PHP names the script that sends a mail, with its line, within a message.
    links.push(...targets.filter((target) => !named.some((each) => startsWhere(each, target))), ...named);
  }
  return links;
}

/** Looks for each path once, and for no more than `MOST_PATHS`. */
function withMemory(find: FindSiteFile): FindSiteFile {
  const known = new Map<string, Promise<string | null>>();
  return (path, host) => {
    const key = `${host ?? ''} ${path}`;
    const found = known.get(key) ?? (known.size < MOST_PATHS ? find(path, host) : Promise.resolve(null));
    known.set(key, found);
    return found;
  };
}

async function targetLinks({ at, fields }: ShownLine, find: () => Promise<string | null>): Promise<DocumentLink[]> {
  const target = fields.find(({ name }) => name === 'target');
  const path = target?.text.split('?', 1)[0];
  if (target === undefined || !path?.startsWith('/')) return [];
  const file = await find();
  return file === null ? [] : [link(at, target.start, target.start + path.length, file)];
}

async function messageLinks(line: ShownLine, find: FindSiteFile): Promise<DocumentLink[]> {
  const links: DocumentLink[] = [];
  const { start, end } = messageOf(line);
  for (const named of namedFiles(line.text.slice(start, end))) {
    const file = await findServerFile(named.path, find);
    if (file === null) continue;
    const target = named.line === undefined ? file : `${file}#L${named.line}`;
    links.push(link(line.at, start + named.start, start + named.end, target));
  }
  return links;
}

/** Where a line's message lies. A line that is no entry is all message: it goes on with the one before, as stack traces do. */
function messageOf({ text, fields }: ShownLine): Pick<LineField, 'start' | 'end'> {
  const message = fields.find(({ name }) => name === 'message');
  return message ?? { start: 0, end: fields.length === 0 ? text.length : 0 };
}

function startsWhere({ range }: DocumentLink, other: DocumentLink): boolean {
  return range.start.character === other.range.start.character;
}

function link(line: number, start: number, end: number, target: string): DocumentLink {
  return {
    range: { start: { line, character: start }, end: { line, character: end } },
    target,
    tooltip: t('Open the file in the copy of the site'),
  };
}
