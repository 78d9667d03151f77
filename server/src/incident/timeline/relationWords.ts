import { t } from '../../words';
import type { Relation } from './company';

/** What somebody has to do with those who used the bad files, as a sentence; `undefined` where nothing is known. */
export function relationText(relation: Relation | undefined): string | undefined {
  switch (relation) {
    case 'same':
      return t('The same address used the bad files.');
    case 'network':
      return t('An address of the same network used the bad files.');
    case 'operator':
      return t('An address of the same provider used the bad files, which alone says little.');
    case undefined:
      return undefined;
  }
}

/** Sentences as one text; those that do not apply are `undefined`. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
