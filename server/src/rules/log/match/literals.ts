import { codeInjection } from '../patterns/codeInjection';
import { commandInjection } from '../patterns/commandInjection';
import { crossSiteScripting } from '../patterns/crossSiteScripting';
import { fileInclusion } from '../patterns/fileInclusion';
import { headerInjection } from '../patterns/headerInjection';
import { javaExploit } from '../patterns/javaExploit';
import { knownVulnerability } from '../patterns/knownVulnerability';
import { Part, type Edges, type Literals } from '../patterns/literal';
import { phpInjection } from '../patterns/phpInjection';
import { queryInjection } from '../patterns/queryInjection';
import { secretFiles } from '../patterns/secretFiles';
import { serverSideRequest } from '../patterns/serverSideRequest';
import { sqlInjection } from '../patterns/sqlInjection';
import { templateInjection } from '../patterns/templateInjection';
import { sessionCookies } from '../patterns/sessionCookies';
import { TRIGGERS } from '../patterns/triggers';
import { Automaton } from './automaton';
import type { PlainBytes } from './plainBytes';
import { witness, type Evidence, type Witness } from './witness';

const GROUPS: readonly Literals[] = [
  ...javaExploit,
  ...knownVulnerability,
  ...commandInjection,
  ...phpInjection,
  ...fileInclusion,
  ...sqlInjection,
  ...templateInjection,
  ...codeInjection,
  ...serverSideRequest,
  ...queryInjection,
  ...crossSiteScripting,
  ...headerInjection,
  ...sessionCookies,
  ...secretFiles,
];

/** One literal of a group; a text may be in several groups. */
interface Literal {
  readonly witness: Witness;
  readonly parts: number;
  readonly edges: Edges;
}

/** Everything that is looked for, made when the first text is read. */
interface Search {
  readonly automaton: Automaton;
  /** By number of the text in the automaton. */
  readonly literals: readonly (readonly Literal[])[];
  readonly lengths: readonly number[];
}

let made: Search | undefined;

function search(): Search {
  made ??= makeSearch();
  return made;
}

function makeSearch(): Search {
  const literals = new Map<string, Literal[]>(TRIGGERS.map((text) => [text, []]));
  const add = (text: string, literal: Literal): void => {
    const known = literals.get(text);
    if (known === undefined) literals.set(text, [literal]);
    else known.push(literal);
  };
  for (const { texts, kind, weight, parts, edges } of GROUPS) {
    for (const text of texts) {
      const found = witness(kind, weight);
      add(text, { witness: found, parts, edges });
      const next = (parts & Part.query) === 0 ? -1 : text.indexOf('&');
      if (next >= 0) add(text.slice(0, next), { witness: found, parts: Part.opening, edges });
    }
  }
  const texts = [...literals.keys()];
  const byText = [...literals.values()];
  const whole = new Set(byText.flatMap((each, word) => (isAboutWhole(each) ? [word] : [])));
  return {
    automaton: new Automaton(texts, whole),
    literals: byText,
    lengths: texts.map((text) => text.length),
  };
}

/** Whether a text tells something only where it is all of a part; what makes a text worth reading has no literals. */
function isAboutWhole(literals: readonly Literal[]): boolean {
  return literals.length > 0 && literals.every(({ edges }) => edges === 'whole');
}

/** Finds the literals of all patterns in the first `length` bytes of a part of a request. */
export function findLiterals(bytes: Uint8Array, length: number, part: number, evidence: Evidence): void {
  const { automaton, literals, lengths } = search();
  automaton.scan(bytes, 0, length, (word, end) => {
    const start = end - lengths[word]!;
    for (const { witness: found, parts, edges } of literals[word]!) {
      if ((parts & part) !== 0 && fitsEdges(edges, bytes, start, end, length)) evidence.add(found);
    }
  });
}

/**
 * `Plain` bits of a text in which nothing can be hidden: all its bytes are harmless, and no literal stands there; 0 for any other.
 */
export function plainness(bytes: Uint8Array, start: number, end: number, plain: PlainBytes): number {
  return search().automaton.plainness(bytes, start, end, plain);
}

function fitsEdges(edges: Edges, bytes: Uint8Array, start: number, end: number, length: number): boolean {
  switch (edges) {
    case 'free':
      return true;
    case 'word':
      return !(start > 0 && isWordByte(bytes[start - 1]!)) && !(end < length && isWordByte(bytes[end]!));
    case 'start':
      return start === 0;
    case 'end':
      return end === length;
    case 'whole':
      return start === 0 && end === length;
  }
}

function isWordByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f;
}
