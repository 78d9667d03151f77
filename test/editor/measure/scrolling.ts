import type { Locator } from 'playwright-core';

/** What of a scroll bar's element in the page is used here; these files know no browser. */
interface ScrollBar {
  scrollTop: number;
  readonly scrollHeight: number;
  readonly ownerDocument: {
    querySelector(selector: string): { readonly textContent: string | null } | null;
    readonly defaultView: { requestAnimationFrame(draw: () => void): number };
  };
}

/**
 * Drags the viewer's scroll bar somewhere else and waits until all rows there are drawn. Runs in the page, so that nothing of
 * the way between test and page is measured.
 * @param share where to, from 0 to 1
 * @returns ms
 */
export function timeOfJump(scrollBar: Locator, share: number): Promise<number> {
  return scrollBar.evaluate(async (element: unknown, place: number) => {
    const bar = element as ScrollBar;
    const page = bar.ownerDocument;
    const before = page.querySelector('[role="rowheader"]')?.textContent;
    const start = performance.now();
    bar.scrollTop = bar.scrollHeight * place;
    let first: string | null | undefined;
    do {
      await new Promise<void>((resolve) => page.defaultView.requestAnimationFrame(() => resolve()));
      first = page.querySelector('[role="rowheader"]')?.textContent;
    } while (first === undefined || first === before || page.querySelector('.row.waiting') !== null);
    return performance.now() - start;
  }, share);
}
