import { decodeText } from '../../site/decodeText';
import { htmlText, isHtml } from './htmlText';
import { readMessage, type Attachment } from './message';

/** A text of a host's as people read it: a mail that was saved or copied, or a list of files. */
export interface HostText {
  readonly text: string;
  /** Files that came with a mail, such as the list. */
  readonly attachments: readonly Attachment[];
}

/** So many of the first bytes tell UTF-16 without a byte order mark. */
const SAMPLE = 4096;

/**
 * Reads a file that a host wrote, whatever it was saved as: a mail as it was sent (.eml) in any of its encodings, a mail in HTML, or a
 * text in UTF-8, UTF-16, Shift_JIS, EUC-JP or ISO-2022-JP. Never throws.
 */
export function readHostText(bytes: Uint8Array): HostText {
  const decoded = utf16(bytes) ?? decodeText(bytes).text;
  const message = readMessage(Buffer.from(bytes).toString('latin1')) ?? readMessageText(decoded);
  return message ?? { text: isHtml(decoded) ? htmlText(decoded) : decoded, attachments: [] };
}

/** The same of a text that was copied: people copy the source of mails, too. */
export function readCopiedText(text: string): HostText {
  return readMessageText(text) ?? { text: isHtml(text) ? htmlText(text) : text, attachments: [] };
}

/** The source of a mail as a text: what is not ASCII in it was decoded before. */
function readMessageText(text: string): HostText | undefined {
  return readMessage(Buffer.from(text, 'utf8').toString('latin1'));
}

/** UTF-16 has a zero byte in every Latin letter; other texts have none. */
function utf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2]!++;
  const least = sample.length / 40;
  if (zeros[1]! > least && zeros[1]! > 4 * zeros[0]!) return new TextDecoder('utf-16le').decode(bytes);
  return zeros[0]! > least && zeros[0]! > 4 * zeros[1]! ? new TextDecoder('utf-16be').decode(bytes) : undefined;
}
