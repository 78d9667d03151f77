import { isRunAsPhp } from '../../site/fileKind';
import { nameOf } from '../../site/paths';
import type { ConnectedSite, ProgramFacts, SiteFile } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { siteFinding } from './siteFinding';

const options = {
  harmlessBytes: {
    default: 2048,
    minimum: 0,
    unit: 'bytes',
    description: () => t('Up to this size an index.php that does nothing but turn visitors away is left alone.'),
    source:
      'The index.php files that PrestaShop, Joomla and OpenCart put into their upload folders have 100 to 1,300 bytes.',
  },
};

/** Programs among uploads, pictures and temporary files, where sites keep none. */
export const phpInUploadFolder = defineRule<ConnectedSite, typeof options>({
  id: 'php-in-upload-folder',
  family: 'site-files',
  severity: 'warning',
  title: () => t('PHP in an upload folder'),
  explanation: () =>
    t(
      'A PHP program in a folder for uploads, pictures or temporary files. Attackers put programs there because such folders can be written to and nobody looks into them.',
    ),
  options,
  find: ({ files, reached, dataFolderOf }, { harmlessBytes }) =>
    files.flatMap((file) => {
      const folder = isRunAsPhp(file.path) ? dataFolderOf(file.path) : undefined;
      if (folder === undefined || file.program?.runsCode !== true) return [];
      const harmless = isGuard(file, file.program, harmlessBytes) || reached.has(file.path);
      return harmless && !isDangerous(file.program) ? [] : [finding(file, folder, isDangerous(file.program))];
    }),
});

/** The index.php that programs put into such folders so that their content is not listed. */
function isGuard({ path, size, references }: SiteFile, { sends }: ProgramFacts, harmlessBytes: number): boolean {
  const guards = nameOf(path).toLowerCase() === 'index.php' && size <= harmlessBytes;
  return guards && sends.length === 0 && references.every(({ kind }) => kind !== 'include');
}

function isDangerous({ suspicions }: ProgramFacts): boolean {
  const signals = new Set(suspicions.map(({ signal }) => signal));
  return signals.size > 1 || suspicions.some(({ strength }) => strength === 'strong');
}

function finding({ path }: SiteFile, folder: string, dangerous: boolean): Finding {
  return siteFinding({
    rule: phpInUploadFolder.id,
    severity: dangerous ? 'error' : 'warning',
    title: t('{0} is a program in the folder {1}, which is meant for files', nameOf(path), folder),
    detail: dangerous
      ? t('Sites keep no programs there, and its code shows signs of an attack. Most likely someone placed it.')
      : t(
          'Sites keep no programs there, and no page of this folder leads to it. A few plug-ins do keep programs there, so check whose it is.',
        ),
    advice: t(
      'When no plug-in that you use owns it, delete it from the server, and ask your host how to switch PHP off in this folder.',
    ),
    places: [{ file: path }],
  });
}
