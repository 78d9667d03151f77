import type * as protocol from '../../server/src/protocol';

/**
 * Names that client, server and manifest share. Evaluating `protocol.ts` brings in the protocol library (about 30 ms), which a
 * window that merely shows the log of some other program must not pay for: hence these copies, held equal by their types.
 */

/** Language of access logs. */
export const ACCESS_LOG_LANGUAGE: (typeof protocol.LOG_LANGUAGES)[0] = 'access-log';

/** Language of error logs. */
export const ERROR_LOG_LANGUAGE: (typeof protocol.LOG_LANGUAGES)[1] = 'error-log';

/** Language of the logs of FTP and mail servers. */
export const SERVICE_LOG_LANGUAGE: (typeof protocol.LOG_LANGUAGES)[2] = 'service-log';

/** Languages of documents that are read as logs. */
const LOG_LANGUAGES: ReadonlySet<string> = new Set<(typeof protocol.LOG_LANGUAGES)[number]>([
  ACCESS_LOG_LANGUAGE,
  ERROR_LOG_LANGUAGE,
  SERVICE_LOG_LANGUAGE,
]);

/** Whether documents of a language are read as logs. */
export function isLogLanguage(languageId: string): boolean {
  return LOG_LANGUAGES.has(languageId);
}

/** Scheme of packed logs shown unpacked. */
export const ARCHIVE_SCHEME: typeof protocol.ARCHIVE_SCHEME = 'log-archive';
/** Scheme of documents that show some lines of a log. */
export const LINES_SCHEME: typeof protocol.LINES_SCHEME = 'log-lines';
/** Scheme of documents that explain a finding. */
export const FINDING_SCHEME: typeof protocol.FINDING_SCHEME = 'log-finding';
/** Scheme of documents that show what hidden code of a site says. */
export const DECODED_SCHEME: typeof protocol.DECODED_SCHEME = 'site-decoded';
/** Scheme of documents that show files in archives of a site. */
export const MEMBER_SCHEME: typeof protocol.MEMBER_SCHEME = 'site-archive';

/** Scheme of documents that say how something is done. */
export const GUIDE_SCHEME = 'site-guide';

/** Scheme of documents that say what was read of a folder of logs. */
export const LOG_FOLDER_SCHEME = 'log-folder';

/** VS Code's command that opens the panel of problems. */
export const SHOW_PROBLEMS: typeof protocol.SHOW_PROBLEMS_COMMAND = 'workbench.actions.view.problems';

/** Opens what the hidden code of a finding says. */
export const SHOW_DECODED: typeof protocol.SHOW_DECODED_COMMAND = 'logSiteAudit.showDecoded';

/** Opens a rule's place in the documentation. */
export const SHOW_RULE: typeof protocol.SHOW_RULE_COMMAND = 'logSiteAudit.showRule';

/** Brings the view of the findings to one of them. */
export const REVEAL_FINDING: typeof protocol.REVEAL_FINDING_COMMAND = 'logSiteAudit.revealFinding';

/** Setting with the files that the user knows to be good, without the section's name. */
export const KNOWN_GOOD_SETTING: typeof protocol.KNOWN_GOOD_SETTING = 'siteKnownGood';

/** Asks a registry whose network an address is in. */
export const ASK_REGISTRY: typeof protocol.ASK_REGISTRY_COMMAND = 'logSiteAudit.askRegistry';
/** Opens a document with some lines of a log. */
export const SHOW_LINES: typeof protocol.SHOW_LINES_COMMAND = 'logSiteAudit.showLines';
/** Brings the cursor to a line of a log. */
export const SHOW_LOG_LINE: typeof protocol.SHOW_LOG_LINE_COMMAND = 'logSiteAudit.showLogLine';
/** Opens the guide to a task of the checklist, named by its id. */
export const SHOW_TASK = 'logSiteAudit.showTask';

/** The view of the site's findings. */
export const SITE_VIEW = 'logSiteAudit.site';
/** The view of what differs from the clean copy. */
export const DIFFERENCES_VIEW = 'logSiteAudit.differences';
/** The view of the open logs' clients. */
export const CLIENTS_VIEW = 'logSiteAudit.clients';

/** The view of the logs that were read. */
export const LOGS_VIEW = 'logSiteAudit.logs';

/** The view of what is to be done in the incident. */
export const INCIDENT_VIEW = 'logSiteAudit.incident';

/** Name of the product, as diagnostics and the log channel show it. */
export const PRODUCT = 'Log & Site Audit';
