import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { ReferenceKind } from '../siteModel';
import { withoutLineEnd } from './target';

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

/** Elements whose meaning depends on several attributes, which are therefore kept until the tag ends. */
const KEPT = new Set(['meta', 'link', 'base']);

/**
 * Reads a page as browsers do, broken ones too: form targets, links, frames, scripts, refreshes, event handlers. Comments
 * are not part of the page. Never throws.
 */
export function readHtml(text: string, receiver: HtmlReceiver): void {
  const page = new PageReader(text, receiver);
  // The tokenizer alone, not the parser above it: which element closes which doesn't matter here, and keeping count of
  // that costs time that grows with the square of the open elements of a hostile page.
  const tokenizer = new Tokenizer({ decodeEntities: true }, page);
  tokenizer.write(text);
  tokenizer.end();
}

class PageReader implements TokenizerCallbacks {
  private element = '';
  private elementStart = 0;
  private attribute = '';
  private attributeStart = 0;
  private value = '';
  private kept: Record<string, string> = {};
  private base = '';
  private scriptStart = -1;

  constructor(
    private readonly text: string,
    private readonly receiver: HtmlReceiver,
  ) {}

  onopentagname(start: number, end: number): void {
    this.element = this.text.slice(start, end).toLowerCase();
    this.elementStart = start - 1;
    this.kept = {};
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.text.slice(start, end).toLowerCase();
    this.attributeStart = start;
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.text.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.value += withoutLineEnd(String.fromCodePoint(codepoint));
  }

  onattribend(): void {
    const { attribute, attributeStart: offset, value } = this;
    if (KEPT.has(this.element)) this.kept[attribute] ??= value;
    const kind = REQUEST_ATTRIBUTES.has(attribute) ? 'request' : URL_ATTRIBUTES.get(this.element)?.get(attribute);
    if (kind !== undefined) this.url(kind, value, offset);
    else if (attribute.startsWith('on')) this.receiver.onScript(value, offset);
    else if (attribute.startsWith('data-')) this.receiver.onData(value.trim(), offset);
  }

  onopentagend(end: number): void {
    const { element, elementStart: offset } = this;
    const { rel, href = '', property, content = '', 'http-equiv': header } = this.kept;
    if (element === 'script') this.scriptStart = end + 1;
    if (element === 'base') this.base = href;
    if (element === 'link' && rel === 'canonical') this.url('sitemap', href, offset);
    if (element === 'meta' && property === 'og:url') this.url('sitemap', content, offset);
    if (element === 'meta' && header?.toLowerCase() === 'refresh') this.url('redirect', refreshTarget(content), offset);
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onclosetag(start: number): void {
    // "</" stands before the name.
    this.endScript(start - 2);
  }

  onend(): void {
    this.endScript(this.text.length);
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}

  private endScript(end: number): void {
    if (this.scriptStart < 0) return;
    this.receiver.onScript(this.text.slice(this.scriptStart, end), this.scriptStart);
    this.scriptStart = -1;
  }

  private url(kind: ReferenceKind, target: string, offset: number): void {
    this.receiver.onUrl(kind, withBase(this.base, cleanUrl(target)), offset);
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
