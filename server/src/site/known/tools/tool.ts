import type { PhpFacts } from '../../php/phpFacts';

/**
 * What a tool can do to the site of whoever forgets it there. `database` works on the database after a log-in, `openDatabase` takes
 * the password from the site's own settings, `import` loads files into the database, `files` reads and changes files, `upload`
 * takes files, `restore` sets up the site anew, `settings` only shows how the server is set up.
 */
export type ToolPower = 'database' | 'openDatabase' | 'import' | 'files' | 'upload' | 'restore' | 'settings';

/** A tool that was recognised in a file. Plain data. */
export interface ToolFact {
  /** Its name as its makers write it. */
  readonly name: string;
  readonly power: ToolPower;
  /** As the file says it; `undefined` where it doesn't. Hostile text, short. */
  readonly version?: string;
}

/** What a file is recognised by: never its comments, in which anybody can write anything. */
export interface ToolCode {
  /** The code and the HTML around it without comments, one blank between tokens. */
  readonly text: string;
  readonly facts: PhpFacts;
}

/** A tool and what tells it from all other programs. */
export interface Tool {
  readonly name: string;
  readonly power: ToolPower;
  /** A word that each of its files has, or several with `|` between them, in lower case: other files are not looked at closer. */
  readonly word: string;
  readonly isIt: (code: ToolCode) => boolean;
  /** Finds the version, as its first group, in the whole text, comments included. */
  readonly version?: RegExp;
}
