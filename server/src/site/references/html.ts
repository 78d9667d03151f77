import { readElements, type Element } from '../html/elements';
import type { ReferenceKind } from '../siteModel';

/** Attributes that hold a URL, by element. https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
const URL_ATTRIBUTES = mapOf<ReadonlyMap<string, ReferenceKind>>({
  form: mapOf({ action: 'form' }),
  button: mapOf({ formaction: 'form' }),
  input: mapOf({ formaction: 'form', src: 'link' }),
  a: mapOf({ href: 'link', ping: 'request' }),
  area: mapOf({ href: 'link' }),
  script: mapOf({ src: 'embed' }),
  iframe: mapOf({ src: 'embed' }),
  frame: mapOf({ src: 'embed' }),
  embed: mapOf({ src: 'embed' }),
  object: mapOf({ data: 'embed' }),
  img: mapOf({ src: 'link' }),
});
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
  const page = new PageReader(receiver);
  readElements(text, {
    onOpen: (element) => page.element(element),
    onCode: ({ name }, code, offset) => name === 'script' && receiver.onScript(code, offset),
  });
}

class PageReader {
  #base = '';

  constructor(private readonly receiver: HtmlReceiver) {}

  element(element: Element): void {
    for (const [attribute, value] of element.attributes) this.#attribute(element, attribute, value);
    const { name, attributes, start } = element;
    const href = attributes.get('href') ?? '';
    const content = attributes.get('content') ?? '';
    if (name === 'base') this.#base = href;
    if (name === 'link' && attributes.get('rel') === 'canonical') this.#url('sitemap', href, start);
    if (name !== 'meta') return;
    if (attributes.get('property') === 'og:url') this.#url('sitemap', content, start);
    if (attributes.get('http-equiv')?.toLowerCase() === 'refresh') this.#url('redirect', refreshTarget(content), start);
  }

  #attribute({ name, offsets }: Element, attribute: string, value: string): void {
    const offset = offsets.get(attribute)!;
    const kind = REQUEST_ATTRIBUTES.has(attribute) ? 'request' : URL_ATTRIBUTES.get(name)?.get(attribute);
    if (kind !== undefined) this.#url(kind, value, offset);
    else if (attribute.startsWith('on')) this.receiver.onScript(value, offset);
    else if (attribute.startsWith('data-')) this.receiver.onData(value.trim(), offset);
  }

  #url(kind: ReferenceKind, target: string, offset: number): void {
    this.receiver.onUrl(kind, withBase(this.#base, cleanUrl(target)), offset);
  }
}

/** Browsers drop blanks around a URL, and tabs and line breaks in it. https://url.spec.whatwg.org/#concept-basic-url-parser */
function cleanUrl(url: string): string {
  return url.trim().replace(/[\t\n\r]/g, '');
}

/** The URL in `5; url='thanks.php'`; '' when the page only reloads itself. */
function refreshTarget(content: string): string {
  const at = content.search(/url\s*=/i);
  if (at < 0) return '';
  const url = content.slice(content.indexOf('=', at) + 1).trim();
  const quoted = /^(["'])(.*?)\1/s.exec(url);
  return quoted?.[2] ?? url;
}

function withBase(base: string, target: string): string {
  if (base === '' || target === '' || /^(?:[/#?]|[a-z][a-z0-9+.-]*:)/i.test(target)) return target;
  return base.slice(0, base.lastIndexOf('/') + 1) + target;
}

/** A map, because objects also have what a hostile page may ask for, such as `constructor`. */
function mapOf<Value>(entries: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(entries));
}
