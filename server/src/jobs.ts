import type { IncidentParts, IncidentReading } from './readIncident';
import type { AddressTablesState } from './address/addressDataSource';
import type { SiteFolder } from './auditSiteFolder';
import type { CountedEntries } from './incident/countedEntries';
import type { FileState } from './fileState';
import type { LogAnalysis, Judgement } from './logAnalysis';
import type { ReadSoFar } from './log/continueLog';
import type { LogFile } from './log/logModel';
import type { LogTableData } from './log/logTable';
import type { StoredBytes } from './log/seekableBytes';
import type { WantedLines } from './log/selectLines';
import type { FileCopy } from './log/set/copies';
import type { EvidenceSources, PackedEvidence, WantedEvidence } from './packEvidence';
import type { NotRead } from './readLogSet';
import type { WantedRawLines } from './readRawLines';
import type { RawLine } from './report/evidence/rawLine';
import type { LogSettings } from './settings';
import type { SiteAudit } from './site/auditSite';
import type { ReadFile } from './site/siteModel';
import type { WalkedFile } from './site/walk';
import type { WordBundle } from './words';

/** The user's language, needed wherever findings are worded. */
export interface Language {
  /** BCP 47 tag, e.g. `ja`. */
  readonly locale: string;
  readonly words: WordBundle;
}

/** Where a worker thread finds the bytes of a log: in a file, packed or not, or in what a document holds. */
export type LogBytes = { readonly path: string } | { readonly text: StoredBytes };

/** Read and judge one log. */
export interface LogJob {
  readonly kind: 'log';
  /** How findings name the log. */
  readonly file: string;
  readonly bytes: LogBytes;
  /** What was read of it before; all up to its last entry is the same still. */
  readonly soFar?: ReadSoFar;
  /** Where a large packed log may be kept unpacked, a path at which there is no file; `undefined`: nowhere. */
  readonly unpackTo?: string;
  readonly settings: LogSettings;
}

/** Read and judge the logs of files, folders and archives together. */
export interface LogSetJob {
  readonly kind: 'logSet';
  readonly paths: readonly string[];
  readonly settings: LogSettings;
}

/** Give the beginning of a log, its packing taken off. */
export interface UnpackJob {
  readonly kind: 'unpack';
  /** Of a file, or of a member of an archive as if that were a folder. */
  readonly path: string;
  readonly maximumBytes: number;
}

/** Audit a site folder. */
export interface SiteJob extends SiteFolder {
  readonly kind: 'site';
}

/** Read some files of a site; what an audit has other threads do. */
export interface SiteFilesJob {
  readonly kind: 'siteFiles';
  readonly root: string;
  readonly files: readonly WalkedFile[];
  /** What an earlier audit made of some of them. */
  readonly known: readonly ReadFile[];
}

/** Give the text of a file in an archive of a site. */
export interface SiteMemberJob {
  readonly kind: 'siteMember';
  /** Path on the disk, with that in the archive as findings have it. */
  readonly path: string;
  readonly maximumBytes: number;
}

/** Find lines of a log that was read; they come with the progress. */
export interface SelectLinesJob extends WantedLines {
  readonly kind: 'selectLines';
  readonly table: LogTableData;
  readonly stored: StoredBytes;
}

/** Join the host's mail and list with logs and a site. */
export interface IncidentJob extends IncidentParts {
  readonly kind: 'incident';
}

/** Write a bundle of evidence. */
export interface EvidenceJob {
  readonly kind: 'evidence';
  /** Where to, as the disk names it. */
  readonly file: string;
  readonly sources: EvidenceSources;
  readonly wanted: WantedEvidence;
}

/** Give lines of the logs of an incident for others to read. */
export interface RawLinesJob {
  readonly kind: 'rawLines';
  readonly sources: EvidenceSources;
  readonly wanted: WantedRawLines;
}

export type Job =
  | RawLinesJob
  | EvidenceJob
  | IncidentJob
  | LogJob
  | LogSetJob
  | UnpackJob
  | SelectLinesJob
  | SiteJob
  | SiteFilesJob
  | SiteMemberJob;

/** What a log job gives back. */
export interface LogJobResult {
  readonly analysis: LogAnalysis;
  /** Where the bytes are that were read. */
  readonly stored: StoredBytes;
  /** What the file looked like; `undefined` for the text of a document. */
  readonly file: FileState | undefined;
  /** The times as the lines say them, where these name no zone and the model's are in one. */
  readonly logged?: Pick<LogTableData, 'time' | 'zone'>;
}

/** What a log set job gives back; the entries stay behind. */
export interface LogSetJobResult extends Judgement, Pick<NotRead, 'notLogs' | 'leftOut'> {
  /** In the order in which they were read. */
  readonly files: readonly LogFile[];
  readonly copies: readonly FileCopy[];
  /** Entries of all files, each once. */
  readonly entries: number;
  /** Files that could not be read, and why, in the user's language. */
  readonly problems: readonly { readonly name: string; readonly message: string }[];
}

/** The beginning of a log. */
export interface UnpackedBeginning {
  readonly bytes: Uint8Array;
  /** Whether this is all of it; otherwise `bytes` ends with the last line that fitted whole. */
  readonly complete: boolean;
}

/** What an incident job gives back. */
export interface IncidentJobResult extends Pick<IncidentReading, 'incident' | 'logs' | 'site'> {
  /** Of all logs; absent where there were none. */
  readonly entries?: CountedEntries;
  /** What could not be read, and why, in the user's language. */
  readonly problems: readonly { readonly name: string; readonly message: string }[];
}

export interface JobResults {
  readonly evidence: PackedEvidence;
  readonly rawLines: RawLine[];
  readonly incident: IncidentJobResult;
  readonly log: LogJobResult;
  readonly logSet: LogSetJobResult;
  readonly unpack: UnpackedBeginning;
  readonly site: SiteAudit;
  readonly siteFiles: ReadFile[];
  readonly siteMember: { readonly text: string; readonly isCut: boolean };
  readonly selectLines: null;
}

/** How far a job is: bytes of a log, files of a site. `total` is `undefined` while unknown. */
export interface JobProgress {
  readonly done: number;
  readonly total: number | undefined;
  /** Of an incident: what is being read. */
  readonly part?: 'site' | 'logs';
  /** Lines (from 1, ascending) that were found meanwhile. */
  readonly lines?: Uint32Array;
}

/** What the worker thread is told: a job to do, or the network data that it asked for. */
export type WorkerInput =
  | { readonly kind: 'job'; readonly job: Job; readonly language: Language }
  | { readonly kind: 'addressTables'; readonly state: AddressTablesState };

/** What the worker thread says. */
export type WorkerMessage =
  | ({ readonly kind: 'progress' } & JobProgress)
  | { readonly kind: 'needsAddressTables' }
  | { readonly kind: 'done'; readonly result: JobResults[Job['kind']] }
  | { readonly kind: 'failed'; readonly code: string | undefined; readonly message: string };
