/** Lines that are longer, in UTF-16 units, are broken. */
const LONGEST_LINE = 160;
const INDENT = '  ';
/** Deeper blocks are not indented any further: code may be nested as deeply as an attacker likes. */
const MOST_INDENTS = 12;

/** What stands before the brace of a block; other braces are part of an expression, such as `$text{0}` of old PHP. */
const BLOCK_AHEAD = /(?:[);{}]|(?:^|[\s;{}])(?:else|try|do|finally))\s*$/;
const BLOCK_AHEAD_LENGTH = 16;

/** Lines of code for a reader: over-long ones are broken behind statements and at blocks, never within texts or parentheses. */
export function readableLines(lines: readonly string[]): string[] {
  return lines.flatMap((line) => (line.length > LONGEST_LINE ? brokenLine(line) : [line]));
}

function brokenLine(line: string): string[] {
  const parts: string[] = [];
  /** Braces that are open, and whether they are those of blocks. */
  const braces: boolean[] = [];
  let indents = 0;
  let parentheses = 0;
  let start = 0;
  const breakAt = (end: number): void => {
    const part = line.slice(start, end).trim();
    if (part !== '') parts.push(INDENT.repeat(Math.min(indents, MOST_INDENTS)) + part);
    start = end;
  };
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (sign === '"' || sign === "'" || sign === '`') at = endOfText(line, at);
    else if (sign === '(') parentheses++;
    else if (sign === ')') parentheses = Math.max(0, parentheses - 1);
    else if (sign === ';' && parentheses === 0) breakAt(at + 1);
    else if (sign === '{') {
      const isBlock = parentheses === 0 && BLOCK_AHEAD.test(line.slice(Math.max(0, at - BLOCK_AHEAD_LENGTH), at));
      braces.push(isBlock);
      if (!isBlock) continue;
      breakAt(at + 1);
      indents++;
    } else if (sign === '}' && braces.pop() === true) {
      breakAt(at);
      indents--;
      breakAt(at + 1);
    }
  }
  breakAt(line.length);
  return parts;
}

/** Index of the sign that ends a quoted text, or of the last one where nothing does. */
function endOfText(line: string, start: number): number {
  const quote = line[start];
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === quote) return at;
  }
  return line.length - 1;
}
