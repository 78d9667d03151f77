import { foreignHost, foreignHostIn } from '../hosts';
import { surer, type Certainty, type Loader, type Sighting } from '../injection';
import type { Deed } from './deeds';
import { readScript } from './evaluator';
import { findMiners } from './miners';
import { findPackedParts } from './packedParts';
import { isFromSearch, isForTelephones, isTelephoneVersion } from './redirects';
import { findSkimmers } from './skimmers';
import { findPrompts } from './prompts';
import { Flag } from './value';

/** Hidden code within hidden code is followed this deep. */
const MOST_DEPTH = 5;
/** Characters of hidden code that are read for one file. */
const MOST_DECODED = 1024 * 1024;
/** So far from a redirection the condition for it is looked for, in characters. */
const NEAR = 1500;

/** Reads a piece of a page; given by the page's reader, which this file does not import. */
export type ReadMarkup = (html: string, context: Context) => Sighting[];

/** What is known of the place of a script, and what may still be spent on it. */
export interface Context {
  readonly readMarkup: ReadMarkup;
  /** How many times the text was unpacked. */
  readonly depth: number;
  /** Whether somebody took pains that nobody reads the text. */
  readonly isHidden: boolean;
  readonly budget: Budget;
}

/** What may still be read of one file. */
export class Budget {
  private left = MOST_DECODED;
  /** Whether something was left out. */
  isSpent = false;

  /** @returns whether so many characters may be read. */
  spend(characters: number): boolean {
    this.left -= characters;
    this.isSpent ||= this.left < 0;
    return this.left >= 0;
  }
}

/** What a script does that its site's owner would not have it do. */
export interface ScriptJudgement {
  readonly sightings: readonly Sighting[];
  /** Scripts of other sites that it loads without hiding it. */
  readonly loaders: readonly Loader[];
  /** Whether it runs texts as code. */
  readonly runsMore: boolean;
  /** Ids of elements that it hides. */
  readonly hides: readonly string[];
}

/**
 * Judges a script by what it does and by what it hides. Nothing is run.
 * @param whole the script with the parts that `code` has blanks for.
 */
export function judgeScript(code: string, context: Context, whole = code): ScriptJudgement {
  const { deeds, hidden, isCut } = readScript(code);
  if (isCut) context.budget.isSpent = true;
  const sightings: Sighting[] = [];
  for (const deed of deeds) sightings.push(...judgeDeed(deed, code, context));
  for (const text of hidden) sightings.push(...judgeHidden(text, sightings, context));
  sightings.push(
    ...findSkimmers(code, deeds, context.isHidden),
    ...findPrompts(code, deeds),
    ...findMiners(code),
    ...(context.isHidden ? [] : findPackedParts(whole)),
  );
  return {
    sightings,
    loaders: loadersOf(deeds),
    runsMore: deeds.some(({ kind }) => kind === 'run' || kind === 'runAnswer'),
    hides: deeds.flatMap(({ kind, to }) => (kind === 'hide' && to.text ? [to.text] : [])),
  };
}

function judgeDeed(deed: Deed, code: string, context: Context): Sighting[] {
  const { kind, to, start, end } = deed;
  const isHidden = context.isHidden || (to.flags & Flag.Hidden) !== 0;
  if (kind === 'run') return judgeRun(deed, context);
  if (kind === 'write') return judgeWritten(deed, context);
  if (kind === 'runAnswer') return judgeAnswer(deed, code);
  const host = foreignHost(to.text);
  if (host === undefined) return [];
  const decoded = hiddenTextOf(deed);
  if (kind === 'loadScript' && isHidden) {
    return [{ kind: 'script', sign: 'hiddenScript', certainty: 'confirmed', host, start, end, decoded }];
  }
  if (kind === 'loadFrame' && isHidden) {
    return [{ kind: 'frame', sign: 'hiddenFrame', certainty: 'confirmed', host, start, end, decoded }];
  }
  if (kind === 'goTo') return judgeRedirect(deed, host, code, isHidden);
  return [];
}

/** What a deed is done with, where that was hidden; within hidden code all of that code is told. */
function hiddenTextOf({ to }: Deed): string | undefined {
  return (to.flags & Flag.Hidden) === 0 ? undefined : to.text;
}

function judgeRedirect(deed: Deed, host: string, code: string, isHidden: boolean): Sighting[] {
  const { start, end } = deed;
  const around = code.slice(Math.max(0, start - NEAR), end + NEAR);
  const decoded = hiddenTextOf(deed);
  if (isFromSearch(around)) {
    return [{ kind: 'redirect', sign: 'fromSearch', certainty: 'confirmed', host, start, end, decoded }];
  }
  if (isHidden) return [{ kind: 'redirect', sign: 'hiddenTarget', certainty: 'confirmed', host, start, end, decoded }];
  if (!isForTelephones(around) || isTelephoneVersion(host)) return [];
  return [{ kind: 'redirect', sign: 'telephones', certainty: 'likely', host, start, end }];
}

