import { lex } from '../php/lexer';
import { Spans } from '../php/spans';
import { TokenKind } from '../php/tokens';
import { detach, UNKNOWN_PART } from '../references/target';
import type { Injection, Loader, Sighting } from './injection';
import { findLibraryLoader } from './libraryLoader';
import { judgePage, judgePiece } from './page/judgePage';
import { Budget, judgeScript, withoutRepeats, type Context } from './script/judgeScript';
import { EDGE, mayHoldInjection, withoutTheRest } from './triggers';

/** Longer texts are read at their beginning and end, where strangers add, in characters. */
const LONGEST = 1536 * 1024;
/** Longer scripts are read around what made them worth reading, in characters. */
const LONG_SCRIPT = 64 * 1024;
const DECODED_LENGTH = 4000;
/** Of one file so many are told; more are the same over and over. */
const MOST_INJECTIONS = 50;

/** What strangers put into a page or script. */
export interface InjectionFacts {
  readonly injections: readonly Injection[];
  /** Scripts of other sites that a script adds at its beginning or end. */
  readonly loaders: readonly PlacedLoader[];
  /** Whether something was left out because it was too long or too deeply hidden. */
  readonly isCut: boolean;
}

/** A script of another site, with its place in the file. */
export interface PlacedLoader {
  readonly host: string;
  readonly url: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

const NOTHING: InjectionFacts = { injections: [], loaders: [], isCut: false };

/**
 * Looks for HTML and JavaScript that was put into a file of a site. Nothing of it is run; linear in the text up to a fixed
 * number of steps. Positions are those of the text.
 * @param kind `page` stands for everything that is markup, SVG pictures included.
 */
export function readInjections(text: string, kind: 'page' | 'script' | 'php'): InjectionFacts {
  if (!mayHoldInjection(text, kind)) return NOTHING;
  const budget = new Budget();
  const context: Context = { readMarkup: judgePiece, depth: 0, isHidden: false, budget };
  const code = kind !== 'script' && text.length > LONGEST ? shortened(text) : text;
  const { sightings, loaders } = judge(code, kind, context);
  const spans = new Spans(code);
  return {
    injections: withoutRepeats(sightings)
      .slice(0, MOST_INJECTIONS)
      .map((sighting) => placed(sighting, spans)),
    loaders: loaders.map(({ host, url, start, end }) => ({
      host: detach(host),
      url: detach(url),
      ...spans.span(start, end),
    })),
    isCut: budget.isSpent || code !== text,
  };
}

/** The beginning and end of a long text, at their places. */
function shortened(text: string): string {
  const half = LONGEST / 2;
  return text.slice(0, half) + ' '.repeat(text.length - LONGEST) + text.slice(-half);
}

function judge(
  text: string,
  kind: 'page' | 'script' | 'php',
  context: Context,
): { readonly sightings: readonly Sighting[]; readonly loaders: readonly Loader[] } {
  if (kind === 'page') return { sightings: judgePage(text, 'whole', context), loaders: [] };
  if (kind === 'php') return { sightings: judgePhp(text, context), loaders: [] };
  const code = text.length > LONG_SCRIPT ? withoutTheRest(text) : text;
  const { sightings, loaders } = judgeScript(code, context, text);
  const behind = findLibraryLoader(text, loaders);
  return { sightings: behind === undefined ? sightings : [...sightings, behind], loaders: atTheEdges(text, loaders) };
}

/** Strangers add to the beginning or end of a script, so that it goes on working. */
function atTheEdges(text: string, loaders: readonly Loader[]): Loader[] {
  return loaders.filter(({ start }) => start < EDGE || start > text.length - EDGE);
}

/** A PHP file: its page with the code blanked out, and each text in the code that holds a piece of a page. */
function judgePhp(text: string, context: Context): Sighting[] {
  const tokens = lex(text);
  const sightings: Sighting[] = [];
  let page = '';
  for (let index = 0; index < tokens.count; index++) {
    const [kind, start, end] = [tokens.kinds[index]!, tokens.starts[index]!, tokens.ends[index]!];
    if (kind === TokenKind.Html) {
      if (start > page.length) page += UNKNOWN_PART.padEnd(start - page.length);
      page += text.slice(start, end);
    } else if (QUOTED.has(kind) && PIECE.test(text.slice(start, end))) {
      const piece = unquoted(text.slice(start, end));
      const found = judgePage(piece, 'piece', context);
      sightings.push(...found.map((one) => ({ ...one, start: start + one.start, end: start + one.end })));
    }
  }
  return page === '' ? sightings : [...judgePage(page, 'whole', context), ...sightings];
}

const QUOTED: ReadonlySet<number> = new Set([
  TokenKind.SingleQuoted,
  TokenKind.DoubleQuoted,
  TokenKind.Template,
  TokenKind.Heredoc,
  TokenKind.Nowdoc,
]);
const PIECE = /<(?:script|iframe|a|div|span|p|ul|svg|img|marquee)\b/i;

/** A quoted text of the same length without its quotes and backslashes. */
function unquoted(quoted: string): string {
  return ` ${quoted.slice(1, -1).replace(/\\(["'])/g, ' $1')} `;
}

function placed({ kind, sign, certainty, host, decoded, start, end }: Sighting, spans: Spans): Injection {
  return {
    kind,
    sign,
    certainty,
    ...spans.span(start, end),
    excerpt: detach(spans.excerpt(start, end)),
    ...(host !== undefined && { host: detach(host) }),
    ...(decoded !== undefined && {
      decoded: { text: detach(decoded.slice(0, DECODED_LENGTH)), truncated: decoded.length > DECODED_LENGTH },
    }),
  };
}
