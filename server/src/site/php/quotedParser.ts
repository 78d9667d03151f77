import type { Expression } from './ast';
import { Cursor } from './cursor';
import { readHeredoc } from './heredoc';
import { lexRange } from './lexer';
import { doubleQuotedValue, singleQuotedValue } from './stringValue';
import { templateParts } from './templates';
import { TokenKind } from './tokens';

/** `{$…}` within `{$…}` is followed this deep. */
const MAX_TEMPLATES = 8;

/** Quoted texts, heredocs and what is interpolated in them. */
export abstract class QuotedParser extends Cursor {
  private templates = 0;

  protected abstract expression(minimum?: number): Expression;

  /** The text that starts here, whatever its quotes. */
  protected quoted(start: number): Expression {
    const kind = this.kind;
    const end = this.tokens.ends[this.at]!;
    const quote = this.code.charAt(start);
    const inner = end - start > 1 && this.code.charAt(end - 1) === quote ? end - 1 : end;
    this.next();
    if (kind === TokenKind.SingleQuoted) {
      return { kind: 'literal', value: singleQuotedValue(this.code.slice(start + 1, inner)), start, end };
    }
    if (kind === TokenKind.DoubleQuoted) {
      return { kind: 'literal', value: doubleQuotedValue(this.code.slice(start + 1, inner)), start, end };
    }
    if (kind === TokenKind.Heredoc || kind === TokenKind.Nowdoc) return this.heredoc(start, end);
    const template = this.template(start, end, start + 1, inner);
    return kind === TokenKind.Backtick ? { kind: 'shell', operands: [template], start, end } : template;
  }

  private heredoc(start: number, end: number): Expression {
    const heredoc = readHeredoc(this.code, start);
    if (!heredoc) return { kind: 'missing', start, end };
    const { nowdoc, bodyStart, bodyEnd, indent } = heredoc;
    if (!nowdoc) return this.template(start, end, bodyStart, bodyEnd);
    const body = this.code.slice(bodyStart, bodyEnd);
    const value = indent > 0 ? body.replace(/^[ \t]+/gm, (blanks) => blanks.slice(indent)) : body;
    return { kind: 'literal', value, start, end };
  }

  private template(start: number, end: number, from: number, to: number): Expression {
    const parts = templateParts(this.code, from, to, (a, b) => this.range(a, b));
    if (parts.length === 0) return { kind: 'literal', value: '', start, end };
    if (parts.length === 1 && parts[0]!.kind === 'literal') return { ...parts[0], start, end };
    return { kind: 'template', parts, start, end };
  }

  /** Parses the expression between two offsets, for interpolations. */
  private range(start: number, end: number): Expression {
    if (this.templates >= MAX_TEMPLATES) return { kind: 'missing', start, end };
    const { tokens, at } = this;
    this.templates++;
    this.tokens = lexRange(this.code, { start, end });
    this.at = 0;
    const result = this.expression();
    this.tokens = tokens;
    this.at = at;
    this.templates--;
    return result;
  }
}
