import { nameOfShapeless, SHAPELESS } from '../shared/shapeless';

/** A part of a line that has a colour of its own. */
export interface Token {
  /** In UTF-16 units, the end behind the last one. */
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly flagged: boolean;
}

/** A piece of a line that is shown in one way. */
export interface LinePart {
  /** Where it begins in the line, in UTF-16 units. */
  readonly start: number;
  /** What is shown; of a character that has no shape its name. */
  readonly text: string;
  /** Type of the token it belongs to; absent between tokens. */
  readonly type?: string;
  readonly flagged: boolean;
  /** It is what was searched for. */
  readonly found: boolean;
  /** The text is not what the line has but says what that is. */
  readonly named: boolean;
}

/** A stretch of a line. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Cuts a line into pieces that are shown in one way each. */
export function lineParts(text: string, tokens: readonly Token[], found: readonly Span[]): LinePart[] {
  const shapeless = [...text.matchAll(SHAPELESS)].map(({ index, 0: all }) => ({
    start: index,
    end: index + all.length,
  }));
  const borders = [0, text.length, ...[...tokens, ...found, ...shapeless].flatMap(({ start, end }) => [start, end])];
  const cuts = [...new Set(borders)].filter((at) => at <= text.length).toSorted((a, b) => a - b);
  const [tokenAt, foundAt, namedAt] = [finder(tokens), finder(found), finder(shapeless)];
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!;
    const token = tokenAt(start);
    const named = namedAt(start) !== undefined;
    const piece = text.slice(start, end);
    return {
      start,
      text: named ? nameOfShapeless(piece) : piece,
      ...(token && { type: token.type }),
      flagged: token?.flagged ?? false,
      found: foundAt(start) !== undefined,
      named,
    };
  });
}

/** Where a text stands in a line. Of letters those from A to Z alone may differ in case, as where the log is searched. */
export function placesOf(line: string, wanted: string, matchCase: boolean): Span[] {
  if (wanted === '') return [];
  const [inside, needle] = matchCase ? [line, wanted] : [small(line), small(wanted)];
  const places: Span[] = [];
  for (let start = inside.indexOf(needle); start >= 0; start = inside.indexOf(needle, start + needle.length)) {
    places.push({ start, end: start + needle.length });
  }
  return places;
}

function small(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Finds the span at a place; places are asked for in order, and spans do not overlap. */
function finder<Kind extends Span>(spans: readonly Kind[]): (at: number) => Kind | undefined {
  const inOrder = spans.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return (at) => {
    while (next < inOrder.length && inOrder[next]!.end <= at) next++;
    const span = inOrder[next];
    return span !== undefined && span.start <= at ? span : undefined;
  };
}
