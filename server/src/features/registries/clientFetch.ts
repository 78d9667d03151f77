import { CancellationTokenSource, type Connection } from 'vscode-languageserver';
import type { Fetch } from '../../address/registry/transport';
import { FetchRegistryRequest } from '../../protocol';

/**
 * Lets the client fetch, which knows the proxies of the editor.
 * @param isAllowed asked before each question, as what is allowed may have changed
 */
export function clientFetch(connection: Connection, isAllowed: () => boolean): Fetch {
  return async (question, signal) => {
    if (!isAllowed()) return { problem: 'forbidden' };
    const source = new CancellationTokenSource();
    signal.addEventListener('abort', () => source.cancel(), { once: true });
    try {
      return await connection.sendRequest(FetchRegistryRequest, question, source.token);
    } catch {
      return { problem: 'unreachable' };
    }
  };
}
