import { shortenedTo } from '../shortened';
import { terminalText } from './terminal';

/** Longest text that is shown whole, in UTF-16 units: sentences of ours are far shorter, names of attackers may be endless. */
const LONGEST_TEXT = 4000;

/** Characters that end a text or an attribute's value (HTML Standard §13.1.2.3, §13.1.4). */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that was put together here and may stand as it is. Texts of others become HTML by `htmlText` only. */
export interface Html {
  readonly html: string;
}

/** Text of anybody within HTML, as content or in a quoted attribute: shown as it is, whatever it says. */
export function htmlText(text: string): string {
  return terminalText(shortenedTo(text, LONGEST_TEXT)).replaceAll(/[&<>"']/g, (sign) => REFERENCES[sign]!);
}

/**
 * An element.
 * @param attributes names are ours, values may be anybody's
 * @param children texts are escaped, HTML stands as it is
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (string | Html)[]
): Html {
  const inTag = Object.entries(attributes).map(([key, value]) => ` ${key}="${htmlText(value)}"`);
  return { html: `<${name}${inTag.join('')}>${children.map(htmlOf).join('')}</${name}>` };
}

function htmlOf(child: string | Html): string {
  return typeof child === 'string' ? htmlText(child) : child.html;
}
