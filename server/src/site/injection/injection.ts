import type { SourceSpan } from '../php/phpFacts';

/** What was put into a page or script, by what it does to visitors. */
export type InjectionKind = 'script' | 'frame' | 'redirect' | 'skimmer' | 'miner' | 'links' | 'prompt';

/** What shows it; each is explained to the user in `rules/site/injectionMeanings.ts`. */
export type InjectionSign =
  /** A script from another site whose address is hidden. */
  | 'hiddenScript'
  /** Hidden code that is unpacked and run. */
  | 'hiddenCode'
  /** The address of another site, hidden, with no use that could be seen. */
  | 'hiddenAddress'
  /** Unreadable code behind or before ordinary code. */
  | 'packedPart'
  /** Code written in signs alone. */
  | 'signsOnly'
  /** A script of another site before the beginning or behind the end of a page. */
  | 'outsidePage'
  /** A script of another site behind the end of a well-known library. */
  | 'behindLibrary'
  /** The same script of another site is loaded at the beginning or end of several scripts. */
  | 'severalScripts'
  /** Code from a server is run, but not for everybody. */
  | 'chosenVisitors'
  /** A frame that nobody can see shows another site. */
  | 'hiddenFrame'
  /** A redirection whose target is hidden. */
  | 'hiddenTarget'
  /** A redirection of visitors from search engines. */
  | 'fromSearch'
  /** A redirection of visitors with telephones. */
  | 'telephones'
  /** Card data sent elsewhere. */
  | 'cardData'
  /** A password sent elsewhere. */
  | 'password'
  | 'miner'
  | 'hiddenLinks'
  /** A command put on the clipboard, with instructions to run it. */
  | 'command';

/**
 * How sure a sign is: `confirmed` = no honest page does this; `likely` = hardly an honest page does; `check` = honest pages do,
 * so that only the owner can tell.
 */
export type Certainty = 'confirmed' | 'likely' | 'check';

/** Something in a page or script that its owner most likely did not write. Plain data; all texts are hostile. */
export interface Injection extends SourceSpan {
  readonly kind: InjectionKind;
  readonly sign: InjectionSign;
  readonly certainty: Certainty;
  /** The code that shows it, shortened to at most 120 characters. */
  readonly excerpt: string;
  /** The other site, lower case; `undefined` when there is none or it is not known. */
  readonly host?: string;
  /** What hidden code says, its first part. */
  readonly decoded?: { readonly text: string; readonly truncated: boolean };
}

/** An injection before it has a place: offsets in the text that was read. */
export type Sighting = Pick<Injection, 'kind' | 'sign' | 'certainty' | 'host'> & {
  readonly start: number;
  readonly end: number;
  readonly decoded?: string;
};

/** A script of another site that a script adds to its page, as most advertisements and maps do. */
export interface Loader {
  readonly host: string;
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

const CERTAINTIES: readonly Certainty[] = ['confirmed', 'likely', 'check'];

/** The surer of two. */
export function surer(a: Certainty, b: Certainty): Certainty {
  return CERTAINTIES.indexOf(a) <= CERTAINTIES.indexOf(b) ? a : b;
}