/** Code given as a text: plain code does what it does, hidden code is an injection when it reaches for another site. */
function judgeRun({ to, start, end }: Deed, context: Context): Sighting[] {
  const { text } = to;
  if (text === undefined || context.depth >= MOST_DEPTH || !context.budget.spend(text.length)) return [];
  const isHidden = context.isHidden || (to.flags & Flag.Hidden) !== 0;
  const { sightings, loaders, runsMore } = judgeScript(text, { ...context, isHidden, depth: context.depth + 1 });
  const decoded = text;
  if (sightings.length > 0) return sightings.map((one) => ({ ...one, start, end, decoded: one.decoded ?? decoded }));
  const [loader] = loaders;
  if (loader !== undefined) {
    const certainty = isHidden ? 'confirmed' : 'likely';
    return [{ kind: 'script', sign: 'hiddenScript', certainty, host: loader.host, start, end, decoded }];
  }
  if (!isHidden || text.length < SHORTEST_CODE) return [];
  const certainty = runsMore ? 'likely' : 'check';
  return [{ kind: 'script', sign: 'hiddenCode', certainty, host: undefined, start, end, decoded }];
}

/** Shorter code than this does nothing worth hiding. */
const SHORTEST_CODE = 12;

function judgeWritten({ to, start, end }: Deed, context: Context): Sighting[] {
  const { text } = to;
  if (text === undefined || !text.includes('<')) return [];
  if (context.depth >= MOST_DEPTH || !context.budget.spend(text.length)) return [];
  const isHidden = context.isHidden || (to.flags & Flag.Hidden) !== 0;
  const sightings = context.readMarkup(text, { ...context, isHidden, depth: context.depth + 1 });
  return sightings.map((one) => ({ ...one, start, end, ...(isHidden && { decoded: one.decoded ?? text }) }));
}

/** Running what a server answers is one way to load scripts; only for visitors from elsewhere it is the way of Parrot TDS. */
function judgeAnswer({ start, end }: Deed, code: string): Sighting[] {
  const around = code.slice(Math.max(0, start - 2 * NEAR), end + 2 * NEAR);
  if (!/\breferrer\b/.test(around) || !/\b(?:cookie|userAgent)\b/.test(around)) return [];
  return [{ kind: 'script', sign: 'chosenVisitors', certainty: 'confirmed', host: undefined, start, end }];
}

/** Objects and lists (JSON) are kept in Base64 to be moved, not to be hidden. */
const DATA = /^\s*[{[]\s*["{[\]}]/;

/** A hidden text that nothing was seen to be done with: it is enough when it says where it leads. */
function judgeHidden({ to, start, end }: Deed, known: readonly Sighting[], context: Context): Sighting[] {
  const text = to.text ?? '';
  const host = foreignHostIn(text);
  if (host === undefined || DATA.test(text) || known.some((one) => one.host === host)) return [];
  if (context.depth >= MOST_DEPTH || !context.budget.spend(text.length)) return [];
  const next = { ...context, isHidden: true, depth: context.depth + 1 };
  const isMarkup = /<(?:script|iframe)\b/i.test(text);
  const isCode = /\b(?:createElement|document\.write|location)\b/.test(text);
  const found = isMarkup ? context.readMarkup(text, next) : isCode ? judgeScript(text, next).sightings : [];
  if (found.length > 0) return found.map((one) => ({ ...one, start, end, decoded: one.decoded ?? text }));
  const certainty: Certainty = isMarkup || isCode ? 'confirmed' : 'likely';
  return [{ kind: 'script', sign: 'hiddenAddress', certainty, host, start, end, decoded: text }];
}

function loadersOf(deeds: readonly Deed[]): Loader[] {
  return deeds.flatMap(({ kind, to, start, end }) => {
    const host = kind === 'loadScript' ? foreignHost(to.text) : undefined;
    return host === undefined ? [] : [{ host, url: to.text ?? '', start, end }];
  });
}

/** Leaves out what says the same of the same place twice, and keeps the surest. */
export function withoutRepeats(sightings: readonly Sighting[]): Sighting[] {
  const kept = new Map<string, Sighting>();
  for (const one of sightings) {
    const key = `${one.kind} ${one.host ?? one.start}`;
    const before = kept.get(key);
    const isSurer = before !== undefined && surer(one.certainty, before.certainty) !== before.certainty;
    if (before === undefined || isSurer) kept.set(key, one);
  }
  return [...kept.values()].toSorted((a, b) => a.start - b.start);
}
