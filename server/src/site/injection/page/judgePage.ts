import { foreignHost, isMiningHost } from '../hosts';
import type { Sighting } from '../injection';
import { decodeBase64 } from '../script/decoders';
import { judgeScript, type Context } from '../script/judgeScript';
import { findPromptIn } from '../script/prompts';
import { mayHoldScript } from '../triggers';
import { readElements, type Element } from '../../html/elements';
import { findHiddenLinks } from './hiddenLinks';
import { hidingOfElement, isUnseenFrame, selectorsOutOfSight } from './visibility';

/** Code in an attribute is only worth a look when it does more than call a function. */
const HANDLER = /eval|atob|fromCharCode|unescape|decodeURI|\\x|\\u00|createElement|document\.write|location/;
const HIDING = /\.style\b/;
const DATA_SCRIPT = /^\s*data:[\w/+.-]*script[^,]{0,60},/i;

/** What a text is: a whole page, whose beginning and end count, or a piece of one. */
export type PagePart = 'whole' | 'piece';

/** Judges a page by its frames, scripts and hidden links. Nothing is run. */
export function judgePage(text: string, part: PagePart, context: Context): Sighting[] {
  return new PageJudge(text, part === 'whole' ? boundsOf(text) : undefined, context).judge();
}

/** A piece of a page that a script writes. */
export function judgePiece(html: string, context: Context): Sighting[] {
  return judgePage(html, 'piece', context);
}

interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** Where the page begins and ends, as far as it says so. Comments before the beginning are ordinary. */
function boundsOf(text: string): Bounds {
  const start = text.search(/<!doctype\b|<html\b/i);
  const end = text.toLowerCase().lastIndexOf('</html');
  return { start: Math.max(0, start), end: end < 0 ? text.length : end };
}

class PageJudge {
  private readonly sightings: Sighting[] = [];
  private readonly selectors = new Set<string>();
  private hidden: { readonly name: string; open: number } | undefined;

  constructor(
    private readonly text: string,
    private readonly bounds: Bounds | undefined,
    private readonly context: Context,
  ) {}

  judge(): Sighting[] {
    const { text, sightings, selectors, context } = this;
    readElements(text, {
      onOpen: (element) => this.open(element),
      onClose: (name) => {
        if (this.hidden?.name === name && --this.hidden.open === 0) this.hidden = undefined;
      },
      onCode: (element, code, offset) => this.code(element, code, offset),
    });
    if (/<a\s/i.test(text)) sightings.push(...findHiddenLinks(text, selectors));
    const prompt = context.depth === 0 ? findPromptIn(text) : undefined;
    if (prompt !== undefined && !sightings.some(({ kind }) => kind === 'prompt')) sightings.push(prompt);
    return sightings;
  }

  private open(element: Element): void {
    const { name, attributes, offsets } = element;
    if (this.hidden?.name === name) this.hidden.open++;
    else if (this.hidden === undefined && hidingOfElement(element) === 'away') this.hidden = { name, open: 1 };
    if (name === 'iframe' || name === 'frame') this.frame(element);
    if (name === 'script') this.script(element);
    for (const [attribute, value] of attributes) {
      if (attribute.startsWith('on') && HANDLER.test(value)) {
        this.inline(value, offsets.get(attribute) ?? element.start, element.end);
      }
    }
  }

  private frame(element: Element): void {
    const { attributes, start, end } = element;
    const host = foreignHost(attributes.get('src') ?? attributes.get('data-src'));
    if (host === undefined) return;
    const { isHidden } = this.context;
    if (!isHidden && !isUnseenFrame(element) && this.hidden === undefined) return;
    const certainty = isHidden || this.isOutside(start) ? 'confirmed' : 'likely';
    this.sightings.push({ kind: 'frame', sign: 'hiddenFrame', certainty, host, start, end });
  }

  private script({ attributes, start, end }: Element): void {
    const source = attributes.get('src') ?? attributes.get('href') ?? '';
    const code = scriptIn(source);
    if (code !== undefined) this.inlineCode(code, start, end);
    const host = foreignHost(source);
    if (host === undefined) return;
    if (isMiningHost(host)) {
      this.sightings.push({ kind: 'miner', sign: 'miner', certainty: 'confirmed', host, start, end });
    } else if (this.context.isHidden) {
      this.sightings.push({ kind: 'script', sign: 'hiddenScript', certainty: 'confirmed', host, start, end });
    } else if (this.isOutside(start)) {
      this.sightings.push({ kind: 'script', sign: 'outsidePage', certainty: 'likely', host, start, end });
    }
  }

  private code({ name, attributes }: Element, code: string, offset: number): void {
    if (name === 'style') {
      for (const selector of selectorsOutOfSight(code)) this.selectors.add(selector);
      return;
    }
    if (/json|template|x-handlebars/i.test(attributes.get('type') ?? '') || !this.isWorthReading(code, offset)) return;
    const { sightings, loaders, hides } = judgeScript(code, this.context);
    for (const id of hides) this.selectors.add(`#${id}`);
    this.sightings.push(...sightings.map((one) => ({ ...one, start: offset + one.start, end: offset + one.end })));
    const [loader] = loaders;
    if (loader === undefined || !this.isOutside(offset)) return;
    this.sightings.push({
      kind: 'script',
      sign: 'outsidePage',
      certainty: 'likely',
      host: loader.host,
      start: offset + loader.start,
      end: offset + loader.end,
    });
  }

  /** Most scripts of a page are a few ordinary calls; those that may hide something are looked at for that. */
  private isWorthReading(code: string, offset: number): boolean {
    return this.context.depth > 0 || this.isOutside(offset) || HIDING.test(code) || mayHoldScript(code);
  }

  /** Code in an attribute, whose entities are undone: places within it are those of the attribute. */
  private inline(code: string, start: number, end: number): void {
    const { sightings } = judgeScript(code, this.context);
    this.sightings.push(...sightings.map((one) => ({ ...one, start, end })));
  }

  /** Code that a URL holds in an unreadable form. */
  private inlineCode(code: string, start: number, end: number): void {
    const { sightings, loaders } = judgeScript(code, { ...this.context, depth: this.context.depth + 1 });
    this.sightings.push(...sightings.map((one) => ({ ...one, start, end, decoded: one.decoded ?? code })));
    const [loader] = loaders;
    if (loader === undefined) return;
    const { host } = loader;
    this.sightings.push({ kind: 'script', sign: 'hiddenScript', certainty: 'likely', host, start, end, decoded: code });
  }

  private isOutside(offset: number): boolean {
    return this.bounds !== undefined && (offset < this.bounds.start || offset > this.bounds.end);
  }
}

/** The code in a `data:` URL (RFC 2397); `undefined` when it is none. */
function scriptIn(url: string): string | undefined {
  const head = DATA_SCRIPT.exec(url)?.[0];
  if (head === undefined) return undefined;
  const body = url.slice(head.length);
  if (/;\s*base64\s*,$/i.test(head)) return decodeBase64(body.trim());
  try {
    return decodeURIComponent(body);
  } catch {
    return body;
  }
}
