import type { Incident } from '../../incident/incident';
import type { UploadFolder } from '../../site/hardening';
import { count } from '../../numbers';
import { t } from '../../words';
import { markdownReport } from '../markdownReport';
import { terminalText } from '../terminal';
import { hardeningGuide } from './hardeningGuide';
import type { HardeningForm } from './hardeningForm';
import { phpOffForApache, phpOffForNginx } from './phpOffRules';
import { phpSettingLines } from './phpSettingLines';

/** Folders that a comment names. */
const MOST_FOLDERS = 100;

/**
 * How the site of an incident is made safer, in a form; a document for the user to look through, nothing is written anywhere.
 * @param date of the document, `YYYY-MM-DD`
 */
export function hardeningIn(form: HardeningForm, incident: Incident, date: string): string {
  const folders = incident.hardening?.uploadFolders ?? [];
  const heading = comment('#', `Log & Site Audit, ${date}`);
  switch (form) {
    case 'guide':
      return markdownReport(hardeningGuide(incident, date));
    case 'apache':
      return [heading, ...folderComments(folders), phpOffForApache()].join('\n');
    case 'nginx':
      return [heading, nginxRules(folders)].join('\n');
    case 'php':
      return [comment(';', `Log & Site Audit, ${date}`), phpSettingLines(incident.hardening?.switches ?? [])].join(
        '\n',
      );
  }
}

/** Where the .htaccess goes. */
function folderComments(folders: readonly UploadFolder[]): string[] {
  if (folders.length === 0) return [comment('#', t('No folder for uploads was found in your copy.'))];
  const open = folders.filter(({ isPhpOff }) => !isPhpOff);
  if (open.length === 0) return [comment('#', t('In all folders for uploads of your copy PHP is off already.'))];
  const more = open.length - MOST_FOLDERS;
  return [
    comment('#', t('Folders in which PHP can run:')),
    ...open.slice(0, MOST_FOLDERS).map((folder) => comment('#', `  ${folderText(folder)}`)),
    ...(more > 0 ? [comment('#', t('… and {0} more', count(more)))] : []),
  ];
}

function folderText({ path, ownPrograms }: UploadFolder): string {
  return ownPrograms === 0 ? path : t('{0} (the site itself uses programs in it: try it out first)', path);
}

function nginxRules(folders: readonly UploadFolder[]): string {
  const addresses = [...new Set(folders.map(({ address }) => address))].filter((address) => address !== '');
  const { text, leftOut } = phpOffForNginx(addresses);
  const notes = leftOut.map((folder) => comment('#', t('Left out, because nginx could misread the name: {0}', folder)));
  if (text === '') notes.unshift(comment('#', t('No folder for uploads was found in your copy.')));
  return [...notes.slice(0, MOST_FOLDERS), text].join('\n');
}

/** A comment on one line: a line end in the name of a folder, which would begin a rule, is written out. */
function comment(sign: string, text: string): string {
  return `${sign} ${terminalText(text)}`;
}
