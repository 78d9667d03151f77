/** Line and column in a file, both from 1, columns in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Line and column of an offset in the text that it was made for. */
export type PositionOf = (offset: number) => TextPosition;

export const FILE_START: TextPosition = { line: 1, column: 1 };

/**
 * Makes a look-up from offsets in a text to lines and columns. It counts on from the last question, so that questions in
 * rising order cost one pass over the text, in minified files of one line too.
 * @param start where the text's first character stands in its file.
 */
export function positionsIn(text: string, start: TextPosition = FILE_START): PositionOf {
  let line = start.line;
  let lineStart = 0;
  let lineEnd = text.indexOf('\n');
  return (offset) => {
    if (offset < lineStart) {
      line = start.line;
      lineStart = 0;
      lineEnd = text.indexOf('\n');
    }
    while (lineEnd >= 0 && lineEnd < offset) {
      line++;
      lineStart = lineEnd + 1;
      lineEnd = text.indexOf('\n', lineStart);
    }
    const column = offset - lineStart + (lineStart === 0 ? start.column : 1);
    return { line, column };
  };
}
