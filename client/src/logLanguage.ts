import { looksLikeAccessLog } from './accessLogLines';
import { looksLikeErrorLog } from './errorLogLines';
import { ACCESS_LOG_LANGUAGE, ERROR_LOG_LANGUAGE, SERVICE_LOG_LANGUAGE } from './names';
import { looksLikeServiceLog } from './serviceLogLines';

/** The language of the log whose first lines these are; `undefined` when it is none that is known here. */
export function logLanguage(lines: readonly string[]): string | undefined {
  if (looksLikeAccessLog(lines)) return ACCESS_LOG_LANGUAGE;
  // PHP's log of mails looks like its log of errors.
  if (looksLikeServiceLog(lines)) return SERVICE_LOG_LANGUAGE;
  return looksLikeErrorLog(lines) ? ERROR_LOG_LANGUAGE : undefined;
}
