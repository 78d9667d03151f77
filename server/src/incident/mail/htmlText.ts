import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  'address article blockquote br div dd dl dt fieldset footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);
/** Elements whose content nobody sees. */
const UNSEEN = new Set(['head', 'script', 'style', 'template', 'title']);
/** A page, or a piece of one, as mail programs copy it. */
const MARKUP = /<(?:!doctype|html|body|div|p|br|table|span|meta)\b[^<>]{0,1000}>/i;

/** Whether a text is the source of a mail in HTML. */
export function isHtml(text: string): boolean {
  return MARKUP.test(text.slice(0, 20_000)) && /<\/(?:html|body|div|p|table|span|a)\s*>/i.test(text);
}

/** What somebody reads of a mail in HTML, a line for each block. Nothing of it is run or fetched. Never throws. */
export function htmlText(html: string): string {
  const reader = new TextReader(html);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  return reader.text.replaceAll(/[ \t\u00a0]+/g, ' ').replaceAll(/ ?\n ?/g, '\n');
}

class TextReader implements TokenizerCallbacks {
  text = '';
  #unseen: string | undefined;
  #isInPre = 0;

  constructor(private readonly html: string) {}

  ontext(start: number, end: number): void {
    if (this.#unseen !== undefined) return;
    const text = this.html.slice(start, end);
    this.text += this.#isInPre > 0 ? text : text.replaceAll(/[\r\n]+/g, ' ');
  }

  ontextentity(codepoint: number): void {
    if (this.#unseen === undefined) this.text += String.fromCodePoint(codepoint);
  }

  onopentagname(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    if (name === 'pre') this.#isInPre++;
    if (name === 'body') this.#unseen = undefined;
    if (UNSEEN.has(name)) this.#unseen ??= name;
    else if (BLOCKS.has(name)) this.text += '\n';
    else if (name === 'td' || name === 'th') this.text += '\t';
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    if (name === 'pre' && this.#isInPre > 0) this.#isInPre--;
    if (name === this.#unseen) this.#unseen = undefined;
    else if (BLOCKS.has(name)) this.text += '\n';
  }

  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  onattribname(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onopentagend(): void {}
  onprocessinginstruction(): void {}
  onselfclosingtag(): void {}
}
