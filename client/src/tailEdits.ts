/** A change of a document, as the editor tells it: offsets in UTF-16 units, in terms of the text before the change. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Where a text that was just changed went on unchanged from the beginning: its length before the changes where all of them only
 * added something at its end; `undefined` where something else changed.
 * @param length of the text after the changes
 */
export function lengthBeforeAppending(length: number, changes: readonly TextChange[]): number | undefined {
  const before = changes.reduce((sum, { rangeLength, text }) => sum + rangeLength - text.length, length);
  return isBehind(before, changes) ? before : undefined;
}

/** Whether changes leave the first `length` UTF-16 units as they are. */
export function isBehind(length: number, changes: readonly TextChange[]): boolean {
  return changes.every(({ rangeOffset }) => rangeOffset >= length);
}
