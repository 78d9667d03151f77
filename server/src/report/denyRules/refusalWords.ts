import { t } from '../../words';
import type { DenyRefusal } from './denyList';

/** Why an address is not shut out, in the user's language. */
export function refusalText(why: DenyRefusal): string {
  switch (why) {
    case 'unreadable':
      return t('no address or network');
    case 'notPublic':
      return t('a private or reserved address, which no visitor has');
    case 'own':
      return t('your own address');
    case 'proxy':
      return t('a proxy in front of your site: all visitors would be shut out');
    case 'crawler':
      return t('in the network of a search engine');
    case 'tooWide':
      return t('too many addresses: others would be shut out, too');
  }
}
