import { memorySource } from '../../server/src/log/byteSource';
import { linesOfBytes } from '../../server/src/log/lineSource';
import { openModel } from '../../server/src/log/logModel';
import type { LogTableData } from '../../server/src/log/logTable';
import { readLog } from '../../server/src/log/readLog';
import { memoryBytes } from '../../server/src/log/seekableBytes';
import { analyseLog } from '../../server/src/logAnalysis';
import type { LogText, OpenLog } from '../../server/src/logDocument';
import { DEFAULT_LOG_SETTINGS, type LogSettings } from '../../server/src/settings';

export const LOG_URI = 'file:///logs/access.log';

/** A log of this text, as the features get it. */
export async function openLogOf(text: string, settings: Partial<LogSettings> = {}): Promise<OpenLog> {
  const bytes = Buffer.from(text);
  const reading = await readLog(memorySource(bytes));
  const {
    model,
    findings,
    allowed,
    format = 'none',
  } = analyseLog(reading, 'access.log', { ...DEFAULT_LOG_SETTINGS, ...settings });
  return {
    uri: LOG_URI,
    name: 'access.log',
    format,
    damaged: false,
    model: openModel(model),
    findings,
    allowed,
    ...logTextOf(bytes, reading.table),
    userFormats: [],
  };
}

/** Bytes in memory as the lines of a log. */
export function logTextOf(bytes: Uint8Array, table: LogTableData): LogText {
  return { table, lines: linesOfBytes(memoryBytes(bytes), table.lineIndex), stored: { kind: 'memory', bytes } };
}
