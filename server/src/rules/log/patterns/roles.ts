/** What a word can be in an attack, as bits: `select` begins a statement, `cat` is a command. */
export const Role = {
  /** Joins conditions in SQL. */
  sqlLogic: 1 << 0,
  /** Compares in SQL like an operator. */
  sqlCompare: 1 << 1,
  /** Begins a statement in SQL. */
  sqlVerb: 1 << 2,
  /** Any other key word of SQL. */
  sqlClause: 1 << 3,
  /** A function of a database that no other language and no sentence has. */
  sqlFunction: 1 << 4,
  /** A function of a database whose name is also a word or a function elsewhere. */
  sqlPlainFunction: 1 << 5,
  /** A function that keeps a database busy. */
  sqlTimer: 1 << 6,
  /** A type that PostgreSQL casts to. */
  sqlType: 1 << 7,
  /** A command of Unix that is no English word. */
  command: 1 << 8,
  /** A command of Unix that is also an English word or an abbreviation. */
  plainCommand: 1 << 9,
  /** A command of Windows. */
  windowsCommand: 1 << 10,
  /** A function of PHP that runs code or commands, or reads or writes files. */
  phpDanger: 1 << 11,
  /** Any other function of PHP whose name is no English word. */
  phpFunction: 1 << 12,
  /** An HTML element that runs, loads or redirects. */
  activeTag: 1 << 13,
  /** Any other HTML element. */
  plainTag: 1 << 14,
  /** An attribute of HTML that holds a script. */
  eventHandler: 1 << 15,
  /** A function of JavaScript that attacks are tried out with. */
  scriptCall: 1 << 16,
  /** A comparison of Windows batch files. */
  batchCompare: 1 << 17,
  /** A key word of Jinja, Twig and their likes. */
  templateWord: 1 << 18,
  /** A parameter that takes a command on a page that an intruder left behind. */
  commandParameter: 1 << 19,
  /** A parameter that takes a file or folder which the program reads or runs. */
  includeParameter: 1 << 20,
  /** A parameter that only ever takes a file of the program itself. */
  codeParameter: 1 << 21,
  /** What functions of PHP begin with. */
  phpPrefix: 1 << 22,
  /** A parameter that takes whatever people look for. */
  searchParameter: 1 << 23,
  /** A word that cmdlets of PowerShell begin with. */
  powerShellVerb: 1 << 24,
  /** What cmdlets of PowerShell work on. */
  powerShellNoun: 1 << 25,
  /** A program of Windows whose name is no word. */
  windowsTool: 1 << 26,
  /** A setting of PHP. */
  phpSetting: 1 << 27,
  /** An object that every program in JavaScript has. */
  scriptObject: 1 << 28,
  /** A command that is also the name of a language or product which people write about. */
  technology: 1 << 29,
} as const;

/** The words of a list written with blanks between them. */
export function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
