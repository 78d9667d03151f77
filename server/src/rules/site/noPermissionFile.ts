import { nameOf } from '../../site/paths';
import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { siteFinding } from './siteFinding';

const READ_WRITE_RUN = 0o777;

/** Files that nobody may read, write or run: how hosts lock a file that was abused. */
export const noPermissionFile = defineRule<ConnectedSite, RuleOptions>({
  id: 'no-permission-file',
  family: 'site-files',
  severity: 'error',
  title: () => t('File locked with permission 000'),
  explanation: () =>
    t(
      'A file with permission 000 can be used by nobody. Hosting companies set it on files that were abused or that their virus scan found, and attackers hardly ever do.',
    ),
  options: {},
  find: ({ files }) =>
    files
      .filter(({ permissions }) => permissions !== undefined && (permissions & READ_WRITE_RUN) === 0)
      .map(({ path }) => finding(path)),
});

function finding(path: string): Finding {
  return siteFinding({
    rule: noPermissionFile.id,
    severity: 'error',
    title: t('{0} is locked with permission 000, probably by your host', nameOf(path)),
    detail: t(
      'Hosts lock a file this way when it was used for an attack or their virus scan found it. As long as it is locked it does no harm.',
    ),
    advice: t(
      'Do not unlock it. Check that it is on the list in the mail from your host, then delete it from the server; look for other files of the same day and folder.',
    ),
    places: [{ file: path }],
  });
}
