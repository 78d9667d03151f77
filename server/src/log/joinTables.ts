import { Dictionary, DictionaryBuilder, type DictionaryData } from './dictionary';
import { EntryKind } from './entryFields';
import { joinLineIndexes } from './lineIndex';
import { EMPTY_COLUMN, EMPTY_SMALL_COLUMN, NO_ENTRY, NO_LEVEL, type LogTableData, type TextColumn } from './logTable';

/** Columns that have no rows where every row is absent. */
type SparseColumn = 'user' | 'vhost' | 'message';

/** An endpoint's key is `path * METHOD_RANGE + method`, which stays below 2^53. */
const METHOD_RANGE = 2 ** 20;

/** For each table, the numbers of its entries in what was joined; those of the first table stay what they are. */
type Renumberings = readonly Uint32Array[];

/** The table of logs, or parts of one log, that were read apart (at least one); each lies right behind the one before. */
export function joinTables(...tables: readonly LogTableData[]): LogTableData {
  const texts = joinAllTexts(tables);
  const endpoints = joinEndpoints(tables, texts.method.renumberings, texts.path.renumberings);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const joinColumn = (column: 'client' | 'query' | 'referrer' | 'agent'): Uint32Array =>
    joinNumbers(tables, rows, (table) => table[column], texts[column].renumberings);
  const joinSparse = (column: SparseColumn): Uint32Array =>
    tables.every((table) => table[column].length === 0)
      ? EMPTY_COLUMN
      : joinNumbers(tables, rows, (table) => table[column], texts[column].renumberings);
  return {
    lineIndex: joinLineIndexes(tables.map(({ lineIndex }) => lineIndex)),
    rejected: joinLines(tables, 'rejected'),
    continued: joinLines(tables, 'continued'),
    rows,
    time: concat(tables.map(({ time }) => time)),
    zone: concat(tables.map(({ zone }) => zone)),
    client: joinColumn('client'),
    endpoint: joinNumbers(tables, rows, (table) => table.endpoint, endpoints.renumberings),
    query: joinColumn('query'),
    status: concat(tables.map(({ status }) => status)),
    size: concat(tables.map(({ size }) => size)),
    largeSizes: joinLargeSizes(tables),
    referrer: joinColumn('referrer'),
    agent: joinColumn('agent'),
    user: joinSparse('user'),
    vhost: joinSparse('vhost'),
    message: joinSparse('message'),
    kind: joinSmall(tables, rows, 'kind', EntryKind.request),
    level: joinSmall(tables, rows, 'level', NO_LEVEL),
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

function joinLines(tables: readonly LogTableData[], column: 'rejected' | 'continued'): Uint32Array {
  let before = 0;
  return concat(
    tables.map((table) => {
      const linesBefore = before;
      before += table.lineIndex.lines;
      return linesBefore === 0 ? table[column] : table[column].map((line) => line + linesBefore);
    }),
  );
}

function joinLargeSizes(tables: readonly LogTableData[]): ReadonlyMap<number, number> {
  const joined = new Map<number, number>();
  let before = 0;
  for (const { rows, largeSizes } of tables) {
    for (const [row, size] of largeSizes) joined.set(before + row, size);
    before += rows;
  }
  return joined;
}

interface JoinedTexts {
  readonly joined: DictionaryData;
  readonly renumberings: Renumberings;
}

function joinAllTexts(tables: readonly LogTableData[]): Record<TextColumn, JoinedTexts> {
  const join = (column: TextColumn): JoinedTexts => joinTexts(tables.map(({ texts }) => texts[column]));
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

function joinTexts(dictionaries: readonly DictionaryData[]): JoinedTexts {
  const builder = new DictionaryBuilder();
  const renumberings = dictionaries.map((data) => {
    const dictionary = new Dictionary(data);
    return Uint32Array.from({ length: dictionary.size }, (_, id) => {
      const bytes = dictionary.bytes(id);
      return builder.intern(bytes, 0, bytes.length);
    });
  });
  return { joined: builder.finish(), renumberings };
}

function joinEndpoints(
  tables: readonly LogTableData[],
  methods: Renumberings,
  paths: Renumberings,
): { joined: LogTableData['endpoints']; renumberings: Renumberings } {
  const method: number[] = [];
  const path: number[] = [];
  const known = new Map<number, number>();
  const renumberings = tables.map(({ endpoints }, index) =>
    endpoints.method.map((_, id) => {
      const methodId = methods[index]![endpoints.method[id]!]!;
      const pathId = paths[index]![endpoints.path[id]!]!;
      const key = pathId * METHOD_RANGE + methodId;
      const old = known.get(key);
      if (old !== undefined) return old;
      known.set(key, path.length);
      path.push(pathId);
      return method.push(methodId) - 1;
    }),
  );
  return { joined: { method: Uint32Array.from(method), path: Uint32Array.from(path) }, renumberings };
}

function joinNumbers(
  tables: readonly LogTableData[],
  rows: number,
  columnOf: (table: LogTableData) => Uint32Array,
  renumberings: Renumberings,
): Uint32Array {
  const joined = new Uint32Array(rows);
  let before = 0;
  tables.forEach((table, index) => {
    const column = columnOf(table);
    // A column has no rows where every row is absent.
    if (column.length === 0) joined.fill(NO_ENTRY, before, before + table.rows);
    else if (index === 0) joined.set(column);
    else renumber(column, renumberings[index]!, joined, before);
    before += table.rows;
  });
  return joined;
}

function renumber(column: Uint32Array, renumbering: Uint32Array, into: Uint32Array, before: number): void {
  for (let at = 0; at < column.length; at++) {
    const id = column[at]!;
    into[before + at] = id === NO_ENTRY ? NO_ENTRY : renumbering[id]!;
  }
}

function joinSmall(
  tables: readonly LogTableData[],
  rows: number,
  column: 'kind' | 'level',
  absent: number,
): Uint8Array {
  if (tables.every((table) => table[column].length === 0)) return EMPTY_SMALL_COLUMN;
  const joined = new Uint8Array(rows).fill(absent);
  let before = 0;
  for (const table of tables) {
    joined.set(table[column], before);
    before += table.rows;
  }
  return joined;
}

function concat<Column extends Uint32Array | Uint16Array | Int8Array>(parts: readonly Column[]): Column {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const joined = new (parts[0]!.constructor as new (length: number) => Column)(length);
  let before = 0;
  for (const part of parts) {
    joined.set(part, before);
    before += part.length;
  }
  return joined;
}
