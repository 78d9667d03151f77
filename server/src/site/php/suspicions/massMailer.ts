import { Flag, type Value } from '../value';
import { isFromRequest } from '../sends';
import type { Search, Witness } from './witness';

/**
 * A tool that sends whatever the client says to whomever the client lists: in a loop over the client's list, or as a relay
 * whose recipient, subject and text are all the client's from the first character on. An ordinary form with an automatic reply never
 * cuts its recipients out of a list, however much of the mail is the client's (see docs/rules.md).
 */
export const findMassMailers: Search = ({ sendings }) =>
  sendings.flatMap(({ seen, recipient, contents }): Witness[] => {
    const fromList = recipient && recipient.flags & Flag.Split && isFromRequest(recipient);
    if (recipient && recipient.flags & Flag.Whole && relays(contents)) {
      return [{ signal: 'massMailer', strength: 'strong', node: seen.node }];
    }
    if (!seen.inLoop || !fromList) return [];
    const chosen = contents.filter((value: Value) => isFromRequest(value)).length;
    return [{ signal: 'massMailer', strength: chosen >= 2 ? 'strong' : 'weak', node: seen.node }];
  });

/** Whether subject and text are the client's alone, or the client has a hand in subject, text and headers. */
function relays([subject, text, headers]: readonly Value[]): boolean {
  if (!subject || !text) return false;
  if (subject.flags & text.flags & Flag.Whole) return true;
  return (subject.flags & text.flags & (headers?.flags ?? 0) & Flag.Request) !== 0;
}
