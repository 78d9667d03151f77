import { compileUserFormats, type UserFormatProblem } from '../log/userFormats/userFormats';
import { terminalText } from '../report/terminal';
import { shortened } from '../shortened';
import { t } from '../words';

/** A problem with a format that the user wrote down, in the user's language. */
export function formatProblemText({ text, reason }: UserFormatProblem): string {
  return terminalText(t('The log format “{0}” can’t be used: {1}.', shortened(text), reason));
}

/** Says of formats in the settings why they can't be used, of each once. */
export class FormatProblems {
  readonly #show: (message: string) => void;
  readonly #told = new Set<string>();

  constructor(show: (message: string) => void) {
    this.#show = show;
  }

  /** Looks through the formats that the settings have now. */
  tell(formats: readonly string[]): void {
    for (const problem of compileUserFormats(formats).problems) {
      if (this.#told.has(problem.text)) continue;
      this.#told.add(problem.text);
      // Editors make links of brackets and parentheses.
      this.#show(formatProblemText(problem).replaceAll('](', '] ('));
    }
  }
}
