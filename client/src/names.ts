import type * as protocol from '../../server/src/protocol';

/**
 * Names that client, server and manifest share. Evaluating `protocol.ts` brings in the protocol library (about 30 ms), which a
 * window that merely shows the log of some other program must not pay for: hence these copies, held equal by their types.
 */

/** Language of documents that are read as logs. */
export const LOG_LANGUAGE: typeof protocol.LOG_LANGUAGE = 'access-log';
/** Scheme of packed logs shown unpacked. */
export const ARCHIVE_SCHEME: typeof protocol.ARCHIVE_SCHEME = 'log-archive';
/** Scheme of documents that show some lines of a log. */
export const LINES_SCHEME: typeof protocol.LINES_SCHEME = 'log-lines';

/** The view of the site's findings. */
export const SITE_VIEW = 'logSiteAudit.site';

/** Name of the product, as diagnostics and the log channel show it. */
export const PRODUCT = 'Log & Site Audit';
