import type { Certainty, Place } from '../../rules/finding';

/**
 * What happened. `log-begin`, `gap`: what the logs can't show · `before`, `log-in`, `exploit`, `write`: what those who used bad
 * files did before · `upload`, `rename`, `delete`: of a bad file by FTP · `file-time`: when a bad file was last changed, by its own
 * time · `missing`: a bad file was asked for and not there · `first-call`, `network-call` (first of a network), `last-call` ·
 * `flood-begin`, `flood-peak`, `flood-end` · `notice`, `measure`: what the host wrote and did · `left-out`: what is not told here.
 */
export const EVENT_KINDS = [
  'log-begin',
  'gap',
  'before',
  'log-in',
  'exploit',
  'write',
  'missing',
  'upload',
  'rename',
  'file-time',
  'first-call',
  'network-call',
  'flood-begin',
  'flood-peak',
  'flood-end',
  'last-call',
  'delete',
  'notice',
  'measure',
  'left-out',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Something that happened in an incident. */
export interface IncidentEvent {
  readonly kind: EventKind;
  /** ISO 8601 with the log's offset; absent where nothing tells when. */
  readonly time?: string;
  /** One or two sentences in the user's language; may quote hostile text. */
  readonly text: string;
  /** `confirmed`: a log has it · `likely`: several things speak for it · `check`: it may well be otherwise, as with forged times. */
  readonly certainty: Certainty;
  /** The bad file that it is about, by its path in the copy of the site; absent where it is about none alone. */
  readonly file?: string;
  readonly places: readonly Place[];
}
