import type { Place } from '../../rules/finding';

/** What mail, logs and site show of a task. */
export interface TaskEvidence {
  /** Whether it is done or open as far as that shows; absent where it can't tell. */
  readonly shown?: 'open' | 'done';
  readonly facts: readonly TaskFact[];
  /** Facts that were left out of `facts`; absent when none were. */
  readonly factsTruncated?: number;
}

/** A sentence on what was seen, and where. */
export interface TaskFact {
  /** In the user's language; may quote hostile text. */
  readonly text: string;
  readonly place?: Place;
}

/** A list of more facts says nothing more. */
const MOST_FACTS = 50;

/** Nothing that was read tells anything. */
export const NOTHING_SHOWN: TaskEvidence = { facts: [] };

/** Evidence with as many facts as can be read. */
export function evidenceOf(shown: TaskEvidence['shown'], facts: readonly TaskFact[]): TaskEvidence {
  const left = facts.length - MOST_FACTS;
  return {
    ...(shown !== undefined && { shown }),
    facts: facts.slice(0, MOST_FACTS),
    ...(left > 0 && { factsTruncated: left }),
  };
}

/** Open as long as there are such facts, and untold where there are none. */
export function openWhile(facts: readonly TaskFact[]): TaskEvidence {
  return evidenceOf(facts.length > 0 ? 'open' : undefined, facts);
}
