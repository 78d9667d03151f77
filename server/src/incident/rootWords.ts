import { t } from '../words';
import type { DocumentRoot } from '../site/roots/documentRoot';
import type { PrefixQuestion } from './locate/prefixQuestions';

/** What of the copy is shown to visitors, in the user's language. */
export function rootText({ folder, domains }: DocumentRoot): string {
  const shown = folder === '' ? t('the whole folder') : folder;
  return domains.length === 0 ? t('{0}: the domain is not known', shown) : t('{0}: {1}', shown, domains.join(', '));
}

/** What only the user can say, in his language. */
export function questionText({ remote, locals }: PrefixQuestion): string {
  return t(
    'Several folders may be the copy of {0}: {1}',
    remote === '' ? '/' : remote,
    locals.map((local) => local || '.').join(', '),
  );
}
