import type { AbuseKind } from './abuseKinds';
import type { Deadline } from './deadline';
import type { Host } from './hosts';
import type { Measure } from './measures';
import type { HostOpinion } from './opinions';
import type { Task } from './task';

/** What a mail of the host says; whatever it does not say is absent or empty. All texts are as the mail has them. */
export interface HostNotice {
  /** Language of the mail. */
  readonly language: 'ja' | 'en';
  /** Whose mail it is; absent when the mail does not show it or it is a host that is not known. */
  readonly host?: Host;
  /** What happened, the best witnessed first. Empty when the text does not look like a notice. */
  readonly kinds: readonly AbuseKind[];
  readonly identifiers: Identifiers;
  /** Domains of the user's that are named, in lower case. */
  readonly domains: readonly string[];
  /** Mails that were sent by others, the greatest number that is named. */
  readonly mails?: number;
  /**
   * Days and moments that are named, `2021-11-01` or `2021-11-01T10:56` or with seconds, in the mail's order; `Z` or `+09:00` behind
   * those whose zone is named.
   */
  readonly moments: readonly string[];
  /** Until when an answer is wanted; absent where the mail does not say. */
  readonly deadline?: Deadline;
  /** Files that are named as bad, or as running. */
  readonly files: readonly NamedFile[];
  /** Names of files with a list of bad files that is attached, or lies on the server. */
  readonly lists: readonly string[];
  /** What the host did. */
  readonly measures: readonly Measure[];
  /** What the host asks for. */
  readonly tasks: readonly Task[];
  /** What it says of how it could happen; absent where it says nothing of that. */
  readonly opinions?: readonly HostOpinion[];
}

/** By what the host finds the customer again; a reply quotes them. */
export interface Identifiers {
  /** Contract or member. */
  readonly account?: string;
  /** Server or space of the contract. */
  readonly server?: string;
  /** The inquiry that the mail belongs to. */
  readonly inquiry?: string;
}

/** A file that the host names. */
export interface NamedFile {
  /** Path on the server, or path within the domain, with `/` first. */
  readonly path: string;
  /** Domain of the address that names it; absent for paths on the server. */
  readonly domain?: string;
}
