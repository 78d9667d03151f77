import { tellsUse } from './scriptContext';
import { UNKNOWN_PART, withoutLineEnd } from './target';

/**
 * Receives one string or template of a script.
 * @param value its text; escapes undone as far as URLs need it, `${…}` replaced by UNKNOWN_PART.
 * @param offset of its first character behind the quote.
 * @param before gives the tokens in front of it, joined, strings among them as `"text"`; '' where `tellsUse` says that they
 *   tell nothing.
 */
export type OnString = (value: string, offset: number, before: () => string) => void;

/** Tokens of context that are kept: enough for `.open("POST",` and `navigator.sendBeacon(`; a power of two. */
const CONTEXT_TOKENS = 8;
/** Strings in the context are only told apart when they are as short as an attribute's name. */
const CONTEXT_STRING_LENGTH = 16;

const Char = {
  LineFeed: 10,
  CarriageReturn: 13,
  DoubleQuote: 34,
  SingleQuote: 39,
  Dollar: 36,
  Asterisk: 42,
  Slash: 47,
  BracketOpen: 91,
  Backslash: 92,
  BracketClose: 93,
  Backtick: 96,
  BraceOpen: 123,
  BraceClose: 125,
} as const;

/** So many times a slash may turn out not to begin a regular expression; each costs a scan to the end of the line. */
const MAXIMUM_MISTAKES = 20;

/** After these words a slash begins a regular expression; after other words it divides. */
const BEFORE_EXPRESSION = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'delete',
  'void',
  'throw',
  'new',
  'else',
  'do',
]);

