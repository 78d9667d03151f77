import type { Incident } from '../../incident/incident';
import { inLanguage } from '../../language';
import type { AbuseMailAnswer, AbuseMailParams } from '../../protocol';
import { abuseMail } from '../../report/abuse/abuseMail';

/** A draft of a mail to an abuse desk, which read English all over the world. */
export function abuseMailInEnglish(
  incident: Incident | undefined,
  { network: name, addresses, contacts }: AbuseMailParams,
): AbuseMailAnswer {
  if (incident === undefined) return { isBuilt: false };
  const text = inLanguage({ locale: 'en', words: {} }, () => abuseMail(incident, { name, addresses, contacts }));
  return { isBuilt: true, ...(text !== undefined && { text }) };
}
