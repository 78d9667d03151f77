/** A piece of a line of text. */
export interface TextRun {
  readonly text: string;
  readonly strong: boolean;
  readonly weak: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly runs: readonly TextRun[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly TextRun[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly TextRun[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly TextRun[])[])[] }
  | { readonly kind: 'rule' };

/** A paragraph that only runs a command of the editor, which a page can't. What a log says has backslashes before its brackets. */
const COMMAND_LINK = /^\[[^\n]*\]\(command:[^)\n]*\)$/;

/**
 * Reads the little of Markdown that the extension's hovers are made of: headings, tables, lists, strong and weak text. Anything
 * else, links above all, stays plain text, so that a log can put nothing else on the page.
 */
export function readHover(markdown: string): Block[] {
  const blocks = markdown.split(/\n{2,}/).filter((block) => block.trim() !== '' && !COMMAND_LINK.test(block));
  return blocks.map((block) => readBlock(block.split('\n')));
}

function readBlock(lines: readonly string[]): Block {
  const [first = ''] = lines;
  if (first === '---') return { kind: 'rule' };
  if (first.startsWith('### ')) return { kind: 'heading', runs: readRuns(first.slice(4)) };
  if (lines.every((line) => line.startsWith('- '))) {
    return { kind: 'list', items: lines.map((line) => readRuns(line.slice(2))) };
  }
  if (lines.every((line) => line.startsWith('|'))) {
    // The first lines are the empty heading and what aligns the columns.
    return { kind: 'table', rows: lines.slice(2).map(readCells) };
  }
  return { kind: 'paragraph', runs: readRuns(lines.join(' ')) };
}

/** The cells of a line of a table: between bars that no backslash stands before. */
function readCells(line: string): (readonly TextRun[])[] {
  const cells: string[] = [''];
  for (const [sign] of line.matchAll(/\\.|[^]/gu)) {
    if (sign === '|') cells.push('');
    else cells[cells.length - 1] += sign;
  }
  // A line begins and ends with a bar.
  return cells.slice(1, -1).map((cell) => readRuns(cell.trim()));
}

/** `**strong**`, `*weak*`, and a backslash before a character that is meant as such. */
function readRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let strong = false;
  let weak = false;
  let piece = '';
  const end = (): void => {
    if (piece !== '') runs.push({ text: piece, strong, weak });
    piece = '';
  };
  for (const [sign] of text.matchAll(/\\.|\*\*|[^]/gu)) {
    if (sign.length > 1 && sign.startsWith('\\')) piece += sign.slice(1);
    else if (sign === '**') {
      end();
      strong = !strong;
    } else if (sign === '*') {
      end();
      weak = !weak;
    } else piece += sign;
  }
  end();
  return runs;
}
