import { t } from '../words';

/** What a rule is about; settings and documentation group rules by it. */
export type RuleFamily =
  | 'volume'
  | 'forms'
  | 'log-ins'
  | 'probing'
  | 'exploits'
  | 'compromise'
  | 'bots'
  | 'log-health'
  | 'mailers'
  | 'site-files'
  | 'server-settings';

/** Families in the order in which people read about them, with their headings in the user's language. */
export const FAMILIES: readonly { readonly id: RuleFamily; readonly title: () => string }[] = [
  { id: 'volume', title: () => t('Too many requests') },
  { id: 'forms', title: () => t('Abused forms') },
  { id: 'log-ins', title: () => t('Log-ins and passwords') },
  { id: 'probing', title: () => t('Searching for weak spots') },
  { id: 'exploits', title: () => t('Attacks on programs') },
  { id: 'compromise', title: () => t('Signs of a break-in') },
  { id: 'bots', title: () => t('Robots') },
  { id: 'log-health', title: () => t('The log itself') },
  { id: 'mailers', title: () => t('Mail programs of the site') },
  { id: 'site-files', title: () => t('Files of the site') },
  { id: 'server-settings', title: () => t('Settings of the server and the site') },
];
