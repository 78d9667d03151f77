import { readHostList } from '../list/readHostList';
import { readHostText, type HostText } from './hostText';

/** Endings of files that are no lists; what can be unpacked is not looked into. */
const NO_LIST = /\.(?:png|jpe?g|gif|webp|bmp|ico|pdf|docx?|xlsx?|zip|gz|7z|rar|p7s|ics|vcf|eml|asc)$/i;

/** The text of the list of bad files that came with a mail; `undefined` where none did. */
export function attachedList({ attachments }: HostText): string | undefined {
  for (const { name, bytes } of attachments) {
    if (NO_LIST.test(name)) continue;
    const { text } = readHostText(bytes);
    if (readHostList(text).files.length > 0) return text;
  }
  return undefined;
}
