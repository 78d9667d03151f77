import type { Severity } from '../../server/src/rules/finding';
import { t } from '../../server/src/words';

const NAMES: Readonly<Record<Severity, () => string>> = {
  error: () => t('Error'),
  warning: () => t('Warning'),
  information: () => t('Information'),
  hint: () => t('Hint'),
};

/** A severity as the editor calls it in the language that is set. */
export function severityName(severity: Severity): string {
  return NAMES[severity]();
}
