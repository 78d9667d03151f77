import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';

/** Heading of a rule in the documentation, which is made from the table of rules. */
const HEADING = /^### ([a-z-]+)$/;

/** The documentation of the rules in the user's language. */
export class RulePages {
  readonly page: vscode.Uri;
  #lines: ReadonlyMap<string, number> | undefined;

  /** @param extension folder of the extension */
  constructor(extension: vscode.Uri) {
    this.page = vscode.Uri.joinPath(extension, 'docs', vscode.env.language === 'ja' ? 'rules.ja.md' : 'rules.md');
  }

  /** Where a rule is described, as VS Code opens it from a problem: links of problems may name documents, but no commands. */
  placeOf(rule: string): vscode.Uri {
    this.#lines ??= readLines(this.page);
    const line = this.#lines.get(rule);
    return line === undefined ? this.page : this.page.with({ fragment: `L${line}` });
  }
}

/** Lines (from 1) of the rules' headings; none when the page can't be read. */
function readLines({ fsPath }: vscode.Uri): ReadonlyMap<string, number> {
  try {
    const lines = readFileSync(fsPath, 'utf8').split('\n');
    return new Map(
      lines.flatMap((line, index): [string, number][] => {
        const rule = HEADING.exec(line)?.[1];
        return rule === undefined ? [] : [[rule, index + 1]];
      }),
    );
  } catch {
    return new Map();
  }
}
