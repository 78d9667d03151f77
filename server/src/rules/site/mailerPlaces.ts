import type { Mailer } from '../../site/siteModel';
import { t } from '../../words';
import type { Place } from '../finding';

/** Where a mailer sends: first a place in the mailer itself, so that the finding is shown there. */
export function mailerPlaces({ path, sends }: Mailer): Place[] {
  const places = sends.map(({ path: file, line, column, endColumn, via }): Place => {
    const note =
      file === path ? t('Sends mail here, with {0}', via) : t('Included by {0}; sends mail here, with {1}', path, via);
    return { file, line, column, ...(endColumn !== undefined && { endColumn }), note };
  });
  return places[0]?.file === path ? places : [{ file: path }, ...places];
}

/** The functions or programs that a mailer sends with, each once. */
export function mailerMeans({ sends }: Mailer): string {
  return [...new Set(sends.map(({ via }) => via))].join(t(', '));
}
