import type { Suspicion, SuspicionSignal } from '../../site/php/phpFacts';
import { t } from '../../words';
import type { Certainty } from '../finding';

export type { Certainty };

/** A kind of harmful code by the name that the owner of a site may find in a search. */
interface CodeKind {
  readonly name: () => string;
  /** One of these makes it that kind. */
  readonly signals: readonly SuspicionSignal[];
}

/** The more a kind lets its owner do, the further to the front it stands. */
const KINDS: readonly CodeKind[] = [
  { name: () => t('gate for a hidden administrator'), signals: ['adminAccess'] },
  { name: () => t('connection for an intruder (reverse shell)'), signals: ['networkShell'] },
  { name: () => t('back door for code'), signals: ['codeFromRequest', 'includeFromRequest'] },
  { name: () => t('back door for commands'), signals: ['commandFromRequest'] },
  { name: () => t('loader of code from another server'), signals: ['remoteCode'] },
  { name: () => t('planter of harmful programs (dropper)'), signals: ['droppedCode'] },
  { name: () => t('file manager for strangers'), signals: ['fileManager'] },
  { name: () => t('entrance for files (uploader)'), signals: ['bareUploader', 'fileWrittenFromRequest'] },
  { name: () => t('mass mailer'), signals: ['massMailer'] },
  { name: () => t('false page that steals what visitors type (phishing)'), signals: ['stolenInput'] },
  { name: () => t('spam for search engines (cloaking)'), signals: ['cloaking'] },
  { name: () => t('database tool for strangers'), signals: ['queryFromRequest'] },
  {
    name: () => t('hidden code'),
    signals: ['payloadInPayload', 'decodedCode', 'hiddenFunctionName', 'hiddenVariableName'],
  },
  { name: () => t('tool of an intruder'), signals: ['shellTools', 'systemProbe', 'passwordGate'] },
];

/** What lets a stranger run anything, and what a web shell offers beside it. */
const RUNS_ANYTHING: readonly SuspicionSignal[] = ['codeFromRequest', 'commandFromRequest'];
const OF_WEB_SHELLS: readonly SuspicionSignal[] = [
  ...RUNS_ANYTHING,
  'fileManager',
  'fileWrittenFromRequest',
  'bareUploader',
  'shellTools',
  'systemProbe',
  'queryFromRequest',
  'passwordGate',
  'networkShell',
];

/** What the code of a file is, from what was seen in it. Weak signs count only where there are no strong ones. */
export function kindOf(suspicions: readonly Suspicion[]): string {
  const strong = suspicions.filter(({ strength }) => strength === 'strong');
  const signals = new Set((strong.length > 0 ? strong : suspicions).map(({ signal }) => signal));
  const offers = OF_WEB_SHELLS.filter((signal) => signals.has(signal)).length;
  if (offers >= 2 && RUNS_ANYTHING.some((signal) => signals.has(signal))) return t('web shell');
  const kind = KINDS.find((each) => each.signals.some((signal) => signals.has(signal)));
  return kind?.name() ?? t('tool of an intruder');
}

/**
 * How sure it is that a file is harmful: `confirmed` when two signs or more each stand alone or a payload was read, `likely` when one
 * does or several weak ones come together, `check` for less.
 * @param weakSigns how many different weak signs are enough for `likely`.
 */
export function certaintyOf(suspicions: readonly Suspicion[], weakSigns: number): Certainty {
  const strong = new Set(suspicions.filter(({ strength }) => strength === 'strong').map(({ signal }) => signal));
  if (strong.size >= 2 || strong.has('payloadInPayload')) return 'confirmed';
  const all = new Set(suspicions.map(({ signal }) => signal));
  return strong.size > 0 || all.size >= weakSigns ? 'likely' : 'check';
}
