import type { DecodedCode } from '../site/php/phpFacts';

/**
 * How urgent a finding is: `error` = abuse or compromise seen, act now; `warning` = suspicious; `information` = context;
 * `hint` = style. The same four words as the editor's diagnostic severities.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Severities from the most to the least urgent. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * How sure a finding is, apart from how urgent it would be: `confirmed` = what was seen leaves hardly any doubt, `likely` = a few
 * honest sites have it, too, `check` = many do.
 */
export type Certainty = 'confirmed' | 'likely' | 'check';

/** A place in a log or a site file that is evidence for a finding. */
export interface Place {
  /** Path of the log as it was given, or path of the site file relative to the audited folder, with `/`. */
  readonly file: string;
  /** Line, counted from 1; `undefined` when the whole file is meant. */
  readonly line?: number;
  /** Column, counted from 1 in UTF-16 units; `undefined` when the whole line is meant. */
  readonly column?: number;
  /** Column behind the last character on the same line; `undefined` when `column` marks a point. */
  readonly endColumn?: number;
  /** What is seen there, in the user's language, e.g. "sends mail here"; `undefined` when the finding says it all. */
  readonly note?: string;
}

/** Requests of one client address within a finding. */
export interface ClientCount {
  readonly address: string;
  readonly count: number;
}

/** Requests on one endpoint (method and path without query) within a finding. */
export interface EndpointCount {
  readonly method: string;
  readonly path: string;
  readonly count: number;
}

/**
 * What a rule found, in a log or in a site; the same shape in the editor, the reports and the command line's JSON.
 * All texts are in the user's language and may quote hostile data: every sink escapes them.
 */
export interface Finding {
  /** Id of the rule in the rule tables. */
  readonly rule: string;
  readonly severity: Severity;
  /** Present where the severity does not say it: urgent findings are otherwise confirmed. */
  readonly certainty?: Certainty;
  /** One line: what happened, to what, how much. */
  readonly title: string;
  /** Two or three sentences: the evidence and what it means. */
  readonly detail: string;
  /** What to do next. */
  readonly advice: string;
  /** Number of requests (logs) or occurrences (site) behind the finding. */
  readonly count?: number;
  /** First and last request, ISO 8601 with the log's own offset. */
  readonly first?: string;
  readonly last?: string;
  /** Busiest first. */
  readonly clients: readonly ClientCount[];
  readonly endpoints: readonly EndpointCount[];
  /** Names of users, as the texts quote them: reports may have to leave them out. */
  readonly users?: readonly string[];
  /** Evidence, first the place where the finding is shown. */
  readonly places: readonly Place[];
  /** Number of places that were left out of `places`; `undefined` when none were. */
  readonly placesTruncated?: number;
  /** Site: what the hidden code of the file says, as far as it could be read; the beginning of it. */
  readonly decoded?: DecodedCode;
  /** Logs: every line that belongs to the finding, however many. For the editor; not part of the JSON. */
  readonly lines?: readonly FileLines[];
}

/** Lines of one file. */
export interface FileLines {
  /** As places name it. */
  readonly file: string;
  /** From 1, ascending. */
  readonly lines: Uint32Array;
}

/** The lines of a finding in one file, from 1, ascending. */
export function linesIn({ lines = [] }: Finding, file: string): Uint32Array {
  return lines.find((each) => each.file === file)?.lines ?? new Uint32Array(0);
}
