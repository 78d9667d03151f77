import type { Certainty, Finding, Severity } from '../../rules/finding';
import { t } from '../../words';

/** How sure findings of a severity are where they do not say it themselves. */
const USUAL: Readonly<Record<Severity, Certainty>> = {
  error: 'confirmed',
  warning: 'likely',
  information: 'check',
  hint: 'check',
};

/** How sure a finding of a site is, in a word and what it means. */
export interface CertaintyWords {
  readonly name: string;
  readonly meaning: string;
}

/** Says how sure a finding of a site is. */
export function certaintyWords({ severity, certainty = USUAL[severity] }: Finding): CertaintyWords {
  switch (certainty) {
    case 'confirmed':
      return { name: t('Confirmed'), meaning: t('what was seen leaves hardly any doubt.') };
    case 'likely':
      return { name: t('Likely'), meaning: t('honest sites seldom have this, but some do. Have a look.') };
    case 'check':
      return { name: t('Worth a check'), meaning: t('many honest sites have this, too. By itself it proves nothing.') };
  }
}
