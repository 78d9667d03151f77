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
  return [
    comment('#', t('Folders in which PHP can run:')),
    ...someComments(open.map((folder) => `  ${folderText(folder)}`)),
  ];
}

function folderText({ path, ownPrograms }: UploadFolder): string {
  return ownPrograms === 0 ? path : t('{0} (the site itself uses programs in it: try it out first)', path);
}

function nginxRules(folders: readonly UploadFolder[]): string {
  const addresses = [...new Set(folders.map(({ address }) => address))].filter((address) => address !== '');
  if (addresses.length === 0) return `${comment('#', t('No folder for uploads was found in your copy.'))}\n`;
  const { text, leftOut } = phpOffForNginx(addresses);
  const notes = leftOut.map((folder) => t('Left out, because nginx could misread the name: {0}', folder));
  return [...someComments(notes), text].join('\n');
}

/** Comments, one on a line, as many as anybody reads. */
function someComments(notes: readonly string[]): string[] {
  const more = notes.length - MOST_FOLDERS;
  return [...notes.slice(0, MOST_FOLDERS), ...(more > 0 ? [t('… and {0} more', count(more))] : [])].map((note) =>
    comment('#', note),
  );
}

/** A comment on one line: a line end in the name of a folder, which would begin a rule, is written out. */
function comment(sign: string, text: string): string {
  return `${sign} ${terminalText(text)}`;
}
