import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Disk } from './disk';
import type { SiteFileState } from './features/serverFile';
import type { OpenLog } from './logDocument';
import { severityWithCalls } from './incident/calledSeverity';
import { callsOfFiles, type FileCalls } from './incident/fileCalls';
import { callsAndTimesText } from './incident/fileWords';
import { joinedCalls } from './incident/joinedCalls';
import { requestCounts } from './incident/requests/requestCounts';
import { suspectCalls, type SuspectCalls } from './incident/suspectCalls';
import type { FindingOfSite, SiteCalls, SiteFileCalls } from './protocol';
import type { SiteAudit } from './site/auditSite';
import type { MailForm, SiteHardening } from './site/hardening';
import type { PublishedFiles } from './site/known/published/publishedFiles';
import type { Product } from './site/known/products/product';
import { indexPaths, type SitePathIndex } from './site/pathIndex';
import { joinPath } from './site/paths';
import { filesOfRequestPath } from './site/requestPath';
import { keysOf, SiteFindings, type FileFindings } from './siteFindings';
import { probeFolder } from './siteProbe';

interface AuditedSite {
  /** Absolute path of the folder. */
  readonly root: string;
  readonly index: SitePathIndex;
  readonly products: readonly Product[];
  readonly hardening: SiteHardening;
}

/** Calls that a log has of a file that an audit suspects. */
export interface SuspectInLog extends SuspectCalls {
  /** Names the most urgent thing that the audit says of the file. */
  readonly key: FindingOfSite;
}

interface KnownOfLog {
  /** Calls of files with findings: by audited folder (a URI), then by path. */
  readonly calls: ReadonlyMap<string, ReadonlyMap<string, FileCalls>>;
  readonly suspects: readonly SuspectInLog[];
}

/** The site folders that are known: audited ones with all their paths, and the folders that are open in the editor. */
export class SiteStore {
  readonly #disk: Disk;
  readonly #audited = new Map<string, AuditedSite>();
  #folders: string[] = [];
  /** What makers of products publish about their files, by audited folder (a URI). */
  readonly #published = new Map<string, readonly PublishedFiles[]>();
  /** What logs know of files with findings, worked out once for each log and all audits. */
  #known = new WeakMap<OpenLog, KnownOfLog>();

  /** What the audits found, file by file. */
  readonly findings = new SiteFindings();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** The folders open in the editor, as URIs. */
  setFolders(folders: readonly string[]): void {
    this.#folders = [...folders];
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.#folders = [...this.#folders.filter((folder) => !removed.includes(folder)), ...added];
  }

  /** Keeps the paths of an audited folder (a URI), for joining logs with it, and its findings. */
  add(folder: string, audit: SiteAudit): void {
    const path = fileURLToPath(folder);
    const root = audit.isSingleFile ? dirname(path) : path;
    const index = indexPaths(audit.paths, basename(root), { routes: audit.routes });
    this.#audited.set(folder, { root, index, products: audit.products, hardening: audit.hardening });
    this.findings.set(folder, audit.findings, root);
    this.#known = new WeakMap();
  }

  /** Forgets the audits; the folders that are open in the editor stay known. */
  clear(): void {
    this.#audited.clear();
    this.#published.clear();
    this.findings.clear();
    this.#known = new WeakMap();
  }

  /** The program of an audited folder (a URI) that sends mail, by its path; `undefined` where there is none. */
  mailForm(folder: string, path: string): MailForm | undefined {
    return this.#audited.get(folder)?.hardening.mailForms.find((each) => each.path === path);
  }

  /** The products that an audited folder (a URI) is made with; none of a folder that is unknown. */
  products(folder: string): readonly Product[] {
    return this.#audited.get(folder)?.products ?? [];
  }

  /** What the makers of its products publish about their files, which further audits compare with. */
  published(folder: string): readonly PublishedFiles[] {
    return this.#published.get(folder) ?? [];
  }

  /** Keeps the same, in the place of what was known before. */
  setPublished(folder: string, published: readonly PublishedFiles[]): void {
    this.#published.set(folder, published);
  }

  /** The files that the audits suspect and a log saw called. The same array as long as neither changed. */
  suspectsIn(log: OpenLog): readonly SuspectInLog[] {
    return this.#knownOf(log).suspects;
  }

