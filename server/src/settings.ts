import { EMPTY_ALLOW_LIST, readAllowList, type AllowList } from './rules/allowList';
import type { RuleSettings } from './rules/rule';
import { readKnownGood, type KnownGoodEntry } from './site/known/knownGood';

/** Section of the editor's configuration that is ours. */
export const SETTINGS_SECTION = 'logSiteAudit';

/** The settings by which logs are judged. */
export interface LogSettings {
  readonly rules: RuleSettings;
  readonly allowList: AllowList;
  /**
   * Zone of the times of logs that don't say it: an IANA name or an offset. Empty: that of the logs beside them, else this
   * machine's.
   */
  readonly timeZone: string;
  /** Formats of logs as in the configuration of a server, which come before those that are known. */
  readonly logFormats: readonly string[];
}

/** Every rule with its defaults, nothing allowed. */
export const DEFAULT_LOG_SETTINGS: LogSettings = {
  rules: {},
  allowList: EMPTY_ALLOW_LIST,
  timeZone: '',
  logFormats: [],
};

/** The settings that the server uses. */
export interface Settings extends LogSettings {
  /** IANA name of the zone that the site's owner lives in. */
  readonly siteTimeZone: string;
  /** Patterns, as .gitignore has them, of the files of a site that are left alone. */
  readonly siteExclude: readonly string[];
  /** Files of sites that the user knows to be good. */
  readonly siteKnownGood: readonly KnownGoodEntry[];
  /** Files on the disk that list more of them, shared with others. */
  readonly siteKnownGoodFiles: readonly string[];
  /** Folder with YARA rules of the user that are tried on sites; empty: none. */
  readonly siteYaraRules: string;
  /** Whether the country is shown behind the addresses of visible lines. */
  readonly countryHints: boolean;
}

/** The zone of this machine: where the owner most probably is. */
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The settings of an editor that has none. */
export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_LOG_SETTINGS,
  siteTimeZone: ownZone,
  siteExclude: [],
  siteKnownGood: [],
  siteKnownGoodFiles: [],
  siteYaraRules: '',
  countryHints: true,
};

/** Settings out of what the editor sent: anything may be missing or of another type, then the default holds. */
export function readSettings(sent: unknown): Settings {
  if (!isRecord(sent)) return DEFAULT_SETTINGS;
  const { siteTimeZone, timeZone, logFormats, siteExclude, countryHints, rules, allowList } = sent;
  const { siteKnownGood, siteKnownGoodFiles, siteYaraRules } = sent;
  return {
    siteTimeZone: typeof siteTimeZone === 'string' && siteTimeZone !== '' ? siteTimeZone : ownZone,
    timeZone: typeof timeZone === 'string' ? timeZone : '',
    logFormats: texts(logFormats),
    siteExclude: texts(siteExclude),
    siteKnownGood: readKnownGood(siteKnownGood)?.entries ?? [],
    siteKnownGoodFiles: texts(siteKnownGoodFiles),
    siteYaraRules: typeof siteYaraRules === 'string' ? siteYaraRules.trim() : '',
    countryHints: countryHints !== false,
    // Rules check the values themselves.
    rules: isRecord(rules) ? (rules as RuleSettings) : {},
    allowList: readAllowList(allowList),
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
