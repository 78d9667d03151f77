import type { SiteFile } from '../siteModel';

/** A rule that the user brought along matches a file. Everything in it is the words of whoever wrote the rules. */
export interface OwnRuleMatch {
  readonly path: string;
  /** Name of the rule. */
  readonly rule: string;
  /** File of the rules that it stands in, relative to their folder. */
  readonly source: string;
  readonly author?: string;
  readonly license?: string;
  readonly description?: string;
  /** Where the first text that it looks for stands, from 1; absent for rules about the file as a whole. */
  readonly line?: number;
}

/** What the user's own rules say of a site. */
export interface OwnRuleMatches {
  /** Sorted by path. */
  readonly matches: readonly OwnRuleMatch[];
  /** What could not be done, by path in the site, or '' for the rules themselves; for the user, in their language. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

/** Tries the user's own rules on a site. */
export type TryOwnRules = (
  root: string,
  files: readonly SiteFile[],
  onProgress: (files: number, total: number) => void,
  signal?: AbortSignal,
) => Promise<OwnRuleMatches>;
