import type { AddressDataSource } from './address/addressDataSource';
import { auditSiteFolder, type AuditElsewhere } from './auditSiteFolder';
import { blockingDisk } from './blockingDisk';
import { countedEntries } from './incident/countedEntries';
import { openBytes } from './log/seekableBytes';
import { selectLines } from './log/selectLines';
import type { LogSet } from './log/set/logSet';
import { analyseSet, type Judgement } from './logAnalysis';
import type { IncidentJob, IncidentJobResult, Job, JobResults, LogSetJob, LogSetJobResult } from './jobs';
import { networkLookup } from './networkLookup';
import { nodeDisk } from './nodeDisk';
import { nodePendingFile } from './nodePendingFile';
import { describeProblem } from './problems';
import type { OpenPartReader } from './partReader';
import { readIncident } from './readIncident';
import { readLogSet } from './readLogSet';
import { readRawLines } from './readRawLines';
import { runLogJob, type ProgressSink } from './runLogJob';
import type { LogSettings } from './settings';
import { openMember } from './site/archive/openMember';
import { decodeText } from './site/decodeText';
import { readFiles } from './site/readSite';
import type { ReadFilesElsewhere } from './site/siteModel';
import { unpackBeginning } from './unpackBeginning';
import { writeEvidence } from './writeEvidence';
import { yaraProgram } from './yaraProgram';

/** What a job has other threads do. */
export interface OtherThreads {
  readonly openPartReader?: OpenPartReader;
  readonly readSiteFiles?: ReadFilesElsewhere;
  readonly auditSite?: AuditElsewhere;
}

/**
 * Does one job on the machine's disk; what a worker thread runs.
 * @param threads what other threads can do; nothing where there is no other processor
 * @param addressData for rules that ask where a client comes from; they find nothing without it
 */
export async function runJob(
  job: Job,
  onProgress: ProgressSink,
  threads: OtherThreads = {},
  addressData?: AddressDataSource,
): Promise<JobResults[Job['kind']]> {
  switch (job.kind) {
    case 'log':
      return runLogJob(job, onProgress, threads.openPartReader, addressData);
    case 'logSet':
      return runLogSetJob(job, onProgress, threads.openPartReader, addressData);
    case 'unpack':
      return unpackBeginning(nodeDisk, job.path, job.maximumBytes);
    case 'selectLines':
      await selectLines(job.table, openBytes(job.stored, nodeDisk), job, (lines, done) =>
        onProgress({ done, total: job.table.lineIndex.bytes, lines: Uint32Array.from(lines) }),
      );
      return null;
    case 'site':
      return auditSiteFolder(
        blockingDisk,
        job,
        ({ files, total }) => onProgress({ done: files, total }),
        threads.readSiteFiles,
        yaraProgram(__dirname),
      );
    case 'incident':
      return runIncidentJob(job, onProgress, threads, addressData);
    case 'evidence':
      return writeEvidence(nodeDisk, nodePendingFile, job.file, job.sources, job.wanted, {
        addressData,
        onProgress: (done, total) => onProgress({ done, total }),
      });
    case 'rawLines':
      return readRawLines(nodeDisk, job.sources, job.wanted);
    case 'siteFiles':
      return readFiles(blockingDisk, job.root, job.files, {
        known: new Map(job.known.map((read) => [read.file.path, read])),
        onProgress: (done) => onProgress({ done, total: undefined }),
      });
    case 'siteMember': {
      const { bytes, isCut } = await openMember(nodeDisk, job.path, job.maximumBytes);
      return { text: decodeText(bytes).text, isCut };
    }
  }
}

async function runIncidentJob(
  job: IncidentJob,
  onProgress: ProgressSink,
  { openPartReader: openElsewhere, readSiteFiles: readElsewhere, auditSite: auditElsewhere }: OtherThreads,
  addressData: AddressDataSource | undefined,
): Promise<IncidentJobResult> {
  const {
    problems,
    list: _,
    analysis,
    ...reading
  } = await readIncident(blockingDisk, job, {
    openElsewhere,
    readElsewhere,
    auditElsewhere,
    addressData,
    readYaraProgram: yaraProgram(__dirname),
    onProgress: (part, done, total) => onProgress({ done, total, part }),
  });
  return {
    ...reading,
    ...(analysis && { entries: countedEntries(analysis, reading.incident.files) }),
    problems: problems.map(({ name, error }) => ({ name, message: describeProblem(error) })),
  };
}

async function runLogSetJob(
  { paths, settings }: LogSetJob,
  onProgress: ProgressSink,
  openElsewhere: OpenPartReader | undefined,
  addressData: AddressDataSource | undefined,
): Promise<LogSetJobResult> {
  const { set, problems, notLogs, leftOut } = await readLogSet(nodeDisk, paths, {
    settings,
    openElsewhere,
    onProgress: (done, total) => onProgress({ done, total }),
  });
  return {
    ...(set === undefined ? { findings: [], allowed: 0 } : await judgementOf(set, settings, addressData)),
    files: set?.files ?? [],
    copies: set?.copies ?? [],
    entries: set?.table.rows ?? 0,
    notLogs,
    leftOut,
    problems: problems.map(({ name, error }) => ({ name, message: describeProblem(error) })),
  };
}

async function judgementOf(
  set: LogSet,
  settings: LogSettings,
  addressData: AddressDataSource | undefined,
): Promise<Judgement> {
  const { findings, allowed } = analyseSet(set, settings, await networkLookup(set.table, addressData));
  return { findings, allowed };
}
