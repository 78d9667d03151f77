import type { MailForm } from '../../../site/hardening';
import { t } from '../../../words';
import type { Incident } from '../../incident';
import { evidenceOf, NOTHING_SHOWN, type TaskEvidence, type TaskFact } from '../taskEvidence';

/** Forms in use that robots can send. */
export function forms({ hardening }: Incident): TaskEvidence {
  const inUse = hardening?.mailForms.filter(({ reached }) => reached) ?? [];
  if (inUse.length === 0) return NOTHING_SHOWN;
  const open = inUse.filter(({ isProtected }) => !isProtected);
  return open.length > 0
    ? evidenceOf('open', open.map(unprotectedForm))
    : evidenceOf(
        'done',
        inUse.map(({ path }) => ({ text: t('{0} has a check against robots.', path) })),
      );
}

/** The programs that are to be kept up to date. */
export function programs({ products = [] }: Incident): TaskEvidence {
  return evidenceOf(
    undefined,
    products.map(({ name, version, path }) => {
      const where = path === '' ? t('the folder of the site') : path;
      return {
        text: version === undefined ? t('{0}, in {1}', name, where) : t('{0} {1}, in {2}', name, version, where),
      };
    }),
  );
}

function unprotectedForm({ path, sends, forms: [form], recipientFromRequest }: MailForm): TaskFact {
  const { path: file, line, column } = form ?? sends;
  return {
    text: recipientFromRequest
      ? t('{0} has no check against robots, and sends to the address that is typed in.', path)
      : t('{0} has no check against robots.', path),
    place: { file, line, column },
  };
}
