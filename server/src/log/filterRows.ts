import type { LogModel } from './logModel';
import { rowsOf } from './rowGroups';

/** Rows of a client address, in the order of the log; none when the log does not have it. */
export function rowsOfAddress(model: LogModel, address: string): Uint32Array {
  const client = model.table.texts.client.find(address);
  return client === undefined ? new Uint32Array(0) : rowsOf(model.byClient, client);
}

/** Rows of an endpoint, in the order of the log. */
export function rowsOfEndpoint(model: LogModel, method: string, path: string): Uint32Array {
  const endpoint = model.table.findEndpoint({ method, path });
  return endpoint === undefined ? new Uint32Array(0) : rowsOf(model.byEndpoint, endpoint);
}

/** Rows of any method on a path, ascending. */
export function rowsOfPath(model: LogModel, path: string): Uint32Array {
  const id = model.table.texts.path.find(path);
  if (id === undefined) return new Uint32Array(0);
  const { endpoints } = model.table.data;
  const parts: Uint32Array[] = [];
  for (let endpoint = 0; endpoint < endpoints.path.length; endpoint++) {
    if (endpoints.path[endpoint] === id) parts.push(rowsOf(model.byEndpoint, endpoint));
  }
  return parts.length === 1 ? parts[0]! : Uint32Array.from(parts.flatMap((part) => [...part])).toSorted();
}

/** Rows of an address on an endpoint. */
export function rowsOfAddressOnEndpoint(model: LogModel, address: string, method: string, path: string): Uint32Array {
  const endpoint = model.table.findEndpoint({ method, path });
  return rowsOfAddress(model, address).filter((row) => model.table.data.endpoint[row] === endpoint);
}
