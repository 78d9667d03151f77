import type { LogModel } from '../../../log/logModel';
import { NO_SIZE } from '../../../log/logTable';
import { rowsOf } from '../../../log/rowGroups';
import { endpointMarks, STATIC } from './marks';
import { PathMark } from './pathWords';
import { perModel } from './perModel';

const OK = 200;
/** That many different addresses with an answer of the very same size are one page that answers for all of them. */
const SAME_PAGE = 3;
/** Pages that repeat what was asked for differ a little in size. */
const TOLERANCE = 0.02;
/** Marks of what is tried on every site: where several of them are answered alike, the site answers anything. */
const TRIED = PathMark.secret | PathMark.probe | PathMark.shell | PathMark.archive | PathMark.version;

/** Sizes of answers with status 200, ascending, one for each endpoint. */
interface AnswerSizes {
  /** Of pages and programs. */
  readonly pages: Uint32Array;
  /** Of what only scanners ask for. */
  readonly tried: Uint32Array;
}

const answerSizes = perModel((model): AnswerSizes => {
  const marks = endpointMarks(model);
  const pages: number[] = [];
  const tried: number[] = [];
  for (let endpoint = 0; endpoint < marks.length; endpoint++) {
    const mark = marks[endpoint]!;
    if ((mark & STATIC) !== 0 && (mark & TRIED) === 0) continue;
    const size = sizeOfFirstAnswer(model, endpoint);
    if (size === undefined || size === 0) continue;
    pages.push(size);
    if ((mark & TRIED) !== 0) tried.push(size);
  }
  return { pages: Uint32Array.from(pages).toSorted(), tried: Uint32Array.from(tried).toSorted() };
});

function sizeOfFirstAnswer(model: LogModel, endpoint: number): number | undefined {
  const { status, size } = model.table.data;
  const rows = rowsOf(model.byEndpoint, endpoint);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (status[row] === OK && size[row] !== NO_SIZE) return size[row];
  }
  return undefined;
}

/**
 * Whether an answer of this size is what the site answers with whatever it is asked for: a start page for all paths, as
 * single-page applications have it, or a page "not found" that is sent with status 200.
 */
export function isAnswerToAnything(model: LogModel, size: number): boolean {
  return answersToAnything(model)(size);
}

/** The same for many answers: works each size out once. */
export const answersToAnything = perModel((model) => {
  const { pages, tried } = answerSizes(model);
  const known = new Map<number, boolean>();
  return (size: number): boolean => {
    let isSame = known.get(size);
    if (isSame === undefined) {
      isSame =
        within(pages, size, size) >= SAME_PAGE ||
        within(tried, size * (1 - TOLERANCE), size * (1 + TOLERANCE)) >= SAME_PAGE;
      known.set(size, isSame);
    }
    return isSame;
  };
});

/** How many of the ascending whole numbers lie from `least` to `most`. */
function within(ascending: Uint32Array, least: number, most: number): number {
  return countUpTo(ascending, Math.floor(most)) - countUpTo(ascending, Math.ceil(least) - 1);
}

function countUpTo(ascending: Uint32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
