import { LEFT_BRACKET, RIGHT_BRACKET, equals, findByte, findText } from '../bytes';
import { EntryKind, NOT_LOGGED, type EntryFields } from '../entryFields';
import { FTP, isFtpCommand } from './ftpCommand';

const USER = Buffer.from('USER');
const PASS = Buffer.from('PASS');
/** What the servers call the end of a transfer. */
const CREATED = Buffer.from('created');
const APPENDED = Buffer.from('appended');
const SENT = Buffer.from('sent');
/** Channels of IIS 7 and later, which are no commands. */
const CHANNEL = Buffer.from('Channel');

/**
 * Makes the request of an IIS or Pure-FTPd log a command of FTP: the method may have the number of its session before it
 * (`[12]STOR`, `[12]created`, `[]sent`), and the target of USER is the user. False, and nothing changed, when the method is
 * none.
 */
export function noteIisFtpCommand(bytes: Buffer, fields: EntryFields): boolean {
  const { methodStart, methodEnd } = fields;
  const bracket = bytes[methodStart] === LEFT_BRACKET ? findByte(bytes, RIGHT_BRACKET, methodStart, methodEnd) : -1;
  const command = bracket < 0 ? methodStart : bracket + 1;
  const isCommand = isFtpCommand(bytes, command, methodEnd);
  if (bracket < 0 && !isCommand && !isChannel(bytes, command, methodEnd)) return false;
  fields.kind = EntryKind.ftp;
  fields.methodStart = isCommand || bracket >= 0 ? command : NOT_LOGGED;
  if (equals(bytes, command, methodEnd, CREATED)) fields.methodName = FTP.stor;
  else if (equals(bytes, command, methodEnd, APPENDED)) fields.methodName = FTP.appe;
  else if (equals(bytes, command, methodEnd, SENT)) fields.methodName = FTP.retr;
  if (equals(bytes, command, methodEnd, USER)) {
    fields.userStart = fields.targetStart;
    fields.userEnd = fields.targetEnd;
    fields.targetStart = NOT_LOGGED;
  } else if (equals(bytes, command, methodEnd, PASS)) fields.targetStart = NOT_LOGGED;
  return true;
}

/** Whether a method is an event of a channel: `ControlChannelOpened`, `DataChannelClosed`. */
function isChannel(bytes: Buffer, start: number, end: number): boolean {
  return findText(bytes, CHANNEL, start, end) >= 0;
}
