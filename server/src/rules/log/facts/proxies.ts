import { parseAddress } from '../../../address/parseAddress';
import { isProxyAddress } from '../../../address/proxyAddress';
import type { LogModel } from '../../../log/logModel';

/**
 * Whether the client of some rows is no visitor but what stands in front of the site, or the server itself: the address is not
 * public or of a content delivery network, and the log has no list of forwarded addresses from which the visitor was taken.
 */
export function isProxyClient({ table }: LogModel, client: number): boolean {
  const address = parseAddress(table.texts.client.text(client));
  return address !== undefined && isProxyAddress(address);
}
