import path from 'node:path';
import type { AddressDataSource } from './address/addressDataSource';
import { auditSiteFolder, type AuditElsewhere, type SiteFolder } from './auditSiteFolder';
import type { Disk } from './disk';
import type { HadFile } from './incident/hadFiles';
import { joinIncident, type Incident } from './incident/incident';
import type { IncidentSources } from './incident/incidentSources';
import type { HostList } from './incident/list/hostList';
import { readHostList } from './incident/list/readHostList';
import { attachedList } from './incident/mail/attachedList';
import { readCopiedText } from './incident/mail/hostText';
import type { PrefixRule } from './incident/locate/prefixRules';
import { readHostNotice } from './incident/notice/readHostNotice';
import type { LogFile } from './log/logModel';
import type { LogSet } from './log/set/logSet';
import { analyseSet, type SetAnalysis } from './logAnalysis';
import type { OpenPartReader } from './partReader';
import { readLogSet } from './readLogSet';
import { DEFAULT_LOG_SETTINGS, type LogSettings } from './settings';
import type { SiteAudit } from './site/auditSite';
import { domainOfPath, type DocumentRoot } from './site/roots/documentRoot';
import type { ReadFilesElsewhere, SiteProgress } from './site/siteModel';
import type { ReadYaraProgram } from './yara/tryYaraRules';

/** What an incident is put together from. Any part may be missing. */
export interface IncidentParts {
  /** Text of the host's mail. */
  readonly notice?: string;
  /** Text of the host's list of bad files. */
  readonly list?: string;
  /** Logs, folders and archives of logs, as the disk names them. */
  readonly logs: readonly string[];
  readonly logSettings?: LogSettings;
  /** Copy of the site, or of the sites of an account. */
  readonly site?: SiteFolder;
  /** Files to act on that the copy had when the incident was put together before. */
  readonly hadFiles?: readonly HadFile[];
  /** How folders of the server lie in the copy, as the user said. */
  readonly prefixRules?: readonly PrefixRule[];
  /** Folders of the copy that are shown as `/` of domains, as the user said. */
  readonly roots?: readonly DocumentRoot[];
}

/** Ways to other processors and to what is bundled; each may be missing. */
export interface IncidentMeans {
  readonly openElsewhere?: OpenPartReader;
  readonly readElsewhere?: ReadFilesElsewhere;
  readonly auditElsewhere?: AuditElsewhere;
  readonly addressData?: AddressDataSource;
  /** For the user's YARA rules. */
  readonly readYaraProgram?: ReadYaraProgram;
  /** Told how far a part is: bytes of logs, files of the site. Both may be under way at once. */
  readonly onProgress?: (part: 'site' | 'logs', done: number, total: number | undefined) => void;
}

/** An incident put together, and what was missing for it. */
export interface IncidentReading {
  readonly incident: Incident;
  readonly list?: HostList;
  /** What the audit of the copy said; absent without a copy, or where it can't be audited. */
  readonly site?: SiteAudit;
  readonly logs: readonly LogFile[];
  /** What the rules made of these logs together; absent without any. */
  readonly analysis?: SetAnalysis;
  /** What could not be read, by its name. */
  readonly problems: readonly { readonly name: string; readonly error: unknown }[];
}

/** Reads all parts of an incident and joins them. A part that can't be read is told of, and the others are used. */
export async function readIncident(
  disk: Disk,
  parts: IncidentParts,
  means: IncidentMeans = {},
): Promise<IncidentReading> {
  const { notice, list: listText, logs: paths, logSettings = DEFAULT_LOG_SETTINGS, site: folder } = parts;
  const problems: { name: string; error: unknown }[] = [];
  const [site, { logs, problems: unread }] = await Promise.all([
    folder &&
      audited(disk, folder, paths.length > 0, means).catch((error: unknown) => {
        problems.push({ name: folder.root, error });
        return undefined;
      }),
    readLogs(disk, paths, logSettings, means),
  ]);
  const mail = notice === undefined ? undefined : readCopiedText(notice);
  const listed = listText ?? (mail && attachedList(mail));
  const list = listed === undefined ? undefined : readHostList(listed);
  const empty = new Set(site?.empty);
  const incident = joinIncident({
    ...(mail && { notice: readHostNotice(mail.text) }),
    list,
    site,
    ...(folder && siteNames(folder, parts.roots)),
    prefixRules: parts.prefixRules,
    isEmpty: (file) => empty.has(file),
    hadFiles: parts.hadFiles,
    ...(logs && { model: logs.model, logFindings: logs.findings }),
  });
  return {
    incident,
    ...(list && { list }),
    ...(site && { site }),
    logs: logs?.model.files ?? [],
    ...(logs && { analysis: logs }),
    problems: [...problems, ...unread],
  };
}

/** What the place of a copy and the user say of its domains. */
function siteNames(
  { root }: SiteFolder,
  roots: readonly DocumentRoot[] | undefined,
): Pick<IncidentSources, 'siteName' | 'siteKnowledge'> {
  const folder = path.resolve(root);
  return { siteName: path.basename(folder), siteKnowledge: { domain: domainOfPath(folder), roots } };
}

/** @param isBesideLogs logs keep this thread busy */
function audited(
  disk: Disk,
  folder: SiteFolder,
  isBesideLogs: boolean,
  { auditElsewhere, readElsewhere, readYaraProgram, onProgress }: IncidentMeans,
): Promise<SiteAudit> {
  if (auditElsewhere !== undefined && isBesideLogs) {
    return auditElsewhere(folder, (files, total) => onProgress?.('site', files, total));
  }
  const progress = ({ files, total }: SiteProgress): void => onProgress?.('site', files, total);
  return auditSiteFolder(disk, folder, progress, readElsewhere, readYaraProgram);
}

async function readLogs(
  disk: Disk,
  paths: readonly string[],
  settings: LogSettings,
  means: IncidentMeans,
): Promise<{ readonly logs?: SetAnalysis; readonly problems: IncidentReading['problems'] }> {
  const { set, problems } = await readLogSet(disk, paths, {
    settings,
    openElsewhere: means.openElsewhere,
    onProgress: (done, total) => means.onProgress?.('logs', done, total),
  });
  return { ...(set && { logs: await judged(set, settings, means) }), problems };
}

async function judged(set: LogSet, settings: LogSettings, { addressData }: IncidentMeans): Promise<SetAnalysis> {
  // Who attacked is told by networks, whatever the rules need them for.
  const { data } = (await addressData?.()) ?? {};
  return analyseSet(set, settings, data && ((address) => data.lookup(address)));
}
