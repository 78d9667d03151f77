/**
 * Largest height of what a scroll bar scrolls, in CSS pixels. Browsers lay out nothing taller than 33,554,400 pixels (Chromium:
 * 2^31 sixty-fourths of a pixel) and lose precision before that.
 */
export const TALLEST_SCROLL = 8_000_000;

/** How the scroll bar and the rows hang together. All in CSS pixels. */
export interface ScrollGeometry {
  /** Height of all rows, which no element has. */
  readonly contentHeight: number;
  /** Height of what is visible of them. */
  readonly viewHeight: number;
  /** Height of what the scroll bar scrolls. */
  readonly scrollHeight: number;
}

export function geometryOf(rows: number, rowHeight: number, viewHeight: number): ScrollGeometry {
  const contentHeight = rows * rowHeight;
  return { contentHeight, viewHeight, scrollHeight: Math.min(contentHeight, TALLEST_SCROLL) };
}

/** The nearest place of the content's top edge above the visible part that there is. */
export function clampTop({ contentHeight, viewHeight }: ScrollGeometry, top: number): number {
  return Math.max(0, Math.min(top, contentHeight - viewHeight));
}

/** How much of the content is above the visible part when the scroll bar stands at `scrollTop`. */
export function topOfScroll(geometry: ScrollGeometry, scrollTop: number): number {
  const { contentHeight, viewHeight, scrollHeight } = geometry;
  const way = scrollHeight - viewHeight;
  return way <= 0 ? 0 : clampTop(geometry, (scrollTop / way) * (contentHeight - viewHeight));
}

/** Where the scroll bar stands when so much of the content is above the visible part. */
export function scrollOfTop({ contentHeight, viewHeight, scrollHeight }: ScrollGeometry, top: number): number {
  const way = contentHeight - viewHeight;
  return way <= 0 ? 0 : (top / way) * (scrollHeight - viewHeight);
}

/** Some rows. */
export interface RowRange {
  /** From 0. */
  readonly first: number;
  /** Behind the last one. */
  readonly end: number;
}

/** The rows that are visible, wholly or in part, and some around them. */
export function visibleRows(
  top: number,
  rowHeight: number,
  viewHeight: number,
  rows: number,
  around: number,
): RowRange {
  const first = Math.max(0, Math.min(rows, Math.floor(top / rowHeight) - around));
  const end = Math.min(rows, Math.ceil((top + viewHeight) / rowHeight) + around);
  return { first, end: Math.max(first, end) };
}

/** The least change of `top` that brings a row into sight, with some rows of room where that is possible. */
export function topShowing(geometry: ScrollGeometry, top: number, row: number, rowHeight: number, room = 0): number {
  const above = (row - room) * rowHeight;
  const below = (row + 1 + room) * rowHeight - geometry.viewHeight;
  if (above < top) return clampTop(geometry, above);
  return below > top ? clampTop(geometry, below) : top;
}
