import type { UserFormatProblem } from './log/userFormats/userFormats';
import { terminalText } from './report/terminal';
import { shortened } from './shortened';
import { t } from './words';

/** A problem with a format that the user wrote down, in the user's language, safe to print within a line. */
export function formatProblemText({ text, reason }: UserFormatProblem): string {
  return terminalText(t('The log format “{0}” can’t be used: {1}.', shortened(text), reason));
}
