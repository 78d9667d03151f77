import type { IncidentFile } from '../../incident/incident';
import { visibleJson } from '../json';
import type { EvidencePoint } from './evidencePoint';
import type { PackedMember } from './evidenceZip';

/** A log of which a bundle holds lines, or only the hash. */
export interface EvidenceLog {
  /** As findings name it. */
  readonly name: string;
  /** Id of the format. */
  readonly format?: string;
  /** ISO 8601 with the log's offset. */
  readonly first?: string;
  readonly last?: string;
  /** SHA-256 of the file as it lies on the disk, packed or not; several logs of an archive share it. Absent: it could not be read. */
  readonly fileSha256?: string;
  /** SHA-256 of the log itself, its packing taken off. */
  readonly sha256?: string;
  readonly bytes?: number;
  readonly lines?: number;
  /** Members of the bundle: lines of the log, and the table that says which they are; absent where it has none to show. */
  readonly extract?: string;
  readonly index?: string;
  readonly linesTaken: number;
  /** Lines that are wanted and missing. */
  readonly linesMissing: number;
  /** The log has other lines than when the incident was put together. */
  readonly hasChanged?: true;
  /** Why it could not be read, in the user's language. */
  readonly problem?: string;
}

/** A bad file. The bundle never holds the file itself. */
export interface EvidenceFile {
  readonly file: string;
  readonly state: IncidentFile['state'];
  readonly severity: IncidentFile['severity'];
  /** As the host names it. */
  readonly named?: string;
  readonly first?: string;
  readonly last?: string;
  readonly requests: number;
  readonly bytes?: number;
  readonly sha256?: string;
  /** Last modification as the copy has it, ISO 8601 in UTC; downloading may have set it. */
  readonly modified?: string;
  /** Why it could not be read, in the user's language. */
  readonly problem?: string;
}

/** All that is said of a bundle in `manifest.json`. */
export interface EvidenceManifest {
  /** Day on which it was made, `YYYY-MM-DD`. */
  readonly date: string;
  readonly isMasked: boolean;
  readonly points: readonly (Omit<EvidencePoint, 'lines' | 'leftOutBefore'> & {
    readonly linesTaken: number;
    readonly linesLeftOut: number;
  })[];
  readonly logs: readonly EvidenceLog[];
  readonly files: readonly EvidenceFile[];
  /** Files of which nothing but their names was looked at, as there are too many. */
  readonly filesNotRead: number;
  readonly members: readonly PackedMember[];
}

/** The text of `manifest.json` (docs/incident.md). */
export function manifestText(manifest: EvidenceManifest): string {
  return `${visibleJson({ schema: 1, program: 'Log & Site Audit', ...manifest })}\n`;
}
