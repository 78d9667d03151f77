import { folderOf, nameOf } from '../../site/paths';
import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { filesWithSigns, hasSign, settingFinding, type SignedFile } from './settingFinding';

/** Settings that lock all programs of a folder but the attacker's. */
export const scriptAllowList = defineRule<ConnectedSite, RuleOptions>({
  id: 'script-allow-list',
  family: 'server-settings',
  severity: 'error',
  title: () => t('Only certain programs may run'),
  explanation: () =>
    t(
      'An .htaccess locks all PHP programs but some that it names. A widespread attack on WordPress writes such files so that only its own programs run; each name in it is a file to look at.',
    ),
  options: {},
  find: (site) =>
    filesWithSigns(site, ['allowsNamedScripts', 'caseVariants']).map((signed) => {
      const named = namedFiles(site, signed);
      const lists = hasSign(signed.signs, 'allowsNamedScripts');
      return settingFinding(signed, {
        rule: 'script-allow-list',
        severity: 'error',
        title: lists
          ? t('{0} lets only certain programs run', signed.file.path)
          : t('{0} locks programs the way a known attack does', signed.file.path),
        detail: lists
          ? t(
              'All PHP programs are locked but those that it names, {0} of which are in this folder. A widespread attack does this, and the programs it names are often its back doors.',
              String(named.length),
            )
          : t(
              'It spells the endings of programs in every way of large and small letters. People do not write this; a widespread attack on WordPress does.',
            ),
        advice: t(
          'Look at each program that it names; those that do not belong to your site are the attacker’s. Then put back an .htaccess from before the incident, or let WordPress write a new one.',
        ),
        places: named.map((file) => ({ file, note: t('named in {0}', signed.file.path) })),
      });
    }),
});

/** Files below the folder of an .htaccess that it lets run by name. */
function namedFiles({ files }: ConnectedSite, { file, signs }: SignedFile): string[] {
  const names = new Set(signs.flatMap((sign) => sign.names ?? []));
  const folder = folderOf(file.path);
  const below = folder === '' ? '' : `${folder}/`;
  return files
    .map(({ path }) => path)
    .filter((path) => path.startsWith(below) && names.has(nameOf(path).toLowerCase()));
}
