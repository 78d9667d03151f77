import { Spans } from '../php/spans';

/** Line and column in a file, both from 1, columns in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Line and column of an offset in the text that it was made for. */
export type PositionOf = (offset: number) => TextPosition;

export const FILE_START: TextPosition = { line: 1, column: 1 };

/**
 * Makes a look-up from offsets in a text to lines and columns.
 * @param start where the text's first character stands in its file.
 */
export function positionsIn(text: string, start: TextPosition = FILE_START): PositionOf {
  const spans = new Spans(text);
  return (offset) => {
    const { line, column } = spans.span(offset, offset);
    return { line: start.line + line - 1, column: line === 1 ? start.column + column - 1 : column };
  };
}
