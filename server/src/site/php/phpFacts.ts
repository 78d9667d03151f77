/** A stretch of source text; lines and columns count from 1, columns in UTF-16 units of the decoded text. */
export interface SourceSpan {
  readonly line: number;
  readonly column: number;
  /** Column behind the last character; a span that runs over its first line ends with that line. */
  readonly endColumn: number;
}

/** A call that hands a mail to the server, e.g. `mail()`, PHPMailer's `send()`, a pipe to sendmail. */
export interface SendCall extends SourceSpan {
  /** The function, class or program that sends, e.g. `mb_send_mail`, `PHPMailer`, `sendmail`. */
  readonly via: string;
  /** Whether code that runs on a request of this very file reaches the call, through the file's own functions if need be. */
  readonly reachedFromTopLevel: boolean;
  /** Whether the recipient comes from the request: an auto-reply to a typed address, or an open mailer. */
  readonly recipientFromRequest: boolean;
  /** Whether the call stands in a loop over a list. */
  readonly inLoop: boolean;
}

/** An include or require. */
export interface PhpInclude extends SourceSpan {
  /** Path as far as constant folding knows it, `__DIR__` dropped, e.g. `lib/mail.php`; `undefined` when it is computed. */
  readonly path: string | undefined;
}

/** Text in the code that may name another file or URL of the site: string literals, redirects, form targets. */
export interface PhpReference extends SourceSpan {
  readonly text: string;
  /** The text stands in the file as it is, from the span's beginning on; else it was put together there. */
  readonly isAsWritten: boolean;
  readonly kind: 'literal' | 'redirect';
}

/** A part of the file outside `<?php … ?>`, to be read as HTML. */
export interface HtmlPart {
  readonly text: string;
  /** Line and column of its first character, from 1. */
  readonly line: number;
  readonly column: number;
}

/** What keeps a robot from using a form: seen in the code, not proven to work. */
export type ProtectionKind = 'token' | 'captcha' | 'honeypot' | 'referrer' | 'rateLimit' | 'login';

export interface Protection extends SourceSpan {
  readonly kind: ProtectionKind;
}

/** Signs of malicious code, each explained in docs/rules.md. */
export type SuspicionSignal =
  | 'codeFromRequest'
  | 'commandFromRequest'
  | 'decodedCode'
  | 'hiddenFunctionName'
  | 'hiddenVariableName'
  | 'payloadInPayload'
  | 'includeFromRequest'
  | 'fileWrittenFromRequest'
  | 'droppedCode'
  | 'bareUploader'
  | 'remoteCode'
  | 'passwordGate'
  | 'massMailer'
  | 'shellTools'
  | 'fileManager'
  | 'networkShell'
  | 'systemProbe'
  | 'queryFromRequest'
  | 'cloaking'
  | 'adminAccess'
  | 'stolenInput';

/** The beginning of what hidden code turned out to be, behind its last layer; hostile text that nothing has escaped. */
export interface DecodedCode {
  readonly text: string;
  /** There is more of it. */
  readonly truncated: boolean;
}

/** A place in the code and what stands there, shortened; hostile text. */
export interface CodePlace extends SourceSpan {
  readonly excerpt: string;
}

export interface Suspicion extends SourceSpan {
  readonly signal: SuspicionSignal;
  /** `strong` stands alone; `weak` needs a second witness. */
  readonly strength: 'strong' | 'weak';
  /** The code that shows it, shortened to at most 120 characters; hostile text. */
  readonly excerpt: string;
  /** The places that what the client sent came by, the nearest first; absent where it is used as it comes. */
  readonly cameBy?: readonly CodePlace[];
  /** Hidden code that could be read without running it. */
  readonly decoded?: DecodedCode;
}

/**
 * How a form script of the PHP工房 family is set up; `undefined` for a switch that the file does not have.
 * The scripts guard their form only with what is switched on here.
 */
export interface MailFormSwitches {
  /** `$Referer_check`: mails are sent only for forms on the own domain. */
  readonly referrerCheck?: boolean;
  /** `$useToken`; works only together with the confirmation page. */
  readonly token?: boolean;
  /** `$confirmDsp`. */
  readonly confirmation?: boolean;
  /** `$remail`: a copy goes to whatever address was typed in. */
  readonly autoReply?: boolean;
}

/** All that the audit needs to know of one PHP file. Made by `readPhp`; plain data. */
export interface PhpFacts {
  readonly sends: readonly SendCall[];
  readonly includes: readonly PhpInclude[];
  readonly references: readonly PhpReference[];
  readonly html: readonly HtmlPart[];
  readonly protections: readonly Protection[];
  readonly suspicions: readonly Suspicion[];
  /** Names of classes, interfaces, traits and functions that the file declares, lower case. */
  readonly declares: readonly string[];
  /** Whether anything but declarations runs when the file is requested. */
  readonly runsCode: boolean;
  /** Set for form scripts of the PHP工房 family. */
  readonly mailFormSwitches?: MailFormSwitches;
  /** Reading stopped early because the file hit a limit; said in the audit's problems. */
  readonly limit?: 'size' | 'time' | 'depth';
}
