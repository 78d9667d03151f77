/** Stands for a part of a URL that only the running program knows; from Unicode's private use area, so no URL holds it. */
export const UNKNOWN_PART = '\uE000';

/** No URL that a browser would send is longer; longer strings are data. */
const MAXIMUM_TARGET_LENGTH = 2048;
/** Schemes and forms that never lead to a file of the site. */
const LEADS_NOWHERE = /^(?:#|(?:javascript|mailto|tel|data|blob|about|sms|ftp|file|line|intent):)/i;
const PROGRAM_NAME = /\.(?:php[3-8]?|phtml|pht|phar|cgi|pl|shtml|html?)(?:[?#/]|$)/i;
const HTML_TAG = /<(?:form|a|area|iframe|frame|script|meta|button|input|img|base|link)\b/i;

/** Whether a text can be the URL or path of a file of the site. */
export function isTarget(text: string): boolean {
  return text !== '' && text.length <= MAXIMUM_TARGET_LENGTH && !LEADS_NOWHERE.test(text) && !/[\s<>]/.test(text);
}

/** Whether a text without any context around it is likely to name a page or program. */
export function looksLikeProgram(text: string): boolean {
  return isTarget(text) && PROGRAM_NAME.test(text);
}

/** Whether a string of a program holds a piece of a page. */
export function looksLikeHtml(text: string): boolean {
  return text.includes('<') && HTML_TAG.test(text);
}

/** A decoded character, but a blank for the end of a line: browsers drop those in URLs, and lines stay as they are written. */
export function withoutLineEnd(character: string): string {
  return character === '\n' || character === '\r' ? ' ' : character;
}

/**
 * A copy of a short piece of a large text. JavaScript engines let a piece point into the text that it was cut from, which
 * would keep every file of the site in memory.
 */
export function detach(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
