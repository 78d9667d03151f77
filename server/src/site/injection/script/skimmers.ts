import { foreignHost } from '../hosts';
import type { Sighting } from '../injection';
import type { Deed } from './deeds';
import { Flag } from './value';

/** Names that shops give to the fields of a card, a group for each field. */
const CARD_FIELDS: readonly RegExp[] = [
  /card[-_ ]?(?:num|no\b)|\bcc[-_]?num|credit[-_]?card|\bccn(?:umber)?\b|\bpan\b/i,
  /\bcvv2?\b|\bcvc2?\b|cc[-_]cid|\bcsc\b|security[-_]?code|verification[-_](?:number|value)/i,
  /expir|exp[-_]?(?:month|year|date)|cc[-_]exp/i,
  /card[-_]?holder|name[-_]on[-_]card|cc[-_]owner/i,
];
const PASSWORD_FIELD =
  /type\s*=\s*\\?["']?password|\[name\s*=\s*\\?["']?(?:pwd|pass|password|user_pass|passwd)|#(?:user_)?pass/i;
/** All fields of a page at once, whatever they are called, and the page on which that pays. */
const ALL_FIELDS = /["'][^"']{0,40}\binput\s*,\s*(?:select|textarea)|["'][^"']{0,40}\bselect\s*,\s*(?:input|textarea)/i;
const TILL = /checkout|onepage|onestep|payment|place[-_ ]?order/i;
/** A skimmer is short; in a larger stretch the words of a card and a request have nothing to do with each other. */
const STRETCH = 12_000;

/** Code that reads the fields of a card, or a password, and sends data to another site. */
export function findSkimmers(code: string, deeds: readonly Deed[], isHidden: boolean): Sighting[] {
  for (const deed of deeds) {
    const host = deed.kind === 'send' || deed.kind === 'loadFrame' ? foreignHost(deed.to.text) : undefined;
    if (host === undefined) continue;
    const around = readable(code.slice(Math.max(0, deed.start - STRETCH), deed.end + STRETCH));
    const isTyped = sendsTyped(deed, deeds);
    const isHiddenHost = isHidden || (deed.to.flags & Flag.Hidden) !== 0;
    const { start, end } = deed;
    const decoded = isHiddenHost ? deed.to.text : undefined;
    const fields = CARD_FIELDS.filter((field) => field.test(around)).length;
    const isGrabber = ALL_FIELDS.test(around) && TILL.test(around);
    if (isGrabber || fields >= 2 || (fields === 1 && isHiddenHost)) {
      const certainty = isTyped || isHiddenHost ? 'confirmed' : 'likely';
      return [{ kind: 'skimmer', sign: 'cardData', certainty, host, start, end, decoded }];
    }
    if (PASSWORD_FIELD.test(around) && isTyped) {
      const certainty = isHiddenHost ? 'confirmed' : 'likely';
      return [{ kind: 'skimmer', sign: 'password', certainty, host, start, end, decoded }];
    }
  }
  return [];
}

/** Whether what a visitor typed goes out with this request; a request object is opened in one place and sent in another. */
function sendsTyped(deed: Deed, deeds: readonly Deed[]): boolean {
  return deeds.some(
    ({ kind, data, start }) => kind === 'send' && (data & Flag.Typed) !== 0 && Math.abs(start - deed.start) < STRETCH,
  );
}

/** Code with the letters that it writes as numbers. */
function readable(code: string): string {
  return code.replace(/\\x([2-7][\da-f])|\\u00([2-7][\da-f])/gi, (_, hex?: string, unicode?: string) =>
    String.fromCharCode(Number.parseInt(hex ?? unicode ?? '', 16)),
  );
}
