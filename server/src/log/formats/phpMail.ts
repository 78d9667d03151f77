import { COLON, findLastByte, findText, isDigit, skipBlanks, startsWith } from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import type { LogFormat } from './logFormat';
import { MAIL } from './mail';
import { noteMessage, noteTarget } from './notes';
import { withoutEvaluated } from './phpMessage';
import { PhpTimeReader } from './phpTime';

/** What the entries of PHP's log of mails begin with. */
export const MAIL_CALL = Buffer.from('mail() on [');
/** Behind the place of the call; what follows is the mail's. */
const PLACE_END = Buffer.from(']: To: ');

/**
 * PHP's log of mails, `[01-Nov-2021 10:56:55 UTC] mail() on [/home/x/public_html/tw/mail.php:12]: To: a@example.com -- Headers: …`
 * (https://www.php.net/manual/en/mail.configuration.php#ini.mail.log).
 */
export const phpMailFormat: LogFormat = {
  id: 'php-mail',
  weight: 6,
  createReader() {
    const time = new PhpTimeReader();
    return (bytes, start, end, fields) =>
      time.read(bytes, start, end, fields) && readPhpMail(bytes, skipBlanks(bytes, time.end, end), end, fields);
  },
};

/** Reads what PHP writes for a mail; false when it is none. */
export function readPhpMail(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  if (!startsWith(bytes, start, end, MAIL_CALL)) return false;
  const file = start + MAIL_CALL.length;
  const placeEnd = findText(bytes, PLACE_END, file, end);
  const colon = placeEnd < 0 ? -1 : findLastByte(bytes, COLON, file, placeEnd);
  if (colon < 0 || !isDigit(bytes[colon + 1])) return false;
  fields.kind = EntryKind.mail;
  fields.methodName = MAIL;
  noteTarget(fields, file, withoutEvaluated(bytes, file, colon));
  noteMessage(fields, start, end);
  return true;
}
