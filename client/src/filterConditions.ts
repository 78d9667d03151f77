import type { LineConditions, LineFilter } from '../../server/src/protocol';

/** The conditions of the viewer that let the same lines pass as a filter. */
export function conditionsOfFilter(filter: LineFilter): LineConditions {
  switch (filter.kind) {
    case 'unreadable':
      return { unreadable: true };
    case 'address':
      return { address: filter.address };
    case 'endpoint':
      return { method: filter.method, path: filter.path };
    case 'addressOnEndpoint':
      return { address: filter.address, method: filter.method, path: filter.path };
  }
}
