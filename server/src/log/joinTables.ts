import { EndpointNumbers } from './endpointNumbers';
import { EntryKind } from './entryFields';
import { JoinedColumn, JoinedLines, JoinedNumbers } from './joinedColumn';
import { LineIndexJoiner } from './lineIndex';
import { NO_LEVEL, NO_SIZE, NO_TIME, type LogTableData, type TextColumn } from './logTable';
import { NumberMap } from './numberMap';
import { takeTexts, textBuilders } from './textBuilders';

/** The table of logs, or parts of one log, that were read apart (at least one); each lies right behind the one before. */
export function joinTables(...tables: readonly LogTableData[]): LogTableData {
  const joiner = new TableJoiner();
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  for (const table of tables) joiner.append(table, new ReaderNumbers(), rows);
  return joiner.finish();
}

/** What the numbers of one reader's texts and endpoints are in the joined table. Grows with the reader's parts. */
export class ReaderNumbers {
  readonly endpoints = new NumberMap();
  readonly texts: Readonly<Record<TextColumn, NumberMap>> = {
    client: new NumberMap(),
    method: new NumberMap(),
    path: new NumberMap(),
    query: new NumberMap(),
    referrer: new NumberMap(),
    agent: new NumberMap(),
    user: new NumberMap(),
    vhost: new NumberMap(),
    message: new NumberMap(),
  };
}

/** Joins the tables of a log's parts, each right behind the one before, into that of the whole log. */
export class TableJoiner {
  readonly #lineIndex = new LineIndexJoiner();
  readonly #rejected = new JoinedLines();
  readonly #continued = new JoinedLines();
  readonly #largeSizes = new Map<number, number>();
  readonly #endpoints = new EndpointNumbers();
  readonly #texts = textBuilders();
  readonly #columns = {
    time: new JoinedColumn(Uint32Array, NO_TIME),
    zone: new JoinedColumn(Int8Array, 0),
    client: new JoinedNumbers(),
    endpoint: new JoinedNumbers(),
    query: new JoinedNumbers(),
    status: new JoinedColumn(Uint16Array, 0),
    size: new JoinedColumn(Uint32Array, NO_SIZE),
    referrer: new JoinedNumbers(),
    agent: new JoinedNumbers(),
    user: new JoinedNumbers(),
    vhost: new JoinedNumbers(),
    message: new JoinedNumbers(),
    kind: new JoinedColumn(Uint8Array, EntryKind.request),
    level: new JoinedColumn(Uint8Array, NO_LEVEL),
  };
  #rows = 0;

  /** Rows so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Lines so far. */
  get lines(): number {
    return this.#lineIndex.lines;
  }

  /**
   * Adds the part that lies right behind those before.
   * @param numbers those of the reader that the part comes from; parts of one reader must come in its own order
   * @param expectedRows how many rows the whole log will probably have; a good guess saves copying
   */
  append(part: LogTableData, numbers: ReaderNumbers, expectedRows = 0): void {
    const at = this.#rows;
    const { rows } = part;
    const place = { at, rows, expected: Math.max(at + rows, expectedRows) };
    const columns = this.#columns;
    for (const name of ['time', 'zone', 'status', 'size', 'kind', 'level'] as const) {
      columns[name].append(part[name], place);
    }
    for (const name of ['client', 'query', 'referrer', 'agent', 'user', 'vhost', 'message'] as const) {
      this.#internTexts(part, name, numbers);
      columns[name].appendNumbers(part[name], place, numbers.texts[name]);
    }
    this.#internEndpoints(part, numbers);
    columns.endpoint.appendNumbers(part.endpoint, place, numbers.endpoints);
    for (const [row, size] of part.largeSizes) this.#largeSizes.set(row + at, size);
    this.#rejected.append(part.rejected, this.lines);
    this.#continued.append(part.continued, this.lines);
    this.#lineIndex.append(part.lineIndex);
    this.#rows += rows;
  }

  /** The table; the joiner must not be used afterwards. */
  finish(): LogTableData {
    const { time, zone, client, endpoint, query, status, size, referrer, agent } = this.#columns;
    const { user, vhost, message, kind, level } = this.#columns;
    return {
      lineIndex: this.#lineIndex.finish(),
      rejected: this.#rejected.finish(),
      continued: this.#continued.finish(),
      rows: this.#rows,
      time: time.finish(this.#rows),
      zone: zone.finish(this.#rows),
      client: client.finish(this.#rows),
      endpoint: endpoint.finish(this.#rows),
      query: query.finish(this.#rows),
      status: status.finish(this.#rows),
      size: size.finish(this.#rows),
      largeSizes: this.#largeSizes,
      referrer: referrer.finish(this.#rows),
      agent: agent.finish(this.#rows),
      user: user.finish(this.#rows),
      vhost: vhost.finish(this.#rows),
      message: message.finish(this.#rows),
      kind: kind.finish(this.#rows),
      level: level.finish(this.#rows),
      endpoints: this.#endpoints.take(),
      texts: takeTexts(this.#texts),
    };
  }

  #internTexts(part: LogTableData, column: TextColumn, { texts }: ReaderNumbers): void {
    const builder = this.#texts[column];
    const { bytes, ends } = part.texts[column];
    for (let id = 0, start = 0; id < ends.length; start = ends[id++]!) {
      texts[column].add(builder.intern(bytes, start, ends[id]!));
    }
  }

  #internEndpoints(part: LogTableData, { texts, endpoints }: ReaderNumbers): void {
    this.#internTexts(part, 'method', { texts, endpoints });
    this.#internTexts(part, 'path', { texts, endpoints });
    const { method, path } = part.endpoints;
    for (let id = 0; id < path.length; id++) {
      endpoints.add(this.#endpoints.intern(texts.method.of(method[id]!), texts.path.of(path[id]!)));
    }
  }
}
