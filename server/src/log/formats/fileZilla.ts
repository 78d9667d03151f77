import {
  GREATER_THAN,
  LEFT_PARENTHESIS,
  LESS_THAN,
  QUOTE,
  RIGHT_BRACKET,
  RIGHT_PARENTHESIS,
  SPACE,
  decimal,
  equals,
  findBlank,
  findByte,
  findLastByte,
  findText,
  isDigit,
  skipBlanks,
  startsWith,
} from '../bytes';
import { EntryKind, NOT_LOGGED, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import { FTP, isFtpCommand, noteFtpCommand } from './ftpCommand';
import type { LogFormat } from './logFormat';
import { NumericDateReader } from './numericDate';
import { noteMessage, noteTarget, noteUser } from './notes';
import { TimestampReader } from './timestamp';

const DASH = Buffer.from(' - ');
const CLIENT_END = Buffer.from(')> ');
const NOT_LOGGED_IN = Buffer.from('(not logged in)');
const SESSION = Buffer.from('[FTP Session ');
const REPLY_LENGTH = 3;
const LOGGED_ON = 230;
const LOG_IN_REFUSED = 530;
/** Sessions whose last command is remembered; more are not open at a time. */
const MOST_SESSIONS = 1024;

/**
 * FileZilla Server before version 1.0, `(000012)11/1/2021 10:56:55 AM - user (192.0.2.1)> STOR l.php`
 * (https://filezilla-project.org/). Commands and replies are lines of their own; the reply has the status of the command before it.
 */
export const fileZillaClassicFormat: LogFormat = {
  id: 'filezilla-classic',
  weight: 6,
  isStateful: true,
  timesAreLocal: true,
  createReader() {
    const times = new NumericDateReader();
    const sessions = new Sessions();
    return (bytes, start, end, fields) => {
      if (bytes[start] !== LEFT_PARENTHESIS || !isDigit(bytes[start + 1])) return false;
      const sessionEnd = findByte(bytes, RIGHT_PARENTHESIS, start, end);
      const session = sessionEnd < 0 ? -1 : decimal(bytes, start + 1, sessionEnd);
      const dash = session < 0 ? -1 : findText(bytes, DASH, sessionEnd, end);
      if (dash < 0) return false;
      const date = skipBlanks(bytes, sessionEnd + 1, dash);
      const dateEnd = findBlank(bytes, date, dash);
      if (!times.read(bytes, date, dateEnd, skipBlanks(bytes, dateEnd, dash), dash, fields)) return false;
      const name = dash + DASH.length;
      const clientEnd = findText(bytes, CLIENT_END, name, end);
      const client = clientEnd < 0 ? -1 : findLastByte(bytes, LEFT_PARENTHESIS, name, clientEnd);
      if (client < 0) return false;
      noteClient(bytes, client + 1, clientEnd, fields);
      if (!startsWith(bytes, name, end, NOT_LOGGED_IN)) noteUser(fields, name, client - 1);
      readText(bytes, clientEnd + CLIENT_END.length, end, fields, sessions, session);
      return true;
    };
  },
};

/** FileZilla Server since version 1.0, `2021-11-01T01:56:55.123Z >> [FTP Session 12 192.0.2.1 user] STOR l.php`. */
export const fileZillaFormat: LogFormat = {
  id: 'filezilla',
  weight: 6,
  isStateful: true,
  createReader() {
    const times = new TimestampReader();
    const sessions = new Sessions();
    return (bytes, start, end, fields) => {
      if (!isDigit(bytes[start])) return false;
      const timeEnd = findBlank(bytes, start, end);
      const sign = bytes[timeEnd + 1];
      const session = timeEnd + 4;
      if (sign !== bytes[timeEnd + 2] || !startsWith(bytes, session, end, SESSION)) return false;
      const close = findByte(bytes, RIGHT_BRACKET, session, end);
      if (close < 0 || !times.read(bytes, start, timeEnd, fields)) return false;
      const number = session + SESSION.length;
      const numberEnd = findBlank(bytes, number, close);
      const clientEnd = findBlank(bytes, numberEnd + 1, close);
      noteClient(bytes, numberEnd + 1, clientEnd, fields);
      noteUser(fields, clientEnd + 1, close);
      const text = skipBlanks(bytes, close + 1, end);
      if (sign === LESS_THAN || sign === GREATER_THAN) {
        readText(bytes, text, end, fields, sessions, decimal(bytes, number, numberEnd));
      } else noteEvent(bytes, text, end, fields);
      return true;
    };
  },
};

/** The last command of each session. */
class Sessions {
  readonly #commands = new Map<number, Uint8Array>();

  note(session: number, command: Uint8Array): void {
    if (!this.#commands.has(session) && this.#commands.size === MOST_SESSIONS) this.#commands.clear();
    this.#commands.set(session, Uint8Array.from(command));
  }

  commandOf(session: number): Uint8Array | undefined {
    return this.#commands.get(session);
  }
}

/** Reads a command, a reply, or what the server did. */
function readText(
  bytes: Buffer,
  start: number,
  end: number,
  fields: EntryFields,
  sessions: Sessions,
  session: number,
): void {
  noteEvent(bytes, start, end, fields);
  const wordEnd = findBlank(bytes, start, end);
  if (isFtpCommand(bytes, start, wordEnd)) {
    noteFtpCommand(bytes, start, end, fields);
    return sessions.note(session, bytes.subarray(start, wordEnd));
  }
  const status = wordEnd - start === REPLY_LENGTH ? decimal(bytes, start, wordEnd) : NOT_LOGGED;
  if (status < 0) return;
  fields.status = status;
  fields.statusStart = start;
  const command = sessions.commandOf(session);
  fields.methodName = status === LOGGED_ON || status === LOG_IN_REFUSED ? FTP.pass : command;
  if (command === undefined || !isTransfer(command)) return;
  const path = findByte(bytes, QUOTE, start, end);
  if (path >= 0) noteTarget(fields, path + 1, findLastByte(bytes, QUOTE, path + 1, end));
}

function noteEvent(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  fields.kind = EntryKind.ftp;
  noteMessage(fields, bytes[start] === SPACE ? start + 1 : start, end);
}

/** Whether the reply to a command names its file in quotes. */
function isTransfer(command: Uint8Array): boolean {
  return [FTP.stor, FTP.retr, FTP.appe].some((each) => equals(command, 0, command.length, each));
}
