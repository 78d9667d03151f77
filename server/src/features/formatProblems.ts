import { formatProblemText } from '../formatProblemText';
import { compileUserFormats } from '../log/userFormats/userFormats';

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
