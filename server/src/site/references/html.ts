import { Parser } from 'htmlparser2';
import type { ReferenceKind } from '../siteModel';

/** Attributes that hold a URL, by element. https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
const URL_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, ReferenceKind>>>> = {
  form: { action: 'form' },
  button: { formaction: 'form' },
  input: { formaction: 'form', src: 'link' },
  a: { href: 'link', ping: 'request' },
  area: { href: 'link' },
  script: { src: 'embed' },
  iframe: { src: 'embed' },
  frame: { src: 'embed' },
  embed: { src: 'embed' },
  object: { data: 'embed' },
  img: { src: 'link' },
};
/** htmx's attributes stand on any element. https://htmx.org/reference/#attributes */
const REQUEST_ATTRIBUTES = new Set(['hx-get', 'hx-post', 'hx-put', 'hx-patch', 'hx-delete']);

/** Receives what a page holds, in its order; offsets count from the start of the text. */
export interface HtmlReceiver {
  onUrl(kind: ReferenceKind, target: string, offset: number): void;
  /** A `data-` attribute, which may or may not hold a URL. */
  onData(value: string, offset: number): void;
  onScript(code: string, offset: number): void;
}

/**
 * Reads a page as browsers do, broken ones too: form targets, links, frames, scripts, refreshes, event handlers. Comments
 * are not part of the page. Never throws.
 */
export function readHtml(text: string, receiver: HtmlReceiver): void {
  let element = '';
  let base = '';
  let scriptStart = -1;
  const onUrl = (kind: ReferenceKind, target: string): void =>
    receiver.onUrl(kind, withBase(base, cleanUrl(target)), parser.startIndex);
  const parser = new Parser({
    onopentagname(name) {
      element = name;
    },
    onattribute(name, value) {
      const kind = REQUEST_ATTRIBUTES.has(name) ? 'request' : URL_ATTRIBUTES[element]?.[name];
      if (kind !== undefined) onUrl(kind, value);
      else if (name.startsWith('on')) receiver.onScript(value, parser.startIndex);
      else if (name.startsWith('data-')) receiver.onData(value.trim(), parser.startIndex);
    },
    onopentag(name, { rel, href = '', property, content = '', 'http-equiv': header }) {
      if (name === 'script') scriptStart = parser.endIndex + 1;
      if (name === 'base') base = href;
      if (name === 'link' && rel === 'canonical') onUrl('sitemap', href);
      if (name === 'meta' && property === 'og:url') onUrl('sitemap', content);
      if (name === 'meta' && header?.toLowerCase() === 'refresh') onUrl('redirect', refreshTarget(content));
    },
    onclosetag(name) {
      if (name !== 'script' || scriptStart < 0) return;
      receiver.onScript(text.slice(scriptStart, parser.startIndex), scriptStart);
      scriptStart = -1;
    },
  });
  parser.end(text);
}

/** Browsers drop blanks around a URL, and tabs and line breaks in it. https://url.spec.whatwg.org/#concept-basic-url-parser */
function cleanUrl(url: string): string {
  return url.trim().replace(/[\t\n\r]/g, '');
}

/** The URL in `5; url='thanks.php'`; '' when the page only reloads itself. */
function refreshTarget(content: string): string {
  const at = content.search(/url\s*=/i);
  return at < 0 ? '' : content.slice(content.indexOf('=', at) + 1).replace(/^[\s'"]+|[\s'"]+$/g, '');
}

function withBase(base: string, target: string): string {
  if (base === '' || target === '' || /^(?:[/#?]|[a-z][a-z0-9+.-]*:)/i.test(target)) return target;
  return base.slice(0, base.lastIndexOf('/') + 1) + target;
}
