import { Flag, type Value } from '../value';
import { isFromRequest } from '../sends';
import type { Search, Witness } from './witness';

/**
 * A tool that sends whatever the client says to whomever the client lists. An ordinary form with an automatic reply never
 * cuts its recipients out of a list, however much of the mail is the client's (see docs/rules.md).
 */
export const findMassMailers: Search = ({ sendings }) =>
  sendings.flatMap(({ seen, recipient, contents }): Witness[] => {
    const fromList = recipient && recipient.flags & Flag.Split && isFromRequest(recipient);
    if (!seen.inLoop || !fromList) return [];
    const chosen = contents.filter((value: Value) => isFromRequest(value)).length;
    return [{ signal: 'massMailer', strength: chosen >= 2 ? 'strong' : 'weak', node: seen.node }];
  });
