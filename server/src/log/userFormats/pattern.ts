import { t } from '../../words';
import type { TimeShape } from './timeShape';

/** What a value of a line tells. */
export type ValueMeaning =
  | 'client'
  | 'forwarded'
  | 'user'
  | 'request'
  | 'method'
  | 'target'
  | 'query'
  | 'status'
  | 'size'
  | 'referrer'
  | 'agent'
  | 'vhost'
  | 'other';

/** A value of a line. */
export interface ValuePart {
  readonly kind: 'value';
  /** As the user wrote it, for messages. */
  readonly name: string;
  readonly meaning: ValueMeaning;
  /** Of two values with one meaning the one of the lower rank counts. */
  readonly rank: number;
  /** It ends where a slash stands, and what follows begins with it. */
  readonly endsAtSlash?: true;
}

/** The time of a line, or a part of it; its shape says where it ends. */
export interface TimePart {
  readonly kind: 'time';
  readonly name: string;
  readonly shape: TimeShape;
}

/** What stands in every line. */
export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
}

export type Part = ValuePart | TimePart | TextPart;

/** A format that the user wrote down, as the parts of its lines in their order. */
export interface Pattern {
  readonly parts: readonly Part[];
  /** Values are written as JSON strings (`escape=json` of nginx). */
  readonly isJson: boolean;
}

/** A format can't be understood; the message says why, in the user's language. */
export class PatternProblem extends Error {
  override readonly name = 'PatternProblem';
}

/** Longest name that a message repeats. */
const LONGEST_NAME = 40;

/** Makes of the parts as they were written those that a line can be read by. Throws `PatternProblem` when none can. */
export function settleParts(written: readonly Part[]): Part[] {
  const parts = joinTargets(joinTexts(written));
  parts.forEach((part, index) => {
    const next = parts[index + 1];
    if (part.kind !== 'value' || next === undefined || next.kind === 'text') return;
    if (next.kind === 'value' && next.meaning === 'target') {
      parts[index] = { ...part, endsAtSlash: true };
      return;
    }
    const message = t('nothing stands between {0} and {1}, so where one ends can’t be told', shown(part), shown(next));
    throw new PatternProblem(message);
  });
  const tells = (meaning: ValueMeaning): boolean =>
    parts.some((part) => part.kind === 'value' && part.meaning === meaning);
  if (!tells('client') && !tells('forwarded') && !tells('request') && !tells('target')) {
    throw new PatternProblem(t('it has neither the address of the client nor the request'));
  }
  return parts;
}

/** A part of a format as a message names it. */
function shown({ name }: ValuePart | TimePart): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

function joinTexts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    } else if (part.kind !== 'text' || part.text !== '') {
      joined.push(part);
    }
  }
  return joined;
}

/** A path and the query right behind it are one target. */
function joinTargets(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isQuery = part.kind === 'value' && (part.meaning === 'query' || part.name === '$is_args');
    if (!isQuery || last?.kind !== 'value' || last.meaning !== 'target') joined.push(part);
  }
  return joined;
}
