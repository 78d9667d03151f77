import type { LogModel } from '../../log/logModel';
import { shortened } from '../../shortened';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { COPY, handedOutFiles } from './facts/secretFiles';
import { whoGotIt } from './handedOut';
import { logFinding } from './logFinding';

/** Passwords, keys or source code that the server handed out. */
export const sensitiveFileExposed = defineRule<LogModel, RuleOptions>({
  id: 'sensitive-file-exposed',
  family: 'probing',
  severity: 'error',
  title: () => t('Secret file handed out'),
  explanation: () =>
    t(
      'The server answered a request for a file with passwords, keys, source code or settings, with a size that such a file has. Sites that answer everything with the same page are told apart by its size.',
    ),
  options: {},
  find: (model) =>
    handedOutFiles(model)
      .filter(({ kind }) => kind !== COPY)
      .map((file) =>
        logFinding(model, file.rows, {
          rule: 'sensitive-file-exposed',
          severity: file.kind.isGrave ? 'error' : 'warning',
          title: t('The secret file {0} was handed out', shortened(file.path)),
          detail: [whoGotIt(model, file), t('What it held can’t be seen in the log, only that the size fits.')],
          advice: file.kind.isGrave
            ? t(
                'Open {0} in the copy of your site. If it is there, remove it from the server and change every password and key in it: of the database, of mail, of FTP, of services.',
                shortened(file.path),
              )
            : t(
                'Open {0} in the copy of your site and remove it from the server if nobody needs it there.',
                shortened(file.path),
              ),
        }),
      ),
});
