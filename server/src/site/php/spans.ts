import type { SourceSpan } from './phpFacts';

/** Excerpts are shortened to this many characters. */
const MAX_EXCERPT = 120;

/** Lines and columns of a text, looked up by offset. Lines end at `\n`, `\r\n` and `\r`, as editors count them. */
export class Spans {
  private starts: Uint32Array | undefined;

  constructor(private readonly text: string) {}

  /** Line and column of a stretch; a stretch over several lines ends with its first. */
  span(start: number, end: number): SourceSpan {
    const starts = (this.starts ??= lineStarts(this.text));
    const index = lineIndex(starts, start);
    const lineStart = starts[index]!;
    let lineEnd = index + 1 < starts.length ? starts[index + 1]! : this.text.length;
    while (lineEnd > lineStart && /[\r\n]/.test(this.text[lineEnd - 1]!)) lineEnd--;
    const column = start - lineStart + 1;
    return { line: index + 1, column, endColumn: Math.max(column, Math.min(end, lineEnd) - lineStart + 1) };
  }

  /** Line of an offset, from 1. */
  line(offset: number): number {
    return lineIndex((this.starts ??= lineStarts(this.text)), offset) + 1;
  }

  /** The code of a stretch on one line, shortened. */
  excerpt(start: number, end: number): string {
    const code = this.text.slice(start, Math.min(end, start + MAX_EXCERPT * 2)).replace(/\s+/g, ' ');
    return code.length <= MAX_EXCERPT && end - start <= MAX_EXCERPT * 2 ? code : `${code.slice(0, MAX_EXCERPT - 1)}…`;
  }
}

function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return new Uint32Array(starts);
}

/** Index of the last line that starts at or before the offset. */
function lineIndex(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