  /**
   * URI of the file that a request path was most probably for; `null` when no known folder has it.
   * @param host the log's virtual host, where it names one: an account's folder may hold several domains
   */
  async find(requestPath: string, host?: string): Promise<string | null> {
    for (const { root, index } of this.#audited.values()) {
      const [file] = filesOfRequestPath(index, requestPath, host);
      if (file !== undefined) return pathToFileURL(joinPath(root, file)).toString();
    }
    for (const folder of this.#folders.filter((each) => isFileUri(each) && !this.#audited.has(each))) {
      const file = await probeFolder(this.#disk, fileURLToPath(folder), requestPath);
      if (file !== undefined) return pathToFileURL(file).toString();
    }
    return null;
  }

  /** Whether a known folder has the file of a request path. */
  async stateOf(requestPath: string, host?: string): Promise<SiteFileState> {
    const uri = await this.find(requestPath, host);
    if (uri !== null) {
      return { kind: 'found', file: this.#shown(fileURLToPath(uri)), uri, findings: this.findings.inFile(uri) };
    }
    return { kind: this.#audited.size + this.#folders.length > 0 ? 'missing' : 'noSite' };
  }

  /** How often each file of an audited folder was called, by all open logs together; nothing of a folder that is unknown. */
  calls(folder: string, logs: readonly OpenLog[]): SiteCalls {
    const site = this.#audited.get(folder);
    const requests: Record<string, number> = Object.create(null) as Record<string, number>;
    if (site === undefined) return { logs: 0, requests, details: {} };
    for (const { model } of logs) {
      for (const [file, count] of requestCounts(model, site.index)) requests[file] = (requests[file] ?? 0) + count;
    }
    return { logs: logs.length, requests, details: this.#details(folder, logs) };
  }

  /** Who called a file with findings, how and when, by all open logs together; `undefined` where none saw it called. */
  callsOf({ folder, file }: Pick<FileFindings, 'folder' | 'file'>, logs: readonly OpenLog[]): FileCalls | undefined {
    const parts = logs.flatMap((log) => this.#knownOf(log).calls.get(folder)?.get(file) ?? []);
    return parts.length === 0 ? undefined : joinedCalls(parts);
  }

  #details(folder: string, logs: readonly OpenLog[]): SiteCalls['details'] {
    const details: Record<string, SiteFileCalls> = Object.create(null) as Record<string, SiteFileCalls>;
    for (const [file, findings] of this.findings.ofFolder(folder)) {
      const calls = this.callsOf({ folder, file }, logs);
      if (calls === undefined) continue;
      const isUrgent = findings.some((finding) => severityWithCalls([finding], calls) !== finding.severity);
      details[file] = { text: callsAndTimesText(calls), isUrgent };
    }
    return details;
  }

  #knownOf(log: OpenLog): KnownOfLog {
    let known = this.#known.get(log);
    if (known === undefined) this.#known.set(log, (known = this.#workOut(log)));
    return known;
  }

  #workOut(log: OpenLog): KnownOfLog {
    const calls = new Map<string, ReadonlyMap<string, FileCalls>>();
    const suspects: SuspectInLog[] = [];
    for (const [folder, { index }] of this.#audited) {
      const found = this.findings.ofFolder(folder);
      const own = callsOfFiles(log.model, index, new Set(found.keys()));
      calls.set(folder, own);
      for (const suspect of suspectCalls(own, index, found, log.findings)) {
        const findings = found.get(suspect.file)!;
        suspects.push({ ...suspect, key: keysOf(folder, findings)[findings.indexOf(suspect.finding)]! });
      }
    }
    return { calls, suspects };
  }

  /** A path as people know it: below the folder that is open or audited. */
  #shown(file: string): string {
    const folders = this.#folders.filter(isFileUri).map((uri) => fileURLToPath(uri));
    const roots = [...[...this.#audited.values()].map(({ root }) => root), ...folders];
    const root = roots.find((each) => file.startsWith(join(each, sep)));
    return root === undefined ? file : joinPath(basename(root), relative(root, file).replaceAll('\\', '/'));
  }
}

function isFileUri(uri: string): boolean {
  return uri.startsWith('file:');
}
