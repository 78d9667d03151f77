import { looksLikeAccessLog } from './accessLogLines';
import { looksLikeErrorLog } from './errorLogLines';
import { ACCESS_LOG_LANGUAGE, ERROR_LOG_LANGUAGE } from './names';

/** The language of the log whose first lines these are; `undefined` when it is none that is known here. */
export function logLanguage(lines: readonly string[]): string | undefined {
  if (looksLikeAccessLog(lines)) return ACCESS_LOG_LANGUAGE;
  return looksLikeErrorLog(lines) ? ERROR_LOG_LANGUAGE : undefined;
}
