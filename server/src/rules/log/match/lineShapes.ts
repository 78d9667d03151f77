import { Part } from '../patterns/literal';
import { wordNumber, wordSet } from '../patterns/vocabulary';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { PROOF, STRONG, TELLING, witness, type Evidence } from './witness';

const COLON = 0x3a;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const MOST_PARTS = 4;

/** Headers of responses and mails that nobody writes at the beginning of a line of a message (RFC 9110, RFC 5322). */
const HEADERS = wordSet('location refresh bcc host cookie connection server');
/** Words that begin a line in letters too. */
const LETTER_WORDS = wordSet('cc to from subject');
/** Commands of SMTP, POP3, IMAP and Redis, each with what has to follow: a word, a number, or the end of the line. */
const WITH_WORD = wordSet('rcpt ehlo helo vrfy expn apop auth');
const WITH_NUMBER = wordSet('retr dele list');
const ALONE = wordSet('data uidl rset noop starttls quit stat flushall slaveof');
const TOP = wordNumber('top');
const METHODS = wordSet('get post head put delete options connect trace patch');
const HTTP = wordNumber('http');
const PHP = wordNumber('php');

const header = witness('header-injection', PROOF);
/** PHP-FPM behind nginx took such a path apart wrongly (CVE-2019-11043). */
const lineInPath = witness('known-vulnerability', STRONG);
const possibleHeader = witness('header-injection', TELLING);
const mailCommand = witness('header-injection', STRONG);
const secondRequest = witness('header-injection', STRONG);

/**
 * A line break with what makes a server or a mail program take the rest for its own: headers, commands.
 * @param token the first one of the new line
 */
export function findLine(tokens: Tokens, token: number, part: number, evidence: Evidence): void {
  if (tokens.at(token) !== WORD) return;
  const isScript = part === Part.path && tokens.at(token + 1) === DOT && tokens.wordAt(token + 2) === PHP;
  if (isScript) evidence.add(lineInPath);
  findHeader(tokens, token, evidence);
  findCommand(tokens, token, evidence);
}

function findHeader(tokens: Tokens, token: number, evidence: Evidence): void {
  let end = token + 1;
  while (end < token + 2 * MOST_PARTS && tokens.at(end) === HYPHEN && tokens.isTight(end) && tokens.isTight(end + 1)) {
    end += 2;
  }
  if (tokens.wordAt(token) === HTTP && tokens.at(end) === SLASH) return evidence.add(header);
  if (tokens.at(end) !== COLON) return;
  const isEmail = tokens.spells(token, 'e') && tokens.spells(token + 2, 'mail');
  const isCompound = end > token + 1 && !isEmail;
  if (isCompound || HEADERS.has(tokens.wordAt(token))) evidence.add(header);
  else if (LETTER_WORDS.has(tokens.wordAt(token))) evidence.add(possibleHeader);
}

function findCommand(tokens: Tokens, token: number, evidence: Evidence): void {
  if (!tokens.is(token, Flag.capital)) return;
  const word = tokens.wordAt(token);
  const next = tokens.at(token + 1);
  const fits =
    ALONE.has(word) ||
    (WITH_WORD.has(word) && (next === WORD || next === NUMBER)) ||
    (next === NUMBER && (WITH_NUMBER.has(word) || (word === TOP && tokens.at(token + 2) === NUMBER)));
  if (fits) evidence.add(mailCommand);
}

/** `GET http://… HTTP/1.1` as a whole parameter: a request hidden in a request. */
export function findRequestLine(tokens: Tokens, evidence: Evidence): void {
  if (!METHODS.has(tokens.wordAt(0))) return;
  const end = tokens.count - 1;
  if (tokens.at(end) === NUMBER && tokens.at(end - 1) === SLASH && tokens.wordAt(end - 2) === HTTP) {
    evidence.add(secondRequest);
  }
}
