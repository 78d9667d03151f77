import type { CancellationToken, ResponseError } from 'vscode-languageserver';
import { askWordPress } from '../../askWordPress';
import { count } from '../../numbers';
import * as protocol from '../../protocol';
import { terminalText } from '../../report/terminal';
import type { Services } from '../../services';
import { t } from '../../words';
import { noAccess } from '../registries/askingRules';
import { clientFetch } from '../registries/clientFetch';
import { accessRefused } from '../registries/lookUpWords';
import { showWork } from '../shownWork';

/** Asks WordPress.org on a connection for the checksums of audited sites, as far as the user allowed it. */
export function answerWordPress({ connection, sites, access }: Services): void {
  const refused = (): protocol.AccessRefused['why'] | undefined => noAccess(access(), 'wordPress');
  const fetch = clientFetch(connection, () => refused() === undefined);

  async function check(
    { folder, workDoneToken }: protocol.AskWordPressParams,
    token: CancellationToken,
  ): Promise<protocol.WordPressAnswer | ResponseError> {
    const why = refused();
    if (why !== undefined) return accessRefused(why, 'wordPress');
    const shown = { workDoneToken, title: t('Asking WordPress.org'), cancelled: t('The look-up was cancelled.') };
    return showWork(connection, token, shown, async (signal, progress) => {
      const { checked, leftOut } = await askWordPress(sites.products(folder), fetch, signal, (done, total) =>
        progress.report(Math.round((100 * done) / total), t('{0} of {1}', count(done), count(total))),
      );
      sites.setPublished(
        folder,
        checked.flatMap((each) => ('published' in each ? [each.published] : [])),
      );
      return {
        kind: 'asked',
        known: checked.flatMap((each) => ('published' in each ? [terminalText(each.name)] : [])),
        unknown: checked.flatMap((each) =>
          'problem' in each ? [{ name: terminalText(each.name), message: each.problem }] : [],
        ),
        leftOut,
      };
    });
  }

  connection.onRequest(protocol.AskWordPressRequest, check);
}
