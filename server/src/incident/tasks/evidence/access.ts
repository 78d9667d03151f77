import { count } from '../../../numbers';
import { t } from '../../../words';
import { attackersOf } from '../../attackers';
import type { CauseId } from '../../causes/cause';
import { causeText } from '../../causes/causeWords';
import type { Incident } from '../../incident';
import { evidenceOf, NOTHING_SHOWN, openWhile, type TaskEvidence, type TaskFact } from '../taskEvidence';

/** Addresses that are named; deny rules have them all. */
const MOST_ATTACKERS = 5;
/** Log-ins to mail (RFC 4954). */
const MAIL_LOG_IN = 'AUTH';

/** Whether the logs show how it happened. */
export function cause({ causes }: Incident): TaskEvidence {
  const shown = causes.filter(({ verdict }) => verdict === 'shown');
  if (shown.length === 0) return NOTHING_SHOWN;
  return evidenceOf(
    'done',
    shown.flatMap(({ id, evidence }) => [{ text: causeText(id) }, ...evidence.filter(isFor).map(evidenceFact)]),
  );
}

/** What speaks for a password in wrong hands. */
export function passwordOf(id: Extract<CauseId, 'cms-account' | 'ftp-account'>): (incident: Incident) => TaskEvidence {
  return ({ causes }) => {
    const found = causes.find((each) => each.id === id);
    return openWhile(found?.evidence.filter(isFor).map(evidenceFact) ?? []);
  };
}

/** Log-ins to mail accounts that succeeded after many failures. */
export function mailPassword({ logFindings }: Incident): TaskEvidence {
  const guessed = logFindings.filter(
    ({ rule, endpoints }) => rule === 'login-after-failures' && endpoints.some(({ method }) => method === MAIL_LOG_IN),
  );
  return openWhile(guessed.map(({ title, places: [place] }) => ({ text: title, ...(place && { place }) })));
}

/** Who uploaded bad files. */
export function ftpClients({ files }: Incident): TaskEvidence {
  const uploads = new Map(
    files.flatMap(({ uploads: own }) => own.flatMap(({ client, place }) => (client ? [[client, place] as const] : []))),
  );
  return evidenceOf(
    undefined,
    [...uploads].map(([client, place]) => ({ text: t('{0} uploaded bad files by FTP.', client), place })),
  );
}

/** Addresses that did harm. */
export function attackers(incident: Incident): TaskEvidence {
  const all = attackersOf(incident);
  const facts = all
    .slice(0, MOST_ATTACKERS)
    .map(({ address, count: requests }) => ({ text: t('{0}: {1} requests', address, count(requests)) }));
  const more = all.length - facts.length;
  return evidenceOf(undefined, [...facts, ...(more > 0 ? [{ text: t('… and {0} more', count(more)) }] : [])]);
}

/** Whether the host already stopped mails. */
export function sending({ notice }: Incident): TaskEvidence {
  return notice?.measures.includes('mail-stopped')
    ? evidenceOf('done', [{ text: t('The host writes that it limited or stopped the sending of mails.') }])
    : NOTHING_SHOWN;
}

function isFor({ speaks }: Incident['causes'][number]['evidence'][number]): boolean {
  return speaks === 'for';
}

function evidenceFact({ text, time, places: [place] }: Incident['causes'][number]['evidence'][number]): TaskFact {
  return { text: time === undefined ? text : `${time}  ${text}`, ...(place && { place }) };
}
