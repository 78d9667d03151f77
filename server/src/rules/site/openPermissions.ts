import { isRunAsPhp } from '../../site/fileKind';
import { nameOf } from '../../site/paths';
import type { ConnectedSite, SiteFile } from '../../site/siteModel';
import { count } from '../../numbers';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { siteFinding } from './siteFinding';

/** Everybody on the server may write. */
const WRITABLE_BY_ALL = 0o002;
/** Where more than this share is so, the copy of the site tells nothing: the disk it lies on knows no permissions. */
const MOST_SHARE = 0.5;
const SECRET =
  /^(?:wp-config\.php|configuration\.php|settings\.php|\.env|\.htaccess|\.user\.ini|php\.ini|config\.php)$/i;

/** Programs and settings that every customer of the same server may change. */
export const openPermissions = defineRule<ConnectedSite, RuleOptions>({
  id: 'open-permissions',
  family: 'site-files',
  severity: 'information',
  title: () => t('Programs that everybody may change'),
  explanation: () =>
    t(
      'Programs or settings have a permission such as 777 or 666, with which any other program on the server may change them. On a shared server that helps an attacker who got in elsewhere.',
    ),
  options: {},
  find({ files }) {
    const known = files.filter(({ permissions }) => permissions !== undefined);
    const open = known.filter(({ permissions }) => ((permissions ?? 0) & WRITABLE_BY_ALL) !== 0);
    if (open.length > known.length * MOST_SHARE) return [];
    const changeable = open.filter(matters);
    if (changeable.length === 0) return [];
    const secrets = changeable.filter(({ path }) => SECRET.test(nameOf(path)));
    return [
      siteFinding({
        rule: 'open-permissions',
        severity: secrets.length > 0 ? 'warning' : 'information',
        title: t('{0} programs or settings may be changed by everybody on the server', count(changeable.length)),
        detail: t(
          'Their permissions let any program on the server write to them, those of other customers included where the host does not prevent it.',
        ),
        advice: t(
          'Set programs to 644 (settings with passwords to 600 or 640) and folders to 755 with your FTP program.',
        ),
        count: changeable.length,
        places: [...secrets, ...changeable.filter((file) => !secrets.includes(file))].map(({ path, permissions }) => ({
          file: path,
          note: t('permission {0}', (permissions ?? 0).toString(8)),
        })),
      }),
    ];
  },
});

function matters({ path }: SiteFile): boolean {
  return isRunAsPhp(path) || SECRET.test(nameOf(path));
}
