import type { LogModel } from '../../../log/logModel';
import { countOf } from '../../../log/rowGroups';
import { endpointMarks, READING, STATIC, WRITING } from './marks';
import { PathMark } from './pathWords';
import { perModel } from './perModel';

/** A browser loads at least this many style sheets, scripts, pictures and fonts with a page. */
const FILES_OF_A_BROWSER = 3;
/** Least share of the readers of pages that load files: below, the files come from elsewhere, and who loads none tells nothing. */
const READERS_WITH_FILES = 0.3;
/** Fewest readers of pages that this can be told from. */
const FEWEST_READERS = 5;
const NOT_MODIFIED = 304;

/** How often each client, by its number in the dictionary, did what. */
export interface ClientCounts {
  /** Files of pages that it was answered with, or that it had already. */
  readonly assets: Uint32Array;
  /** Pages that it was answered with. */
  readonly pages: Uint32Array;
  /** Requests that ask the server to do something. */
  readonly writes: Uint32Array;
  /** Requests for pages or programs that the server refused or had nothing for. */
  readonly refused: Uint32Array;
}

/** What a request counts as, as bits: kept in one byte for each endpoint, as a million rows ask for it. */
const ASSET = 1;
const WRITE = 2;
const PAGE = 4;
const SEARCHED = 8;

/** Counts what each client did; one pass over the log. */
export const clientCounts = perModel((model): ClientCounts => {
  const { client, endpoint, status } = model.table.data;
  const kinds = Uint8Array.from(endpointMarks(model), kindOf);
  const clients = model.table.texts.client.size;
  const assets = new Uint32Array(clients);
  const pages = new Uint32Array(clients);
  const writes = new Uint32Array(clients);
  const refused = new Uint32Array(clients);
  for (let row = 0; row < client.length; row++) {
    const who = client[row]!;
    if (who >= clients) continue;
    const id = endpoint[row]!;
    // What could not be read was searched for, not looked at.
    const kind = id < kinds.length ? kinds[id]! : SEARCHED;
    const code = status[row]!;
    if ((kind & WRITE) !== 0) writes[who]!++;
    else if (code < 300 || code === NOT_MODIFIED) {
      if ((kind & ASSET) !== 0) assets[who]!++;
      else if ((kind & PAGE) !== 0) pages[who]!++;
    }
    if (code >= 400 && (kind & SEARCHED) !== 0 && isRefusal(code)) refused[who]!++;
  }
  return { assets, pages, writes, refused };
});

function kindOf(marks: number): number {
  if ((marks & WRITING) !== 0) return (marks & STATIC) !== 0 ? WRITE : WRITE | SEARCHED;
  if ((marks & PathMark.asset) !== 0) return ASSET;
  if ((marks & STATIC) !== 0) return 0;
  return (marks & READING) !== 0 ? PAGE | SEARCHED : SEARCHED;
}

/** Whether a status says that nothing was there, or that the server would not (RFC 9110 section 15.5). */
export function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429;
}

/** By client: 1 where it loads the files that belong to pages, as browsers do and robots seldom trouble to. */
export const visitorTest = perModel((model): Uint8Array => {
  const { assets } = clientCounts(model);
  const isVisitor = new Uint8Array(assets.length);
  for (let client = 0; client < assets.length; client++) {
    if (assets[client]! >= FILES_OF_A_BROWSER) isVisitor[client] = 1;
  }
  return isVisitor;
});

/** Whether the client loads the files that belong to pages; for many rows, `visitorTest` is faster. */
export function loadsPages(model: LogModel, client: number): boolean {
  return visitorTest(model)[client] === 1;
}

/**
 * Whether the server hands out the files of its pages itself, so that who loads none is no browser. Sites whose files come from
 * another host, and logs of programs alone, tell nothing.
 */
export const servesAssets = perModel((model): boolean => {
  const { assets, pages } = clientCounts(model);
  let readers = 0;
  let withFiles = 0;
  for (let client = 0; client < pages.length; client++) {
    if (pages[client] === 0) continue;
    readers++;
    if (assets[client]! >= FILES_OF_A_BROWSER) withFiles++;
  }
  return readers >= FEWEST_READERS && withFiles >= readers * READERS_WITH_FILES;
});

/** Share of the client's requests that were refused, 0 to 1. */
export function refusedShare(model: LogModel, client: number): number {
  return clientCounts(model).refused[client]! / countOf(model.byClient, client);
}
