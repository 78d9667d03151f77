import { countOf } from '../../log/rowGroups';
import type { ClientLog } from './clientLog';

/** The clients with most requests in some logs. */
export interface BusiestClients {
  /** Number of each of them in the dictionary of each log that has it, by its text. */
  readonly clients: ReadonlyMap<string, ReadonlyMap<ClientLog, number>>;
  /** Entries that have a client. */
  readonly requests: number;
  /** Entries of all other clients. */
  readonly leftOut: number;
}

/**
 * The `most` clients with most requests. Of several logs each gives its own busiest ones; their requests are then counted in all.
 * A log may have a million clients: texts are made of few.
 */
export function busiestClients(logs: readonly ClientLog[], most: number): BusiestClients {
  const candidates = new Set(logs.flatMap((log) => busiestOf(log, most).map((id) => log.table.texts.client.text(id))));
  const found = [...numbersOf(logs, candidates)].map(([text, numbers]) => ({
    text,
    numbers,
    requests: requestsOf(numbers),
  }));
  const shown = found.toSorted((a, b) => b.requests - a.requests).slice(0, most);
  const requests = logs.reduce((sum, { byClient }) => sum + byClient.rows.length, 0);
  return {
    clients: new Map(shown.map(({ text, numbers }) => [text, numbers])),
    requests,
    leftOut: requests - shown.reduce((sum, client) => sum + client.requests, 0),
  };
}

/** Numbers of the clients of a log with most requests. */
function busiestOf({ byClient, table }: ClientLog, most: number): number[] {
  const { size } = table.texts.client;
  // Sorted as plain numbers, which is fast; counts times numbers stay far below 2^53.
  const keys = Float64Array.from({ length: size }, (_, id) => countOf(byClient, id) * size + id).toSorted();
  return Array.from(keys.subarray(Math.max(0, size - most)), (key) => key % size).filter(
    (id) => countOf(byClient, id) > 0,
  );
}

function numbersOf(logs: readonly ClientLog[], texts: ReadonlySet<string>): Map<string, Map<ClientLog, number>> {
  const numbers = new Map<string, Map<ClientLog, number>>([...texts].map((text) => [text, new Map()]));
  for (const log of logs) {
    const { client } = log.table.texts;
    for (let id = 0; id < client.size; id++) {
      if (countOf(log.byClient, id) > 0) numbers.get(client.text(id))?.set(log, id);
    }
  }
  return numbers;
}

function requestsOf(numbers: ReadonlyMap<ClientLog, number>): number {
  return [...numbers].reduce((sum, [{ byClient }, id]) => sum + countOf(byClient, id), 0);
}
