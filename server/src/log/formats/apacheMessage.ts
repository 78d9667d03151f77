import { COLON, isDigit, startsWith } from '../bytes';
import type { EntryFields } from '../entryFields';
import { messageShapes, noteNamed } from './messageShape';
import { isModSecurityMessage, readModSecurityMessage } from './modSecurityMessage';
import { notePhpFile } from './phpMessage';
import { readRequest } from './request';

/**
 * Messages of Apache 2.2 and 2.4 that name a file, a path or who logged in (the number before them, `AH01630: `, is left out
 * here; https://httpd.apache.org/docs/2.4/mod/mod_authz_core.html and the other modules).
 */
const SHAPES = messageShapes([
  'File does not exist: {target}',
  'script not found or unable to stat: {target}',
  "script '{target}' not found or unable to stat",
  'stderr from {target}: ',
  'client denied by server configuration: {target}',
  'client used wrong authentication scheme: {target}',
  'file permissions deny server access: {target}',
  'access to {target} denied',
  'Attempt to serve directory: {target}',
  'attempt to invoke directory as script: {target}',
  'Cannot serve directory {target}: ',
  'Directory index forbidden by Options directive: {target}',
  'Options ExecCGI is off in this directory: {target}',
  'Symbolic link not allowed or link target not accessible: {target}',
  "exec of '{target}' failed",
  'invalid URI path ({target})',
  'user {user}: authentication failure for "{target}"',
  'user {user}: authorization failure for "{target}"',
  'user {user}: password mismatch: {target}',
  "user `{user}' in realm `{other}' not found: {target}",
  'user {user} not found: {target}',
  'user {user} not found',
  'Authorization of user {user} to access {target} failed, reason: ',
]);
const INVALID_REQUEST = Buffer.from('Invalid URI in request ');
const DIGEST = Buffer.from('Digest: ');
/** Length of `AH01630: `. */
const NUMBER_LENGTH = 9;
const UPPER_A = 0x41;
const UPPER_H = 0x48;

/** Notes what the message of an entry names: the target, the user, the answer's status. */
export function readApacheMessage(bytes: Buffer, fields: EntryFields): void {
  const end = fields.messageEnd;
  const start = behindNumber(bytes, fields.messageStart, end);
  if (isModSecurityMessage(bytes, start, end)) return readModSecurityMessage(bytes, start, end, fields);
  if (startsWith(bytes, start, end, INVALID_REQUEST)) {
    return readRequest(bytes, start + INVALID_REQUEST.length, end, fields);
  }
  noteNamed(bytes, startsWith(bytes, start, end, DIGEST) ? start + DIGEST.length : start, end, SHAPES, fields);
  if (fields.targetStart < 0) notePhpFile(bytes, start, end, fields);
}

function behindNumber(bytes: Buffer, start: number, end: number): number {
  const last = start + NUMBER_LENGTH;
  const isNumber = last < end && bytes[start] === UPPER_A && bytes[start + 1] === UPPER_H && isDigit(bytes[start + 2]);
  return isNumber && bytes[last - 2] === COLON ? last : start;
}
