import type { Locator } from 'playwright-core';

/** How well something stands out, by the formula of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio): 1 to 21. */
export interface Contrast {
  /** What it is about: the beginning of the text, or the name of the class. */
  readonly what: string;
  readonly ratio: number;
}

/** What the page computes colours with. Written for the browser, where nothing of these files is known. */
const COLOURS = `
  const parse = (text) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return { channels: [red, green, blue], alpha: alpha / 255 };
  };
  const over = (top, below, opacity = 1) => {
    const alpha = top.alpha * opacity;
    return top.channels.map((value, at) => value * alpha + below[at] * (1 - alpha));
  };
  const luminance = (channels) => {
    const [red, green, blue] = channels.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratioOf = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const groundOf = (element) => {
    const parents = [];
    for (let each = element; each !== null; each = each.parentElement) parents.unshift(getComputedStyle(each));
    return parents.reduce((ground, style) => over(parse(style.backgroundColor), ground), [255, 255, 255]);
  };
`;

/**
 * The contrast of every text that a page shows with what lies behind it; disabled controls are exempt.
 * @param page any element of the page, as in the functions below
 */
export function textContrasts(page: Locator): Promise<Contrast[]> {
  return page.evaluate(`(() => {
    ${COLOURS}
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (texts.currentNode.data.trim() === '' || element.closest('button:disabled') || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const grounds = [groundOf(element)];
      const share = element.parentElement.querySelector(':scope > .share');
      if (share !== null) {
        const { backgroundColor, opacity } = getComputedStyle(share);
        grounds.push(over(parse(backgroundColor), grounds[0], Number(opacity)));
      }
      const colour = parse(element instanceof SVGElement ? style.fill : style.color);
      const ratios = grounds.map((ground) => ratioOf(over(colour, ground), ground));
      found.push({ what: texts.currentNode.data.slice(0, 40), ratio: Math.min(...ratios) });
    }
    return found;
  })()`);
}

/** The contrast of what the elements draw that a selector finds, with the page behind it. */
export function shapeContrasts(page: Locator, selector: string): Promise<Contrast[]> {
  return page.evaluate(`(() => {
    ${COLOURS}
    const ground = groundOf(document.body);
    return [...document.querySelectorAll(${JSON.stringify(selector)})].map((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      const colour = fill.startsWith('url') || fill === 'none' ? stroke : fill;
      return { what: shape.getAttribute('class'), ratio: ratioOf(over(parse(colour), ground), ground) };
    });
  })()`);
}

/** What has the focus, as assistive technology knows it. */
export interface Focused {
  readonly tag: string;
  readonly name: string;
  /** Width of the frame around it, in CSS pixels; 0 where there is none. */
  readonly outline: number;
  /** Contrast of that frame with the page. */
  readonly ratio: number;
}

/** What has the focus in a page. */
export function focusedIn(page: Locator): Promise<Focused> {
  return page.evaluate(`(() => {
    ${COLOURS}
    const active = document.activeElement;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(active);
    const ground = groundOf(document.body);
    return {
      tag: active.tagName.toLowerCase(),
      name: active.getAttribute('aria-label') || active.title || active.textContent,
      outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
      ratio: ratioOf(over(parse(outlineColor), ground), ground),
    };
  })()`);
}
