import { SPACE, decimal, findBlank, skipBlanks } from '../bytes';
import { EntryKind, NOT_LOGGED } from '../entryFields';
import { isHyphen } from './fieldText';
import { noteClient } from './clientAddress';
import { FTP, FtpReply } from './ftpCommand';
import type { LogFormat } from './logFormat';
import { CtimeReader } from './monthTime';
import { noteOutcome, noteTarget, noteUser } from './notes';

/** Letters of the four flags behind the file name: type, special action, direction, access. */
const TYPES = lettersOf('ab');
const ACTIONS = lettersOf('_CTU');
const DIRECTIONS = lettersOf('iod');
const ACCESSES = lettersOf('agr');
/** Length of ` b _ i r `. */
const FLAGS_LENGTH = 9;
const INCOMING = 0x69;
const OUTGOING = 0x6f;
/** The last letter of a transfer that was broken off; older servers write none. */
const INCOMPLETE = 0x69;
/** Values behind the user: service, authentication method, authenticated user; newer servers add the completion. */
const VALUES_BEHIND_USER = 3;

/**
 * The transfer log of wu-ftpd, vsftpd, ProFTPD and Pure-FTPd: `time seconds client size file type action direction access
 * user service method identity completion` (http://www.proftpd.org/docs/howto/Logging.html, xferlog(5)). Servers write `_` for blanks
 * of file names; of a user (an anonymous one chooses the text) they don't.
 */
export const xferlogFormat: LogFormat = {
  id: 'xferlog',
  weight: 6,
  timesAreLocal: true,
  createReader() {
    const times = new CtimeReader();
    return (bytes, start, end, fields) => {
      if (bytes[start + 3] !== SPACE || bytes[start + 7] !== SPACE) return false;
      const timeEnd = times.read(bytes, start, end, fields);
      if (timeEnd < 0) return false;
      const seconds = skipBlanks(bytes, timeEnd, end);
      const secondsEnd = findBlank(bytes, seconds, end);
      const client = skipBlanks(bytes, secondsEnd, end);
      const clientEnd = findBlank(bytes, client, end);
      const size = skipBlanks(bytes, clientEnd, end);
      const sizeEnd = findBlank(bytes, size, end);
      if (decimal(bytes, seconds, secondsEnd) < 0 || decimal(bytes, size, sizeEnd) < 0) return false;
      const flags = findFlags(bytes, sizeEnd + 1, end);
      if (flags < 0) return false;
      const user = flags + FLAGS_LENGTH;
      const userEnd = findUserEnd(bytes, user, end);
      if (userEnd < 0) return false;
      fields.kind = EntryKind.ftp;
      fields.size = decimal(bytes, size, sizeEnd);
      noteClient(bytes, client, clientEnd, fields);
      noteTarget(fields, sizeEnd + 1, flags);
      if (!isHyphen(bytes, user, userEnd)) noteUser(fields, user, userEnd);
      noteDirection(bytes[flags + 5]!, isComplete(bytes, end), fields);
      return true;
    };
  },
};

function noteDirection(direction: number, isWhole: boolean, fields: Parameters<typeof noteOutcome>[0]): void {
  if (direction === INCOMING) noteOutcome(fields, FTP.stor, isWhole ? FtpReply.transferred : FtpReply.aborted);
  else if (direction === OUTGOING) noteOutcome(fields, FTP.retr, isWhole ? FtpReply.transferred : FtpReply.aborted);
  else noteOutcome(fields, FTP.dele, isWhole ? FtpReply.done : FtpReply.failed);
}

/** The blank before the first four flags in a row, which no file name with blanks replaced can imitate. */
function findFlags(bytes: Buffer, start: number, end: number): number {
  for (let at = start; at + FLAGS_LENGTH < end; at++) {
    if (bytes[at] !== SPACE || bytes[at + 2] !== SPACE || bytes[at + 4] !== SPACE || bytes[at + 6] !== SPACE) continue;
    if (bytes[at + 8] !== SPACE || !TYPES.has(bytes[at + 1]!) || !ACTIONS.has(bytes[at + 3]!)) continue;
    if (DIRECTIONS.has(bytes[at + 5]!) && ACCESSES.has(bytes[at + 7]!)) return at;
  }
  return NOT_LOGGED;
}

/** Where the user ends, which may have blanks in it; `NOT_LOGGED` when too little follows. */
function findUserEnd(bytes: Buffer, user: number, end: number): number {
  let at = end;
  const values = hasCompletion(bytes, end) ? VALUES_BEHIND_USER + 1 : VALUES_BEHIND_USER;
  for (let value = 0; value < values; value++) {
    do at--;
    while (at > user && bytes[at] !== SPACE);
  }
  return at > user ? at : NOT_LOGGED;
}

/** Whether the line ends with a letter for the completion: ` c` or ` i`. */
function hasCompletion(bytes: Buffer, end: number): boolean {
  return bytes[end - 2] === SPACE && (bytes[end - 1] === INCOMPLETE || bytes[end - 1] === 0x63);
}

function isComplete(bytes: Buffer, end: number): boolean {
  return !hasCompletion(bytes, end) || bytes[end - 1] !== INCOMPLETE;
}

function lettersOf(letters: string): ReadonlySet<number> {
  return new Set(Buffer.from(letters));
}
