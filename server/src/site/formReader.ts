import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { HtmlPart } from './php/phpFacts';
import { readPhp } from './php/readPhp';
import { findPhpTag } from './sniffPhp';

/** A form of a page, as it is written; all texts are hostile. */
export interface PageForm {
  /** Line of its beginning, from 1. */
  readonly line: number;
  /** Where it is sent; '' for the page itself. */
  readonly action: string;
  /** Lower case; `get` where none is given (https://html.spec.whatwg.org/#attr-fs-method). */
  readonly method: string;
  readonly fields: readonly FormField[];
}

export interface FormField {
  readonly name: string;
  /** Of an `input` its type, else the element: `text`, `email`, `textarea`, `select`. */
  readonly type: string;
}

/** Pages with more forms, and forms with more fields, are made by no person. */
const MOST_FORMS = 50;
const MOST_FIELDS = 100;
const FIELDS: ReadonlySet<string> = new Set(['input', 'textarea', 'select']);

/** The forms of a page, or of a PHP program as far as they stand outside of its code. Never throws. */
export function readForms(text: string): PageForm[] {
  const reader = new FormReader();
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  const page = findPhpTag(Buffer.from(text)) < 0 ? text : withoutCode(readPhp(text).html);
  reader.text = page;
  tokenizer.write(page);
  tokenizer.end();
  return reader.forms;
}

/** The parts of a program that are no code, each on its own line as before. */
function withoutCode(parts: readonly HtmlPart[]): string {
  let page = '';
  let lines = 1;
  for (const { text, line } of parts) {
    page += '\n'.repeat(Math.max(0, line - lines)) + text;
    lines = Math.max(lines, line) + countLineEnds(text);
  }
  return page;
}

function countLineEnds(text: string): number {
  return text.split('\n').length - 1;
}

/** A form while its fields are read. */
interface OpenForm extends Omit<PageForm, 'fields'> {
  readonly fields: FormField[];
}

class FormReader implements TokenizerCallbacks {
  readonly forms: OpenForm[] = [];
  text = '';
  #element = '';
  #elementStart = 0;
  #attribute = '';
  #attributes = new Map<string, string>();
  #open: OpenForm | undefined;
  #line = 1;
  #counted = 0;

  onopentagname(start: number, end: number): void {
    this.#element = this.text.slice(start, end).toLowerCase();
    this.#elementStart = start;
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.text.slice(start, end).toLowerCase();
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, '');
  }

  onattribdata(start: number, end: number): void {
    this.#add(this.text.slice(start, end));
  }

  onattribentity(codepoint: number): void {
    this.#add(String.fromCodePoint(codepoint));
  }

  onopentagend(): void {
    if (this.#element === 'form') this.#begin();
    else if (FIELDS.has(this.#element)) this.#field();
  }

  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    if (this.text.slice(start, end).toLowerCase() === 'form') this.#open = undefined;
  }

  onattribend(): void {}
  onend(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}

  #add(value: string): void {
    this.#attributes.set(this.#attribute, (this.#attributes.get(this.#attribute) ?? '') + value);
  }

  /** A form within a form is none (https://html.spec.whatwg.org/#the-form-element). */
  #begin(): void {
    if (this.#open !== undefined || this.forms.length >= MOST_FORMS) return;
    const action = (this.#attributes.get('action') ?? '').trim();
    const method = (this.#attributes.get('method') ?? 'get').trim().toLowerCase();
    this.#open = { line: this.#lineOf(this.#elementStart), action, method, fields: [] };
    this.forms.push(this.#open);
  }

  #field(): void {
    const name = this.#attributes.get('name') ?? '';
    if (this.#open === undefined || name === '' || this.#open.fields.length >= MOST_FIELDS) return;
    const type = this.#element === 'input' ? (this.#attributes.get('type') ?? 'text').toLowerCase() : this.#element;
    this.#open.fields.push({ name, type });
  }

  /** Asked for offsets that only grow. */
  #lineOf(offset: number): number {
    this.#line += countLineEnds(this.text.slice(this.#counted, offset));
    this.#counted = offset;
    return this.#line;
  }
}
