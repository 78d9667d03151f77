import type { Protection, SendCall, SourceSpan } from '../php/phpFacts';
import type { ProgramFacts, SiteReference } from '../siteModel';
import { detach, isTarget } from './target';

/** Ways in which Perl form mailers of the field send: a pipe to sendmail, or one of CPAN's mail modules. */
const SENDS: readonly (readonly [RegExp, string])[] = [
  [/\bopen\b[^;]{0,200}\|[^;]{0,200}(?:sendmail|mail_?(?:prog|cmd|command|path)|qmail-inject)/i, 'sendmail'],
  [/\bNet::SMTP(?:::\w+)?\s*->\s*new\b/, 'Net::SMTP'],
  [/\bMIME::Lite\s*->\s*new\b/, 'MIME::Lite'],
  [/\bMail::(?:Mailer|Sender|Send|Internet)\s*->\s*new\b/, 'Mail::Mailer'],
  [/\b(?:Mail::Sendmail::)?sendmail\s*\(\s*%/, 'Mail::Sendmail'],
  [/\bEmail::(?:Sender::Simple|Stuffer)\b[^;]{0,100}\bsend\b/, 'Email::Sender'],
];
const PROTECTIONS: readonly (readonly [RegExp, Protection['kind']])[] = [
  [/\bHTTP_REFERER\b/, 'referrer'],
  [/captcha|turnstile/i, 'captcha'],
  [/csrf|one_?time_?token/i, 'token'],
  [/honeypot/i, 'honeypot'],
];
/** What stands further right on a line is data, not code written by hand. */
const MAXIMUM_LINE_LENGTH = 2000;
const PULLS_IN = /\b(?:require|do)\s*\(?\s*(["'])([^"']{1,200}\.(?:pl|cgi|pm|lib|ph))\1/;
const NAMES_PROGRAM = /(["'])([^"'\s]{1,200}\.(?:cgi|pl|php|html?))\1/g;

/**
 * Reads a Perl CGI program line by line, comments and documentation dropped. Unlike PHP it is not parsed: these programs are
 * few, small and written in one style.
 * @returns `program` says what it does as far as that is seen; a library that only gives back `1;` runs nothing.
 */
export function readPerl(text: string): { references: SiteReference[]; program: ProgramFacts } {
  const references: SiteReference[] = [];
  const sends: SendCall[] = [];
  const protections: Protection[] = [];
  const lines = codeLines(text);
  const isLibrary = /^(?:return\s+)?1\s*;$/.test(lines.findLast((line) => line.trim() !== '')?.trim() ?? '');
  lines.forEach((line, index) => {
    const span = (at: number, length: number): SourceSpan => ({
      line: index + 1,
      column: at + 1,
      endColumn: at + 1 + length,
    });
    const pulled = PULLS_IN.exec(line);
    if (pulled !== null) references.push(reference('include', pulled[2] ?? '', span(pulled.index, 0)));
    for (const match of pulled === null ? line.matchAll(NAMES_PROGRAM) : []) {
      if (isTarget(match[2] ?? '')) references.push(reference('literal', match[2] ?? '', span(match.index, 0)));
    }
    for (const [pattern, via] of SENDS) {
      const match = pattern.exec(line);
      if (match !== null) sends.push({ ...span(match.index, match[0].length), via, ...sendDefaults(!isLibrary) });
    }
    for (const [pattern, kind] of PROTECTIONS) {
      const match = pattern.exec(line);
      if (match !== null) protections.push({ ...span(match.index, match[0].length), kind });
    }
  });
  return { references, program: { sends, protections, suspicions: [], declares: [], runsCode: !isLibrary } };
}

/** Who receives the mail and how often is not followed in Perl. */
function sendDefaults(
  reachedFromTopLevel: boolean,
): Pick<SendCall, 'reachedFromTopLevel' | 'recipientFromRequest' | 'inLoop'> {
  return { reachedFromTopLevel, recipientFromRequest: false, inLoop: false };
}

function reference(kind: 'include' | 'literal', target: string, { line, column }: SourceSpan): SiteReference {
  return { kind, target: detach(target), line, column };
}

/** The file's lines, those that are comment, documentation (perlpod) or data emptied. */
function codeLines(text: string): string[] {
  const lines: string[] = [];
  let inDocumentation = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (/^__(?:END|DATA)__$/.test(line)) break;
    if (/^=[a-z]/i.test(line)) inDocumentation = !/^=cut\b/i.test(line);
    const dropped = inDocumentation || /^(?:=|\s*#)/.test(line);
    lines.push(dropped ? '' : line.slice(0, MAXIMUM_LINE_LENGTH));
  }
  return lines;
}
