import { t } from '../../words';
import type { CauseId, Verdict } from './cause';

/** A cause, in the user's language. */
export function causeText(id: CauseId): string {
  switch (id) {
    case 'left-over-program':
      return t('A program of the site itself was abused; nobody had to get in.');
    case 'cms-account':
      return t('Somebody had the password of WordPress or another program of the site.');
    case 'vulnerable-program':
      return t('A hole in a program of the site was used.');
    case 'ftp-account':
      return t('Somebody had the password of FTP.');
    case 'unknown':
      return t('Another way, or one that came before the logs begin.');
  }
}

/** How sure that is, in the user's language. */
export function verdictText(verdict: Verdict): string {
  switch (verdict) {
    case 'shown':
      return t('This is what was seen:');
    case 'possible':
      return t('This may be so:');
    case 'unlikely':
      return t('Nothing that was read speaks for it:');
    case 'unknown':
      return t('Nothing can be said: no log that would show it was read.');
  }
}

/** The same in a word or two, for headings. */
export function verdictName(verdict: Verdict): string {
  switch (verdict) {
    case 'shown':
      return t('Seen');
    case 'possible':
      return t('Possible');
    case 'unlikely':
      return t('Unlikely');
    case 'unknown':
      return t('Not known');
  }
}
