import { EntryKind } from '../../../log/entryFields';
import type { LogModel } from '../../../log/logModel';
import { NO_ENTRY } from '../../../log/logTable';
import { perModel } from './perModel';
import { WordScanner, type MarkedWord } from './wordScanner';

/** What the message of a server tells, as bits. */
export const MessageMark = {
  /** A wrong or missing name or password. */
  logInFailed: 1 << 0,
  /** The server's own limit for one address was exceeded. */
  limited: 1 << 1,
  /** Something was asked for that is not there or not allowed. */
  missing: 1 << 2,
  /** A request that is none, or far too long. */
  malformed: 1 << 3,
  /** A web application firewall raised an alarm. */
  firewall: 1 << 4,
} as const;

// Words of Apache (mod_auth_*, mod_authz_core, core), nginx and lighttpd, of ModSecurity and of SiteGuard.
const messageWords: readonly MarkedWord[] = [
  ...words(
    MessageMark.logInFailed,
    'password mismatch|authentication failure|authentication failed|auth failed|was not found in|no user/password was provided|' +
      'login failed|login failure|invalid user|nonce mismatch|not found: |incorrect password|invalid password|unknown user',
  ),
  ...words(MessageMark.limited, 'limiting requests|limiting connections|delaying request'),
  ...words(
    MessageMark.missing,
    "file does not exist|script not found|script '|primary script unknown|client denied by server configuration|" +
      'directory index of|forbidden by rule|no such file or directory|unable to stat',
  ),
  ...words(
    MessageMark.malformed,
    'invalid uri|invalid method|uri too long|request line exceeds|malformed|ah00126|ah00565|ah10244|client sent invalid|' +
      'request without hostname|ignoring function definition attempt',
  ),
  ...words(MessageMark.firewall, 'modsecurity: |siteguard|mod_security'),
];

let scanner: WordScanner | undefined;

const messageMarks = perModel((model) => {
  scanner ??= new WordScanner(messageWords);
  return scanner.marksOfAll(model.table.data.texts.message);
});

/** Rows whose message has one of the marks; none in a log without messages. What FTP and mail servers say tells other things. */
export function rowsWithMessage(model: LogModel, marks: number): Uint32Array {
  const { kind, message } = model.table.data;
  if (message.length === 0) return message;
  const known = messageMarks(model);
  const rows: number[] = [];
  for (let row = 0; row < model.table.rows; row++) {
    const id = message[row]!;
    if (id === NO_ENTRY || (known[id]! & marks) === 0) continue;
    if (kind[row] !== EntryKind.ftp && kind[row] !== EntryKind.mail) rows.push(row);
  }
  return Uint32Array.from(rows);
}

function words(marks: number, list: string): MarkedWord[] {
  return list.split('|').map((word) => [word, marks] as const);
}
