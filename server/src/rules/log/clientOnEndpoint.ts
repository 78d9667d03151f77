import { busiest, HOUR, MINUTE, regularity, sortedTimes, type Burst } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import type { LogTable } from '../../log/logTable';
import { countOf, rowsOf } from '../../log/rowGroups';
import { countValues } from '../../log/tally';
import { NumberList } from './facts/numberList';
import { groupBy } from './facts/selection';

/** Shortest pause, in seconds, of a program that asks again and again on purpose (WordPress's heartbeat has 15 s). */
const POLL_PAUSE = 5;

/** Methods that change nothing on the server (RFC 9110 §9.2.1). */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** What one client did on one endpoint. Whatever takes time is worked out when it is asked for. */
export class ClientOnEndpoint {
  readonly #model: LogModel;
  readonly client: number;
  readonly endpoint: number;
  /** Rows of these requests, in the order of the log. */
  readonly rows: Uint32Array;
  #times: Uint32Array | undefined;
  #busiestMinute: Burst | undefined;

  constructor(model: LogModel, client: number, endpoint: number, rows: Uint32Array) {
    this.#model = model;
    this.client = client;
    this.endpoint = endpoint;
    this.rows = rows;
  }

  /** Share of these among all requests of the client, 0 to 1. */
  get shareOfClient(): number {
    return this.rows.length / countOf(this.#model.byClient, this.client);
  }

  /** The other endpoints that answered the client with content, or that it had the content of already. */
  get otherEndpoints(): number[] {
    const { endpoint, status } = this.#model.table.data;
    const rows = rowsOf(this.#model.byClient, this.client);
    const answered = new NumberList();
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      if (endpoint[row] !== this.endpoint && isContent(status[row]!)) answered.push(row);
    }
    return countValues(endpoint, answered.values).map(([id]) => id);
  }

  /** How many different queries there were among the requests, none counting as one. */
  get queries(): number {
    return countValues(this.#model.table.data.query, this.rows).length;
  }

  get busiestMinute(): Burst {
    return (this.#busiestMinute ??= busiest(this.#sortedTimes(), MINUTE));
  }

  get busiestHour(): Burst {
    return busiest(this.#sortedTimes(), HOUR);
  }

  /** Share of the pauses between requests that lie around the median one; 0 when that is too short to be a poll. */
  get regularity(): number {
    return regularity(this.#sortedTimes(), POLL_PAUSE);
  }

  #sortedTimes(): Uint32Array {
    this.#times ??= sortedTimes(this.#model.table.data.time, this.rows);
    return this.#times;
  }
}

function isContent(status: number): boolean {
  return (status >= 200 && status < 300) || status === 304;
}

/** Every client with at least `least` requests on the endpoint. Takes time in proportion to the endpoint's requests. */
export function clientsOfEndpoint(model: LogModel, endpoint: number, least: number): ClientOnEndpoint[] {
  const groups = groupBy(model.table.data.client, rowsOf(model.byEndpoint, endpoint), () => least);
  return groups.map(([client, rows]) => new ClientOnEndpoint(model, client, endpoint, rows));
}

/** Every endpoint on which the client has at least as many requests as `leastOn` says. Takes time for the client's requests. */
export function endpointsOfClient(
  model: LogModel,
  client: number,
  leastOn: (endpoint: number) => number,
): ClientOnEndpoint[] {
  const groups = groupBy(model.table.data.endpoint, rowsOf(model.byClient, client), leastOn);
  return groups.map(([endpoint, rows]) => new ClientOnEndpoint(model, client, endpoint, rows));
}

/** Whether a request of this method asks the server to do something: for a form, to send a mail. An unknown method does not. */
export function isWriting(method: string): boolean {
  return method !== '' && !SAFE_METHODS.has(method.toUpperCase());
}

/** `isWriting` for the numbers of endpoints, of which there may be a million: looks at each method once. */
export function writingTest(table: LogTable): (endpoint: number) => boolean {
  const { method: texts } = table.texts;
  const writing = Array.from({ length: texts.size }, (_, id) => isWriting(texts.text(id)));
  const { method } = table.data.endpoints;
  return (endpoint) => writing[method[endpoint]!]!;
}
