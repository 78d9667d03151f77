import { t } from '../words';

/** One source of the bundled network data, whose licence asks to be named with a link. */
export interface DataCredit {
  readonly name: string;
  readonly url: string;
  readonly licence: string;
}

/** Everybody whose work is in the bundled data; `data/README.md` says who gave what. */
export const addressDataCredits: readonly DataCredit[] = [
  { name: 'Route Views', url: 'https://www.routeviews.org/', licence: 'CC BY 4.0' },
  { name: 'DB-IP', url: 'https://db-ip.com/', licence: 'CC BY 4.0' },
  { name: 'NRO', url: 'https://www.nro.net/', licence: 'CC BY 4.0' },
];

/**
 * The line that goes under network data wherever it is shown.
 * @param date of the data, `AddressData.date`.
 */
export function addressDataAttribution(date: string): string {
  const names = addressDataCredits.map((credit) => credit.name).join(', ');
  return t('Network data of {0} by {1} (CC BY 4.0, compiled from their data)', date, names);
}

/** What a country stands for; nobody should read a person's whereabouts from it. */
export function countryNote(): string {
  return t('The country is the one that the network is registered or announced for, not proof of where somebody is.');
}