/** A slash behind these divides: a word, a string or template, a closing bracket, a regular expression. */
const ENDS_EXPRESSION = /[\w$"'`)\]}/]$/;

interface OpenTemplate {
  readonly start: number;
  readonly before: string;
  value: string;
  /** Braces open within the current `${…}`. */
  braces: number;
}

/**
 * Walks over JavaScript of any version, minified or broken, and reports its strings with what stands before them. It only
 * knows comments, strings, templates, regular expressions and words; that is enough, runs in one pass, and never throws.
 */
export function scanScriptStrings(text: string, onString: OnString): void {
  new ScriptScanner(text, onString).run();
}

class ScriptScanner {
  private position = 0;
  /** Where the last tokens begin and end, as a ring: making a string of each would cost more than the scan. */
  private readonly starts = new Int32Array(CONTEXT_TOKENS);
  private readonly ends = new Int32Array(CONTEXT_TOKENS);
  private tokenCount = 0;
  private mistakes = 0;
  private readonly templates: OpenTemplate[] = [];

  constructor(
    private readonly text: string,
    private readonly onString: OnString,
  ) {}

  run(): void {
    const { text } = this;
    while (this.position < text.length) {
      const code = text.charCodeAt(this.position);
      if (code <= 32) this.position++;
      else if (isWordPart(code)) this.word();
      else if (code === Char.DoubleQuote || code === Char.SingleQuote) this.string(code);
      else if (code === Char.Backtick) this.template();
      else if (code === Char.Slash) this.slash();
      else if (code === Char.BraceOpen || code === Char.BraceClose) this.brace(code);
      else if (text.startsWith('<!--', this.position)) this.skipLine();
      else this.punctuation();
    }
  }

  private push(start: number, end: number): void {
    const slot = this.tokenCount++ & (CONTEXT_TOKENS - 1);
    this.starts[slot] = start;
    this.ends[slot] = end;
  }

  /** The token `back` places before the next one, 1 being the last; '' when there is none. */
  private token(back: number): string {
    if (back > Math.min(this.tokenCount, CONTEXT_TOKENS)) return '';
    const slot = (this.tokenCount - back) & (CONTEXT_TOKENS - 1);
    return this.text.slice(this.starts[slot], this.ends[slot]);
  }

  /** The last tokens without blanks, but for those that keep two words apart. */
  private readonly before = (): string => {
    if (!tellsUse(this.token(1), this.token(3))) return '';
    let before = '';
    let endsInWord = false;
    for (let back = CONTEXT_TOKENS; back >= 1; back--) {
      const token = shown(this.token(back));
      before += endsInWord && isWordPart(token.charCodeAt(0)) ? ` ${token}` : token;
      if (token !== '') endsInWord = isWordPart(token.charCodeAt(token.length - 1));
    }
    return before;
  };

  private punctuation(): void {
    this.push(this.position, ++this.position);
  }

  private word(): void {
    const start = this.position;
    while (isWordPart(this.text.charCodeAt(this.position))) this.position++;
    this.push(start, this.position);
  }

  private string(quote: number): void {
    const { text } = this;
    const start = ++this.position;
    let escaped = false;
    for (; this.position < text.length; this.position++) {
      const code = text.charCodeAt(this.position);
      if (code === quote || code === Char.LineFeed) break;
      if (code !== Char.Backslash) continue;
      escaped = true;
      this.position++;
    }
    const raw = text.slice(start, this.position++);
    this.onString(escaped ? unescape(raw) : raw, start, this.before);
    this.push(start - 1, this.position);
  }

  private template(): void {
    this.templates.push({ start: ++this.position, before: this.before(), value: '', braces: 0 });
    this.templateText();
  }

  /** Goes on in the innermost template until it ends or an expression begins in it. */
  private templateText(): void {
    const { text } = this;
    const template = this.templates.at(-1);
    if (template === undefined) return;
    const start = this.position;
    for (; this.position < text.length; this.position++) {
      const code = text.charCodeAt(this.position);
      if (code === Char.Backtick) break;
      if (code === Char.Backslash) this.position++;
      else if (code === Char.Dollar && text.charCodeAt(this.position + 1) === Char.BraceOpen) {
        template.value += text.slice(start, this.position) + UNKNOWN_PART;
        this.position += 2;
        return;
      }
    }
    template.value += text.slice(start, this.position++);
    this.templates.pop();
    this.onString(template.value, template.start, () => template.before);
    this.push(template.start - 1, this.position);
  }

  private brace(code: number): void {
    const template = this.templates.at(-1);
    if (template !== undefined && code === Char.BraceClose && template.braces === 0) {
      this.position++;
      this.templateText();
      return;
    }
    if (template !== undefined) template.braces += code === Char.BraceOpen ? 1 : -1;
    this.punctuation();
  }

  private slash(): void {
    const next = this.text.charCodeAt(this.position + 1);
    if (next === Char.Slash) this.skipLine();
    else if (next === Char.Asterisk) this.skipPast('*/');
    else if (this.mistakes < MAXIMUM_MISTAKES && this.expressionMayBegin()) this.regularExpression();
    else this.punctuation();
  }

  private expressionMayBegin(): boolean {
    const last = this.token(1);
    return BEFORE_EXPRESSION.has(last) || !ENDS_EXPRESSION.test(last);
  }

  private regularExpression(): void {
    const { text } = this;
    let inClass = false;
    const start = this.position++;
    for (; this.position < text.length; this.position++) {
      const code = text.charCodeAt(this.position);
      if (code === Char.LineFeed || code === Char.CarriageReturn) break;
      if (code === Char.Backslash) this.position++;
      else if (code === Char.BracketOpen) inClass = true;
      else if (code === Char.BracketClose) inClass = false;
      else if (code === Char.Slash && !inClass) {
        this.position++;
        this.push(start, this.position);
        return;
      }
    }
    // No end on the line: it was a division after all.
    this.mistakes++;
    this.position = start;
    this.punctuation();
  }

  private skipLine(): void {
    this.skipPast('\n');
  }

  private skipPast(end: string): void {
    const at = this.text.indexOf(end, this.position + 2);
    this.position = at < 0 ? this.text.length : at + end.length;
  }
}

function isWordPart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    code > 127
  );
}

/** Strings are shown with one kind of quote, long ones without their text. */
function shown(token: string): string {
  if (!/^["'`]/.test(token)) return token;
  return token.length <= CONTEXT_STRING_LENGTH + 2 ? `"${token.slice(1, -1)}"` : '""';
}

/** Undoes `\/`, `\xHH` and `\uHHHH`; other escapes do not stand in URLs. Lines stay as they are written, for places in them. */
function unescape(raw: string): string {
  return raw.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([\s\S]))/gi,
    (_, hex?: string, unicode?: string, other?: string) =>
      other ?? withoutLineEnd(String.fromCharCode(Number.parseInt(hex ?? unicode ?? '', 16))),
  );
}
