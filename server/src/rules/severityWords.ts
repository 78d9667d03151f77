import { t } from '../words';
import type { Severity } from './finding';

const NAMES: Readonly<Record<Severity, () => string>> = {
  error: () => t('Error'),
  warning: () => t('Warning'),
  information: () => t('Information'),
  hint: () => t('Hint'),
};

const URGENCIES: Readonly<Record<Severity, () => string>> = {
  error: () => t('Act now'),
  warning: () => t('Suspicious'),
  information: () => t('Good to know'),
  hint: () => t('Style'),
};

const MEANINGS: Readonly<Record<Severity, () => string>> = {
  error: () =>
    t(
      'Act now. Abuse or a break-in was seen, and the server did what was asked: mails were sent, a password was guessed, a secret file was handed out, a back door was used.',
    ),
  warning: () =>
    t(
      'Look at it today. Somebody tried in earnest, but the server refused, or the log can’t tell whether it worked. A warning may become harmless once you have looked.',
    ),
  information: () =>
    t(
      'Good to know, nothing to do. Every site on the internet is tried by robots many times a day; as long as nothing was there for them, that is noise.',
    ),
  hint: () => t('A remark about order and tidiness. Shown as faint dots, not listed among the problems.'),
};

/** A severity as the editor calls it. */
export function severityName(severity: Severity): string {
  return NAMES[severity]();
}

/** A severity in words for people who have to act on it. */
export function urgencyName(severity: Severity): string {
  return URGENCIES[severity]();
}

/** What a severity asks of the owner of the site. */
export function severityMeaning(severity: Severity): string {
  return MEANINGS[severity]();
}
