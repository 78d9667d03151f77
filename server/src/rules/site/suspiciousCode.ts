import { nameOf } from '../../site/paths';
import type { CodePlace, Suspicion } from '../../site/php/phpFacts';
import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding, Place } from '../finding';
import { defineRule } from '../rule';
import { certaintyOf, kindOf, type Certainty } from './codeKinds';
import { siteFinding } from './siteFinding';
import { suspicionMeanings } from './suspicionMeanings';

const options = {
  weakSigns: {
    default: 2,
    minimum: 1,
    unit: 'signs',
    description: () => t('How many different weak signs make a file suspicious. One strong sign always does.'),
    source:
      'Measured on 2,315 malicious and 81,097 ordinary files: two weak signs add 2.4 points of recall at 4.2 false alarms in 10,000 files.',
  },
};

/** Files whose code does what web shells and back doors do. */
export const suspiciousCode = defineRule<ConnectedSite, typeof options>({
  id: 'suspicious-code',
  family: 'site-files',
  severity: 'error',
  title: () => t('Suspicious code'),
  explanation: () =>
    t(
      'PHP code that does what attackers need and ordinary pages do not: running what a visitor sends, unpacking hidden code, storing any upload. The code is only read, never run.',
    ),
  options,
  find: ({ files }, { weakSigns }) =>
    files.flatMap(({ path, program }) => judge(path, program?.suspicions ?? [], weakSigns)),
});

/** How a finding is worded, by how sure it is. */
const WORDS: Readonly<
  Record<Certainty, { title: (file: string, kind: string) => string; detail: (does: string) => string }>
> = {
  confirmed: {
    title: (file, kind) => t('{0} is harmful: {1}', file, kind),
    detail: (does) =>
      t(
        'The code {0}. Ordinary pages do not do this; most likely the file was placed or changed by an attacker.',
        does,
      ),
  },
  likely: {
    title: (file, kind) => t('{0} is most likely harmful: {1}', file, kind),
    detail: (does) =>
      t('The code {0}. A few honest programs do this as well, so someone who knows the site should look at it.', does),
  },
  check: {
    title: (file, kind) => t('{0} should be looked at: {1}?', file, kind),
    detail: (does) => t('The code {0}. That alone proves nothing: honest programs do it too.', does),
  },
};

function judge(path: string, suspicions: readonly Suspicion[], weakSigns: number): Finding[] {
  if (suspicions.length === 0) return [];
  const certainty = certaintyOf(suspicions, weakSigns);
  const strong = suspicions.some(({ strength }) => strength === 'strong');
  const decoded = suspicions.find((one) => one.decoded !== undefined)?.decoded;
  const doings = [...new Set(suspicions.map(({ signal }) => signal))].map((signal) => suspicionMeanings[signal]());
  return [
    siteFinding({
      rule: suspiciousCode.id,
      severity: strong ? 'error' : certainty === 'likely' ? 'warning' : 'information',
      certainty,
      title: WORDS[certainty].title(nameOf(path), kindOf(suspicions)),
      detail: WORDS[certainty].detail(doings.join(t(', '))),
      advice: strong
        ? t(
            'Do not open it in a browser. Compare it with a clean copy of the program that it belongs to; when there is none, keep a copy for the host and delete it from the server. Then look in the access log for who called it.',
          )
        : t(
            'Compare it with a clean copy of the program that it belongs to, and look in the access log for who called it.',
          ),
      count: suspicions.length,
      places: suspicions.flatMap((suspicion) => placesOf(path, suspicion)),
      ...(decoded && { decoded }),
    }),
  ];
}

/** Where a sign is, and behind it the way that what the visitor sent took to get there, backwards. */
function placesOf(path: string, { signal, cameBy = [], ...sign }: Suspicion): Place[] {
  return [
    placeOf(path, sign, t('{0}: {1}', suspicionMeanings[signal](), sign.excerpt)),
    ...cameBy.map((step) => placeOf(path, step, t('It came by here: {0}', step.excerpt))),
  ];
}

function placeOf(file: string, { line, column, endColumn }: CodePlace, note: string): Place {
  return { file, line, column, endColumn, note };
}
