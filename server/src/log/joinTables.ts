import { Dictionary, DictionaryBuilder, type DictionaryData } from './dictionary';
import { EntryKind } from './entryFields';
import { joinLineIndexes } from './lineIndex';
import { EMPTY_COLUMN, EMPTY_SMALL_COLUMN, NO_ENTRY, NO_LEVEL, type LogTableData, type TextColumn } from './logTable';

/** Columns that have no rows where every row is absent. */
type SparseColumn = 'user' | 'vhost' | 'message';

/** Numbers of the second table's entries in the joined dictionary. */
type Renumbering = Uint32Array;

/** The table of a log whose two halves were read apart; the second lies right behind the first. */
export function joinTables(first: LogTableData, second: LogTableData): LogTableData {
  const texts = joinAllTexts(first, second);
  const endpoints = joinEndpoints(first, second, texts.method.renumbering, texts.path.renumbering);
  const joinColumn = (column: 'client' | 'query' | 'referrer' | 'agent'): Uint32Array =>
    joinNumbers(first[column], second[column], texts[column].renumbering);
  const joinSparse = (column: SparseColumn): Uint32Array =>
    first[column].length === 0 && second[column].length === 0
      ? EMPTY_COLUMN
      : joinNumbers(filled(first, column), filled(second, column), texts[column].renumbering);
  return {
    lineIndex: joinLineIndexes(first.lineIndex, second.lineIndex),
    rejected: joinLines(first, second, 'rejected'),
    continued: joinLines(first, second, 'continued'),
    rows: first.rows + second.rows,
    time: concat(first.time, second.time),
    zone: concat(first.zone, second.zone),
    client: joinColumn('client'),
    endpoint: joinNumbers(first.endpoint, second.endpoint, endpoints.renumbering),
    query: joinColumn('query'),
    status: concat(first.status, second.status),
    size: concat(first.size, second.size),
    largeSizes: new Map([
      ...first.largeSizes,
      ...[...second.largeSizes].map(([row, size]) => [row + first.rows, size] as const),
    ]),
    referrer: joinColumn('referrer'),
    agent: joinColumn('agent'),
    user: joinSparse('user'),
    vhost: joinSparse('vhost'),
    message: joinSparse('message'),
    kind: joinSmall(first, second, 'kind', EntryKind.request),
    level: joinSmall(first, second, 'level', NO_LEVEL),
    endpoints: endpoints.joined,
    texts: {
      client: texts.client.joined,
      method: texts.method.joined,
      path: texts.path.joined,
      query: texts.query.joined,
      referrer: texts.referrer.joined,
      agent: texts.agent.joined,
      user: texts.user.joined,
      vhost: texts.vhost.joined,
      message: texts.message.joined,
    },
  };
}

function joinLines(first: LogTableData, second: LogTableData, column: 'rejected' | 'continued'): Uint32Array {
  return concat(
    first[column],
    second[column].map((line) => line + first.lineIndex.lines),
  );
}

interface JoinedTexts {
  readonly joined: DictionaryData;
  readonly renumbering: Renumbering;
}

function joinAllTexts(first: LogTableData, second: LogTableData): Record<TextColumn, JoinedTexts> {
  const join = (column: TextColumn): JoinedTexts => joinTexts(first.texts[column], second.texts[column]);
  return {
    client: join('client'),
    method: join('method'),
    path: join('path'),
    query: join('query'),
    referrer: join('referrer'),
    agent: join('agent'),
    user: join('user'),
    vhost: join('vhost'),
    message: join('message'),
  };
}

/** Keeps the first dictionary's numbers, so that only the second table's columns change. */
function joinTexts(first: DictionaryData, second: DictionaryData): JoinedTexts {
  const builder = new DictionaryBuilder();
  const addAll = (data: DictionaryData): Renumbering => {
    const dictionary = new Dictionary(data);
    return Uint32Array.from({ length: dictionary.size }, (_, id) => {
      const bytes = dictionary.bytes(id);
      return builder.intern(bytes, 0, bytes.length);
    });
  };
  addAll(first);
  const renumbering = addAll(second);
  return { joined: builder.finish(), renumbering };
}

function joinEndpoints(
  first: LogTableData,
  second: LogTableData,
  methods: Renumbering,
  paths: Renumbering,
): { joined: LogTableData['endpoints']; renumbering: Renumbering } {
  const method = [...first.endpoints.method];
  const path = [...first.endpoints.path];
  const known = new Map(method.map((methodId, id) => [endpointKey(methodId, path[id]!), id]));
  const renumbering = second.endpoints.method.map((_, id) => {
    const methodId = methods[second.endpoints.method[id]!]!;
    const pathId = paths[second.endpoints.path[id]!]!;
    const old = known.get(endpointKey(methodId, pathId));
    if (old !== undefined) return old;
    path.push(pathId);
    return method.push(methodId) - 1;
  });
  return { joined: { method: Uint32Array.from(method), path: Uint32Array.from(path) }, renumbering };
}

function endpointKey(method: number, path: number): string {
  return `${method} ${path}`;
}

function joinNumbers(first: Uint32Array, second: Uint32Array, renumbering: Renumbering): Uint32Array {
  const joined = new Uint32Array(first.length + second.length);
  joined.set(first);
  for (let at = 0; at < second.length; at++) {
    const id = second[at]!;
    joined[first.length + at] = id === NO_ENTRY ? NO_ENTRY : renumbering[id]!;
  }
  return joined;
}

/** A column that has no rows because every row is absent, with its rows. */
function filled(table: LogTableData, column: SparseColumn): Uint32Array {
  return table[column].length > 0 ? table[column] : new Uint32Array(table.rows).fill(NO_ENTRY);
}

function joinSmall(first: LogTableData, second: LogTableData, column: 'kind' | 'level', absent: number): Uint8Array {
  if (first[column].length === 0 && second[column].length === 0) return EMPTY_SMALL_COLUMN;
  const joined = new Uint8Array(first.rows + second.rows).fill(absent);
  joined.set(first[column]);
  joined.set(second[column], first.rows);
  return joined;
}

function concat<Column extends Uint32Array | Uint16Array | Int8Array>(first: Column, second: Column): Column {
  const joined = new (first.constructor as new (length: number) => Column)(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
