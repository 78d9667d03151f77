import { SPACE, findBlank, skipBlanks } from '../bytes';
import { EntryKind, NOT_LOGGED, type EntryFields } from '../entryFields';
import { noteOutcome, noteTarget, noteUser } from './notes';

/** Commands whose argument is a path: RFC 959, RFC 3659, the old names of RFC 775, and MFMT (draft-somers-ftp-mfxx). */
const PATH_COMMANDS =
  'APPE CWD DELE LIST MDTM MFMT MKD MLSD MLST NLST RETR RMD RNFR RNTO SIZE SMNT STAT STOR STOU XCWD XMKD XRMD';
/** The other commands of RFC 959, RFC 2228, RFC 2389, RFC 2428, RFC 2640, RFC 7151 and those in wide use. */
const OTHER_COMMANDS =
  'ABOR ACCT ADAT ALLO AUTH CCC CDUP CLNT CONF ENC EPRT EPSV FEAT HASH HELP HOST LANG LPRT LPSV MIC MODE NOOP OPTS PASS ' +
  'PASV PBSZ PORT PROT PWD QUIT REIN REST SITE STRU SYST TYPE USER XCRC XCUP XMD5 XPWD XRCP';

const pathCommands = new Set(PATH_COMMANDS.split(' ').map(packed));
const allCommands = new Set([...pathCommands, ...OTHER_COMMANDS.split(' ').map(packed)]);
const USER = packed('USER');

/** Commands as the table has them, for logs that use words of their own. */
export const FTP = {
  pass: Buffer.from('PASS'),
  stor: Buffer.from('STOR'),
  appe: Buffer.from('APPE'),
  retr: Buffer.from('RETR'),
  dele: Buffer.from('DELE'),
  rnto: Buffer.from('RNTO'),
  mkd: Buffer.from('MKD'),
  rmd: Buffer.from('RMD'),
  site: Buffer.from('SITE'),
} as const;

/** Replies that the logs' own words stand for (RFC 959 section 4.2). */
export const FtpReply = {
  ok: 200,
  transferred: 226,
  loggedIn: 230,
  done: 250,
  created: 257,
  aborted: 426,
  notLoggedIn: 530,
  failed: 550,
} as const;

/** Notes a log-in: the password was accepted, or refused. */
export function noteFtpLogin(fields: EntryFields, isAccepted: boolean): void {
  noteOutcome(fields, FTP.pass, isAccepted ? FtpReply.loggedIn : FtpReply.notLoggedIn);
}

/** Whether `[start, end)` is a command of FTP, in letters of either case. */
export function isFtpCommand(bytes: Uint8Array, start: number, end: number): boolean {
  return allCommands.has(packedAt(bytes, start, end));
}

/**
 * Notes the command that fills `[start, end)`, `STOR l.php`, with its file or user; false when it is none. Passwords are not
 * noted.
 */
export function noteFtpCommand(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const commandEnd = findBlank(bytes, start, end);
  const command = packedAt(bytes, start, commandEnd);
  if (!allCommands.has(command)) return false;
  fields.kind = EntryKind.ftp;
  fields.methodStart = start;
  fields.methodEnd = commandEnd;
  const argument = skipBlanks(bytes, commandEnd, end);
  if (command === USER) noteUser(fields, argument, end);
  if (pathCommands.has(command)) noteTarget(fields, argument, end);
  return true;
}

/** Up to four letters as one number, in upper case; `NOT_LOGGED` for a longer or empty text. */
function packedAt(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > 4) return NOT_LOGGED;
  let number = 0;
  for (let at = start; at < end; at++) number = number * 256 + (bytes[at]! & ~SPACE);
  return number;
}

function packed(word: string): number {
  return packedAt(Buffer.from(word), 0, word.length);
}
