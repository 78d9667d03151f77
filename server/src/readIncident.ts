import path from 'node:path';
import type { AddressDataSource } from './address/addressDataSource';
import { auditSiteFolder } from './auditSiteFolder';
import type { Disk } from './disk';
import { joinIncident, type Incident } from './incident/incident';
import type { HostList } from './incident/list/hostList';
import { readHostList } from './incident/list/readHostList';
import { readHostNotice } from './incident/notice/readHostNotice';
import { openModel } from './log/logModel';
import { analyseSet, type SetAnalysis } from './logAnalysis';
import { networkLookup } from './networkLookup';
import type { OpenPartReader } from './partReader';
import { readLogSet } from './readLogSet';
import { DEFAULT_LOG_SETTINGS } from './settings';
import type { SiteAudit } from './site/auditSite';
import { decodeText } from './site/decodeText';
import type { ReadFilesElsewhere } from './site/siteModel';

/** A host's mail is never larger, in bytes. */
const LARGEST_NOTICE = 1024 * 1024;
/** A hundred thousand paths take about ten, in bytes. */
const LARGEST_LIST = 64 * 1024 * 1024;

/** Where the parts of an incident lie, as the disk names them. Any may be missing. */
export interface IncidentPlaces {
  /** File with the host's mail. */
  readonly notice?: string;
  /** File with the host's list of bad files. */
  readonly list?: string;
  /** Logs, folders and archives of logs. */
  readonly logs: readonly string[];
  /** Copy of the site, a folder. */
  readonly site?: string;
}

/** Ways to other processors and to what is bundled; each may be missing. */
export interface IncidentMeans {
  readonly openElsewhere?: OpenPartReader;
  readonly readElsewhere?: ReadFilesElsewhere;
  readonly addressData?: AddressDataSource;
}

/** An incident put together, and what was missing for it. */
export interface IncidentReading {
  readonly incident: Incident;
  readonly list?: HostList;
  /** What could not be read, by its name. */
  readonly problems: readonly { readonly name: string; readonly error: unknown }[];
}

/** Reads all parts of an incident and joins them. A part that can't be read is told of, and the others are used. */
export async function readIncident(
  disk: Disk,
  places: IncidentPlaces,
  means: IncidentMeans = {},
): Promise<IncidentReading> {
  const problems: { name: string; error: unknown }[] = [];
  const attempt = async <T>(name: string | undefined, read: (name: string) => Promise<T>): Promise<T | undefined> =>
    name === undefined
      ? undefined
      : read(name).catch((error: unknown) => {
          problems.push({ name, error });
          return undefined;
        });
  const notice = await attempt(places.notice, async (file) =>
    readHostNotice(await readText(disk, file, LARGEST_NOTICE)),
  );
  const list = await attempt(places.list, async (file) => readHostList(await readText(disk, file, LARGEST_LIST)));
  const site = await attempt(places.site, (root) => auditedSite(disk, root, means));
  const reading = await readLogSet(disk, places.logs, {
    settings: DEFAULT_LOG_SETTINGS,
    openElsewhere: means.openElsewhere,
  });
  problems.push(...reading.problems);
  const logs = reading.set && (await judgedLogs(reading.set, means));
  const empty = new Set(site?.empty);
  const incident = joinIncident({
    notice,
    list,
    site,
    siteName: places.site && path.basename(path.resolve(places.site)),
    isEmpty: (file) => empty.has(file),
    ...(logs && { model: openModel(logs.model), logFindings: logs.findings }),
  });
  return { incident, ...(list && { list }), problems };
}

async function readText(disk: Disk, file: string, maximumBytes: number): Promise<string> {
  return decodeText(await disk.read(file, maximumBytes)).text;
}

function auditedSite(disk: Disk, root: string, { readElsewhere }: IncidentMeans): Promise<SiteAudit> {
  return auditSiteFolder(disk, { root, settings: {}, exclude: [], cacheFolder: undefined }, undefined, readElsewhere);
}

async function judgedLogs(set: Parameters<typeof analyseSet>[0], { addressData }: IncidentMeans): Promise<SetAnalysis> {
  return analyseSet(set, DEFAULT_LOG_SETTINGS, await networkLookup(set.table, addressData));
}
