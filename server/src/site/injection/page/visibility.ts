import type { Element } from '../../html/elements';

/**
 * How something is kept from the eye: `away` = moved off the screen or made so small or pale that nobody sees it, which only
 * somebody does who wants search engines to read it; `none` = not shown, as menus and dialogs are until they open.
 */
export type Hiding = 'away' | 'none';

/** Pixels to the left of or above the page at which nothing can be seen any more. */
const FAR =
  /(?:^|;|\s)(?:left|top|right|bottom|margin-left|margin-top|text-indent)\s*:\s*-\s*(?:[5-9]\d{2}|\d{4,})(?:\.\d+)?(?:px|pt|em|%)?/i;
const MOVED = /position\s*:\s*(?:absolute|fixed)|text-indent|margin-(?:left|top)/i;
const NO_SIZE = /(?:^|;|\s)(?:max-)?(?:height|width)\s*:\s*[01](?:px|pt|%)?\s*(?:!\s*important\s*)?(?:;|$)/i;
const NO_OVERFLOW = /overflow\s*:\s*hidden/i;
const NO_LETTERS = /font-size\s*:\s*(?:0(?:\.\d+)?|1)(?:px|pt|%|em)?\s*(?:!\s*important\s*)?(?:;|$)/i;
const PALE = /(?:^|;|\s)opacity\s*:\s*0?(?:\.0+)?\s*(?:;|$)|alpha\(opacity\s*=\s*0\)/i;
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i;
const NO_MEASURE = /^\s*[01](?:px|%)?\s*$/;

/** How a style hides what has it; `undefined` when it does not. */
export function hidingOf(style: string): Hiding | undefined {
  if (FAR.test(style) && MOVED.test(style)) return 'away';
  if (NO_SIZE.test(style) && NO_OVERFLOW.test(style)) return 'away';
  if (NO_LETTERS.test(style) || PALE.test(style)) return 'away';
  return NOT_SHOWN.test(style) ? 'none' : undefined;
}

/** How an element hides what is in it, or itself. */
export function hidingOfElement({ name, attributes }: Element): Hiding | undefined {
  const hiding = hidingOf(attributes.get('style') ?? '');
  if (hiding !== undefined) return hiding;
  if (name === 'marquee' && (isTiny(attributes) || NO_SIZE.test(attributes.get('style') ?? ''))) return 'away';
  return undefined;
}

/** Whether a frame is too small to be seen, or not shown. */
export function isUnseenFrame(element: Element): boolean {
  const { attributes } = element;
  const style = attributes.get('style') ?? '';
  return isTiny(attributes) || NO_SIZE.test(style) || attributes.has('hidden') || hidingOf(style) !== undefined;
}

function isTiny(attributes: ReadonlyMap<string, string>): boolean {
  return NO_MEASURE.test(attributes.get('width') ?? '') || NO_MEASURE.test(attributes.get('height') ?? '');
}

const STYLE_RULE = /([.#][\w-]{1,60})\s*\{([^{}]{1,400})\}/g;

/** Classes (`.name`) and ids (`#name`) that a style sheet moves out of sight. */
export function selectorsOutOfSight(css: string): string[] {
  return [...css.matchAll(STYLE_RULE)].flatMap(([, selector = '', body = '']) =>
    hidingOf(body) === 'away' ? [selector] : [],
  );
}
