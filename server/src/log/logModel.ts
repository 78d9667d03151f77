import { LogTable, type LogTableData } from './logTable';
import { groupRows, type RowGroups } from './rowGroups';

/** What rules and hovers read: a log's table and its rows by client and by endpoint. Plain data: crosses threads. */
export interface LogModelData {
  readonly table: LogTableData;
  readonly byClient: RowGroups;
  readonly byEndpoint: RowGroups;
}

/** A log ready for look-ups. */
export interface LogModel {
  /** Path of the log as findings name it. */
  readonly file: string;
  readonly table: LogTable;
  readonly byClient: RowGroups;
  readonly byEndpoint: RowGroups;
}

/** Groups a table's rows. */
export function groupTable(table: LogTableData): LogModelData {
  return {
    table,
    byClient: groupRows(table.client, table.texts.client.ends.length),
    byEndpoint: groupRows(table.endpoint, table.endpoints.path.length),
  };
}

/** A model of plain data, for look-ups. */
export function openModel(file: string, data: LogModelData): LogModel {
  return { file, table: new LogTable(data.table), byClient: data.byClient, byEndpoint: data.byEndpoint };
}
