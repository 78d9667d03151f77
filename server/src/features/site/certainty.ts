import type { Severity } from '../../rules/finding';
import { t } from '../../words';

/** How sure a finding of a site is, in a word and what it means: rules say by the severity how much of their evidence they have seen. */
export interface Certainty {
  readonly name: string;
  readonly meaning: string;
}

/** How sure findings of a severity are. */
export function certaintyOf(severity: Severity): Certainty {
  switch (severity) {
    case 'error':
      return { name: t('Confirmed'), meaning: t('what was seen leaves hardly any doubt.') };
    case 'warning':
      return { name: t('Likely'), meaning: t('honest sites seldom have this, but some do. Have a look.') };
    case 'information':
    case 'hint':
      return { name: t('Worth a check'), meaning: t('many honest sites have this, too. By itself it proves nothing.') };
  }
}
