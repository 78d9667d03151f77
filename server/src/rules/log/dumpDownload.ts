import type { LogModel } from '../../log/logModel';
import { shortened } from '../../shortened';
import { t } from '../../words';
import { defineRule } from '../rule';
import { COPY, handedOutFiles } from './facts/secretFiles';
import { whoGotIt } from './handedOut';
import { logFinding } from './logFinding';

const options = {
  size: {
    default: 1,
    minimum: 0,
    unit: 'KB',
    description: () => t('Smallest answer that counts as a copy of a site or a database.'),
    source: 'A dump with one table and no rows has about a kilobyte (mysqldump).',
  },
};

const KILOBYTE = 1024;

/** A copy of the site or of its database that somebody downloaded. */
export const dumpDownload = defineRule<LogModel, typeof options>({
  id: 'dump-download',
  family: 'compromise',
  severity: 'error',
  title: () => t('Copy of the site or its database downloaded'),
  explanation: () =>
    t(
      'Somebody downloaded an archive or a database dump that is named like a copy of the whole site: backup.zip, dump.sql, www.tar.gz. It holds all passwords and often the data of customers. Downloads that visitors reach from pages are not reported.',
    ),
  options,
  find: (model, values) =>
    handedOutFiles(model)
      .filter(
        ({ kind, rows }) => kind === COPY && rows.some((row) => (model.table.size(row) ?? 0) >= values.size * KILOBYTE),
      )
      .map((file) =>
        logFinding(model, file.rows, {
          rule: 'dump-download',
          severity: 'error',
          title: t('A copy of the site was downloaded: {0}', shortened(file.path)),
          detail: [
            whoGotIt(model, file),
            t(
              'If you did this yourself, others can do it as well, since the file lies where the web server reaches it.',
            ),
          ],
          advice: t(
            'Remove {0} from the server. Change the passwords of the database and of all users; when it held data of customers, ask your host and, in Japan, the Personal Information Protection Commission what has to be reported.',
            shortened(file.path),
          ),
        }),
      ),
});
