import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** An opening tag; offsets in the text, `end` behind its `>`. */
export interface Element {
  /** Lower case. */
  readonly name: string;
  /** Values by lower-case name; the first of each name, as browsers take it. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
  /** Where each attribute begins. */
  readonly offsets: ReadonlyMap<string, number>;
}

/** Receives the tags of a page in their order. */
export interface ElementReceiver {
  onOpen(element: Element): void;
  onClose?(name: string, start: number): void;
  /** What stands between the tags of a script or style. */
  onCode?(element: Element, code: string, offset: number): void;
}

/** Reads the tags of a page, or of a piece of one, as browsers do, broken ones too. Never throws; linear time. */
export function readElements(text: string, receiver: ElementReceiver): void {
  // The tokenizer alone, not the parser above it: which element closes which doesn't matter here, and keeping count of
  // that costs time that grows with the square of the open elements of a hostile page.
  const tokenizer = new Tokenizer({ decodeEntities: true }, new ElementReader(text, receiver));
  tokenizer.write(text);
  tokenizer.end();
}

class ElementReader implements TokenizerCallbacks {
  private name = '';
  private start = 0;
  private attributes = new Map<string, string>();
  private offsets = new Map<string, number>();
  private attribute = '';
  private value = '';
  private code: { readonly element: Element; readonly start: number } | undefined;

  constructor(
    private readonly text: string,
    private readonly receiver: ElementReceiver,
  ) {}

  onopentagname(start: number, end: number): void {
    this.name = this.text.slice(start, end).toLowerCase();
    this.start = start - 1;
    this.attributes = new Map();
    this.offsets = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.text.slice(start, end).toLowerCase();
    this.value = '';
    if (!this.offsets.has(this.attribute)) this.offsets.set(this.attribute, start);
  }

  onattribdata(start: number, end: number): void {
    this.value += this.text.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    // In a text of a program the quotes have backslashes before them.
    const value = this.value.replace(/^\\["']|\\["']?$/g, '');
    if (!this.attributes.has(this.attribute)) this.attributes.set(this.attribute, value);
  }

  onopentagend(end: number): void {
    const { name, start, attributes, offsets } = this;
    const element = { name, attributes, offsets, start, end: end + 1 };
    this.receiver.onOpen(element);
    if (name === 'script' || name === 'style') this.code = { element, start: end + 1 };
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
    this.code = undefined;
  }

  onclosetag(start: number, end: number): void {
    // "</" stands before the name.
    this.endCode(start - 2);
    this.receiver.onClose?.(this.text.slice(start, end).toLowerCase(), start - 2);
  }

  onend(): void {
    this.endCode(this.text.length);
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}

  private endCode(end: number): void {
    const { code } = this;
    if (code === undefined) return;
    this.code = undefined;
    this.receiver.onCode?.(code.element, this.text.slice(code.start, end), code.start);
  }
}
