import { networkOf } from '../../address/network';
import { parseAddress, type Address } from '../../address/parseAddress';
import type { LogModel } from '../../log/logModel';

/**
 * Other clients of the log in the same /24 or /64. Compares the first bytes of their texts before anything is parsed, as a
 * log may have a million clients.
 */
export function neighboursOf(model: LogModel, client: number, address: Address): number[] {
  const { client: texts } = model.table.texts;
  const prefix = sharedPrefix(texts.bytes(client));
  const network = networkOf(address);
  const found: number[] = [];
  for (let id = 0; id < texts.size; id++) {
    if (id === client || !startsWith(texts.bytes(id), prefix)) continue;
    const other = parseAddress(texts.text(id));
    if (other !== undefined && networkOf(other).key === network.key) found.push(id);
  }
  return found;
}

/** Bytes that every neighbour's text begins with: up to the last dot of IPv4, up to the first colon of IPv6. */
function sharedPrefix(text: Uint8Array): Uint8Array {
  const colon = text.indexOf(0x3a);
  return text.subarray(0, (colon >= 0 ? colon : text.lastIndexOf(0x2e)) + 1);
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
