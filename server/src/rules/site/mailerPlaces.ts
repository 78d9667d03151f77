import type { Mailer, MailerStep } from '../../site/siteModel';
import { t } from '../../words';
import type { Place } from '../finding';

/** Forms that are named with a finding; more of them are the same form on other pages. */
const MOST_FORMS = 10;

/** Where a mailer sends: first a place in the mailer itself, so that the finding is shown there; then the forms that lead to it. */
export function mailerPlaces({ path, sends, forms }: Mailer): Place[] {
  const places = sends.map(({ path: file, line, column, endColumn, via }): Place => {
    const note =
      file === path ? t('Sends mail here, with {0}', via) : t('Included by {0}; sends mail here, with {1}', path, via);
    return { file, line, column, ...(endColumn !== undefined && { endColumn }), note };
  });
  return [
    ...(places[0]?.file === path ? [] : [{ file: path }]),
    ...places,
    ...forms.slice(0, MOST_FORMS).map(formPlace),
  ];
}

function formPlace({ path: file, line, column }: MailerStep): Place {
  return { file, line, column, note: t('The form that is sent to it') };
}

/** The functions or programs that a mailer sends with, each once. */
export function mailerMeans({ sends }: Mailer): string {
  return [...new Set(sends.map(({ via }) => via))].join(t(', '));
}
