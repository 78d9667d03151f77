import type { Disk } from './disk';
import type { LogFile } from './log/logModel';
import { utf8Text } from './log/text';
import { findFiles } from './logFolder';
import type { EvidenceSources } from './packEvidence';
import { maskingOfLines, mayHold, readableSources } from './packLogs';
import { nameOfLog } from './readLogSet';
import { LinePicker } from './report/evidence/linePicker';
import type { RawLine } from './report/evidence/rawLine';
import { Masking } from './report/incident/masking';
import type { FileLines } from './rules/finding';

/** Lines that are wanted, and of whom. */
export interface WantedRawLines {
  readonly lines: readonly FileLines[];
  /** Addresses that stay in them beside those of attackers. */
  readonly accused: readonly string[];
}

/** Reads some lines of the logs of an incident once more, masked. What can't be read any more is left out. */
export async function readRawLines(
  disk: Disk,
  sources: EvidenceSources,
  { lines: wanted, accused }: WantedRawLines,
): Promise<RawLine[]> {
  const masking = new Masking(sources.incident, accused);
  const byName = new Map(wanted.map(({ file, lines }) => [file, lines]));
  const logs = new Map(sources.read.filter(({ name }) => byName.has(name)).map((log) => [log.name, log]));
  const { files } = await findFiles(disk, sources.logs);
  const found: RawLine[] = [];
  for (const file of files.filter((each) => mayHold(each, [...logs.keys()]))) {
    for await (const source of readableSources(disk, file)) {
      const log = logs.get(nameOfLog(file, source.member));
      if (log === undefined || 'problem' in source) continue;
      found.push(...(await linesOfLog(source.chunks, log, byName.get(log.name)!, masking, sources)));
    }
  }
  return found;
}

async function linesOfLog(
  chunks: AsyncIterable<Uint8Array>,
  log: LogFile,
  wanted: Uint32Array,
  masking: Masking,
  sources: EvidenceSources,
): Promise<RawLine[]> {
  const found: RawLine[] = [];
  const { mask, see } = maskingOfLines(masking, log, sources);
  const take = (line: number, bytes: Buffer): void => {
    found.push({ file: log.name, line, text: utf8Text(mask(bytes)) });
  };
  const picker = new LinePicker(wanted, take, see);
  try {
    for await (const chunk of chunks) {
      picker.push(chunk);
      if (picker.found === wanted.length) return found;
    }
    picker.finish();
  } catch {
    // A log that went meanwhile gives the lines that were read.
  }
  return found;
}
