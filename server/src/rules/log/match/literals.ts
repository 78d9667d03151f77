import { codeInjection } from '../patterns/codeInjection';
import { commandInjection } from '../patterns/commandInjection';
import { crossSiteScripting } from '../patterns/crossSiteScripting';
import { fileInclusion } from '../patterns/fileInclusion';
import { headerInjection } from '../patterns/headerInjection';
import { javaExploit } from '../patterns/javaExploit';
import { knownVulnerability } from '../patterns/knownVulnerability';
import type { Edges, Literals } from '../patterns/literal';
import { phpInjection } from '../patterns/phpInjection';
import { queryInjection } from '../patterns/queryInjection';
import { secretFiles } from '../patterns/secretFiles';
import { serverSideRequest } from '../patterns/serverSideRequest';
import { sqlInjection } from '../patterns/sqlInjection';
import { templateInjection } from '../patterns/templateInjection';
import { sessionCookies } from '../patterns/sessionCookies';
import { TRIGGERS } from '../patterns/triggers';
import { Automaton } from './automaton';
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
  for (const { texts, kind, weight, parts, edges } of GROUPS) {
    for (const text of texts) {
      const known = literals.get(text) ?? [];
      known.push({ witness: witness(kind, weight), parts, edges });
      literals.set(text, known);
    }
  }
  const texts = [...literals.keys()];
  return {
    automaton: new Automaton(texts),
    literals: [...literals.values()],
    lengths: texts.map((text) => text.length),
  };
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

/** Whether nothing can be hidden in the bytes: all are of a set, and no literal stands there. */
export function isPlain(bytes: Uint8Array, start: number, end: number, set: Uint8Array): boolean {
  return search().automaton.isPlain(bytes, start, end, set);
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
