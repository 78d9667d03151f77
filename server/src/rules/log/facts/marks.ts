import type { DictionaryData } from '../../../log/dictionary';
import { EntryKind } from '../../../log/entryFields';
import type { LogModel } from '../../../log/logModel';
import { NO_ENTRY, type TextColumn } from '../../../log/logTable';
import { isWriting } from '../clientOnEndpoint';
import { AgentMark, agentWords } from './agentWords';
import { PathMark, pathWords } from './pathWords';
import { perModel } from './perModel';
import { queryWords } from './queryWords';
import { WordScanner, type MarkedWord } from './wordScanner';

/** Added to the marks of an endpoint's path: requests to it ask the server to do something (RFC 9110 section 9.2.1). */
export const WRITING = 1 << 30;
/** Added to the marks of an endpoint's path: requests to it ask for a page or a file (GET, HEAD). */
export const READING = 1 << 29;

/** Files that a server hands out as they are, for which no program runs. */
export const STATIC = PathMark.asset | PathMark.download;

/** `PathMark` bits of each path of the log. */
const pathMarks = marksOf('path', pathWords);

/** `AgentMark` bits of each user agent of the log. */
export const agentMarks = marksOf('agent', agentWords);

/** `QueryMark` bits of each query of the log. */
export const queryMarks = marksOf('query', queryWords);

/** `PathMark` bits of each endpoint's path, and `WRITING` or `READING`. */
export const endpointMarks = perModel((model) => {
  const { data, texts } = model.table;
  const marks = pathMarks(model);
  const methods = Uint32Array.from({ length: texts.method.size }, (_, id) => methodMarks(texts.method.text(id)));
  const { method, path } = data.endpoints;
  const isOther = otherServices(model);
  return path.map((id, endpoint) => marks[id]! | (isOther[endpoint] === 1 ? 0 : methods[method[endpoint]!]!));
});

/** By endpoint: 1 where it is a command to an FTP or a mail server, which says nothing about forms and pages. */
function otherServices(model: LogModel): Uint8Array {
  const { endpoint, kind } = model.table.data;
  const isOther = new Uint8Array(model.table.endpointCount);
  for (let row = 0; row < kind.length; row++) {
    const isService = kind[row] === EntryKind.ftp || kind[row] === EntryKind.mail;
    if (isService && endpoint[row] !== NO_ENTRY) isOther[endpoint[row]!] = 1;
  }
  return isOther;
}

/** Endpoints whose marks hold all of `all` and at least one of `some` (0: no matter which). */
export function endpointsMarked(model: LogModel, all: number, some = 0): number[] {
  const found: number[] = [];
  endpointMarks(model).forEach((marks, endpoint) => {
    if ((marks & all) === all && (some === 0 || (marks & some) !== 0)) found.push(endpoint);
  });
  return found;
}

/** Whether the log has user agents at all: the common log format has none. */
export function logsAgents(model: LogModel): boolean {
  return model.table.texts.agent.size > 0;
}

/** Whether an agent is that of a browser and names no robot. */
export function isBrowser(marks: number | undefined): boolean {
  return marks !== undefined && (marks & AgentMark.browser) !== 0 && (marks & AgentMark.robot) === 0;
}

function methodMarks(method: string): number {
  if (isWriting(method)) return WRITING;
  return /^(?:get|head)?$/i.test(method) ? READING : 0;
}

function marksOf(column: TextColumn, words: readonly MarkedWord[]): (model: LogModel) => Uint32Array {
  let scanner: WordScanner | undefined;
  return perModel((model) => {
    scanner ??= new WordScanner(words);
    const texts: DictionaryData = model.table.data.texts[column];
    return scanner.marksOfAll(texts);
  });
}
