import type { AnalysisState } from '../analysisState';
import type { Expression } from '../ast';
import type { Observation } from '../observation';
import type { DecodedCode, PhpFacts, Suspicion, SuspicionSignal } from '../phpFacts';
import type { Sending } from '../sends';

/** A sign of malicious code at one place, before it becomes a fact. */
export interface Witness {
  readonly signal: SuspicionSignal;
  readonly strength: Suspicion['strength'];
  readonly node: Expression;
  /** The client chooses all of what is run or opened: no program needs that, whatever it is part of. */
  readonly direct?: boolean;
  /** Hidden code that could be read. */
  readonly decoded?: DecodedCode;
}

/** What a search for signs has to look at. */
export interface Evidence {
  readonly state: AnalysisState;
  readonly seen: readonly Observation[];
  readonly sendings: readonly Sending[];
  /** The file's own form sets variables that nothing else sets (`register_globals`). */
  readonly byForm: boolean;
  /** Reads a decoded text as PHP; `undefined` when the depth or the budget is used up. `code` starts in PHP, not in HTML. */
  readonly readPayload: (text: string, startsInCode: boolean) => PhpFacts | undefined;
}

/** One kind of sign. */
export type Search = (evidence: Evidence) => Witness[];
