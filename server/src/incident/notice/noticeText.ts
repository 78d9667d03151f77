/** A mail's text, ready to be looked through. */
export interface NoticeText {
  /** Lines as they were written, without the marks of quoted mails and without empty ones. */
  readonly lines: readonly string[];
  /** The same lines with wide digits, letters and signs made narrow (Unicode NFKC), as mails mix both. */
  readonly narrow: readonly string[];
}

/** Longest text that is looked through, in UTF-16 units; mails of hosts have some thousand. */
const MOST_TEXT = 512 * 1024;
/** Longest line; what stands behind it is no sentence. */
const MOST_LINE = 2000;
/** `> ` before each line of a mail that was answered or handed on. */
const QUOTE_MARKS = /^(?:[>|] ?){1,10}/;

/** Divides a mail into lines. What is longer than any mail is left out. */
export function noticeText(text: string): NoticeText {
  const lines = text
    .slice(0, MOST_TEXT)
    .split(/\r\n|\r|\n/)
    .map((line) => line.slice(0, MOST_LINE).replace(QUOTE_MARKS, '').trim())
    .filter((line) => line !== '');
  return { lines, narrow: lines.map((line) => line.normalize('NFKC')) };
}

/** Characters with which people blot out what is theirs. */
const BLOT = /[*＊●○〇◯■□×✕ｘ?？_…\s.-]/gu;

/** Whether a value was blotted out before the text was handed on, e.g. `****.***.**` or `〇〇〇〇`. */
export function isBlotted(value: string): boolean {
  return /[*＊●○〇◯■□×✕]/u.test(value) && value.replaceAll(BLOT, '').replaceAll(/x+|com|jp|net|org|co|ne/gi, '') === '';
}
