import { readElements, type Element } from './html/elements';
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
  const page = findPhpTag(Buffer.from(text)) < 0 ? text : withoutCode(readPhp(text).html);
  const reader = new FormReader(page);
  readElements(page, {
    onOpen: (element) => reader.open(element),
    onClose: (name) => reader.close(name),
  });
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

class FormReader {
  readonly forms: OpenForm[] = [];
  #open: OpenForm | undefined;
  #line = 1;
  #counted = 0;

  constructor(private readonly text: string) {}

  open(element: Element): void {
    if (element.name === 'form') this.#begin(element);
    else if (FIELDS.has(element.name)) this.#field(element);
  }

  close(name: string): void {
    if (name === 'form') this.#open = undefined;
  }

  /** A form within a form is none (https://html.spec.whatwg.org/#the-form-element). */
  #begin({ attributes, start }: Element): void {
    if (this.#open !== undefined || this.forms.length >= MOST_FORMS) return;
    const action = (attributes.get('action') ?? '').trim();
    const method = (attributes.get('method') ?? 'get').trim().toLowerCase();
    this.#open = { line: this.#lineOf(start), action, method, fields: [] };
    this.forms.push(this.#open);
  }

  #field({ name: element, attributes }: Element): void {
    const name = attributes.get('name') ?? '';
    if (this.#open === undefined || name === '' || this.#open.fields.length >= MOST_FIELDS) return;
    const type = element === 'input' ? (attributes.get('type') ?? 'text').toLowerCase() : element;
    this.#open.fields.push({ name, type });
  }

  /** Asked for offsets that only grow. */
  #lineOf(offset: number): number {
    this.#line += countLineEnds(this.text.slice(this.#counted, offset));
    this.#counted = offset;
    return this.#line;
  }
}
