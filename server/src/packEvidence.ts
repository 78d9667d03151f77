import type { AddressDataSource } from './address/addressDataSource';
import type { Disk } from './disk';
import type { Incident } from './incident/incident';
import type { LogFile } from './log/logModel';
import { packLogs } from './packLogs';
import { chooseLines, type TakenLines } from './report/evidence/chosenLines';
import { evidenceFiles } from './report/evidence/evidenceFiles';
import { manifestText, type EvidenceManifest } from './report/evidence/evidenceManifest';
import { evidencePoints, type EvidencePoint } from './report/evidence/evidencePoint';
import { summaryText } from './report/evidence/evidenceSummary';
import { EvidenceZip, type ByteSink } from './report/evidence/evidenceZip';
import { maskIncident } from './report/incident/maskIncident';
import { Masking } from './report/incident/masking';
import { todaysReport, type WantedReport } from './report/incident/todaysReport';

/** What evidence is taken from: an incident, and what it was put together from. Plain data. */
export interface EvidenceSources {
  readonly incident: Incident;
  /** Texts of the host's mail and list. */
  readonly notice?: string;
  readonly list?: string;
  /** Logs, folders and archives of logs, as the disk names them. */
  readonly logs: readonly string[];
  /** The logs that were read of them. */
  readonly read: readonly LogFile[];
  /** Formats of logs that the user wrote down. */
  readonly userFormats: readonly string[];
  /** Folder with the copy of the site. */
  readonly site?: string;
}

/** What a user wants of a bundle. */
export type WantedEvidence = Omit<WantedReport, 'form'>;

/** What a bundle came to. */
export interface PackedEvidence {
  /** Lines of logs in it. */
  readonly lines: number;
  /** Lines that belong to it and are not in it. */
  readonly leftOut: number;
  /** Logs and files that could not be read. */
  readonly problems: number;
}

export interface EvidenceMeans {
  readonly addressData?: AddressDataSource;
  /** Told how many bytes of the logs, of how many, were read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Packs the evidence for an incident into a zip archive: the lines of the logs as the server wrote them, hashes of logs and bad
 * files, the host's texts, the report. Malicious files themselves are not in it. Rejects when the sink does; what can't be read is
 * said in the bundle.
 */
export async function packEvidence(
  disk: Disk,
  sources: EvidenceSources,
  { done, mask }: WantedEvidence,
  sink: ByteSink,
  { addressData, onProgress }: EvidenceMeans = {},
): Promise<PackedEvidence> {
  const masking = mask ? new Masking(sources.incident) : undefined;
  const incident = masking ? maskIncident(sources.incident, masking) : sources.incident;
  const date = new Date().toISOString().slice(0, 10);
  const zip = new EvidenceZip(sink, date);
  const points = evidencePoints(incident);
  const { logs: chosen, taken } = chooseLines(points);
  const logs = await packLogs(disk, sources, { zip, chosen, masking, onProgress });
  const { files, notRead } = await evidenceFiles(disk, incident.files, sources.site);
  const manifest: Omit<EvidenceManifest, 'members'> = {
    date,
    isMasked: mask,
    points: points.map((point) => packedPoint(point, taken.get(point.id)!)),
    logs,
    files,
    filesNotRead: notRead,
  };
  for (const [name, text] of [
    ['host/mail.txt', sources.notice],
    ['host/list.txt', sources.list],
  ] as const) {
    if (text !== undefined) await zip.addText(name, masking?.text(text) ?? text);
  }
  await zip.addText(
    'report.html',
    todaysReport(sources.incident, { form: 'html', done, mask }, (await addressData?.()) ?? {}),
  );
  await zip.addText('summary.txt', summaryText(manifest));
  await zip.addText('manifest.json', manifestText({ ...manifest, members: [...zip.members] }));
  await zip.finish();
  return {
    lines: logs.reduce((sum, { linesTaken }) => sum + linesTaken, 0),
    leftOut:
      [...taken.values()].reduce((sum, { leftOut }) => sum + leftOut, 0) +
      logs.reduce((sum, { linesMissing }) => sum + linesMissing, 0),
    problems: [...logs, ...files].filter(({ problem }) => problem !== undefined).length,
  };
}

function packedPoint(
  { id, kind, title, rule, first, last }: EvidencePoint,
  { lines, leftOut }: TakenLines,
): EvidenceManifest['points'][number] {
  return {
    id,
    kind,
    title,
    ...(rule !== undefined && { rule }),
    ...(first !== undefined && { first, last }),
    linesTaken: lines,
    linesLeftOut: leftOut,
  };
}
