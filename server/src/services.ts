import type { Connection } from 'vscode-languageserver';
import type { AddressDataSource } from './address/addressDataSource';
import type { DiagnosticBoard } from './diagnosticBoard';
import type { Disk } from './disk';
import type { IncidentLogs } from './features/dashboard/countedLog';
import type { KnownNetworks } from './features/knownNetworks';
import type { NetworkRuntime } from './features/registries/registryRequests';
import type { Language } from './jobs';
import type { JudgedLogSets } from './judgedLogs';
import type { LogPublisher } from './logPublisher';
import type { LogStore } from './logStore';
import type { Answer, ErrorLog } from './runner';
import type { NetworkAccess } from './protocol';
import type { Settings } from './settings';
import type { PublishedFiles } from './site/known/published/publishedFiles';
import type { SiteStore } from './siteStore';
import type { TemporaryFiles } from './temporaryFiles';
import type { JobRunner } from './workerThread';

/** What the server needs of the machine; tests inject their own. */
export interface Runtime {
  readonly disk: Disk;
  readonly runJob: JobRunner;
  readonly addressData: AddressDataSource;
  readonly network: NetworkRuntime;
  /** A language with its messages, for texts that somebody else is to read; English where there are none. */
  readonly languageOf: (locale: string) => Promise<Language>;
}

/** What work is done with, as it is now: the user changes settings. */
export interface Tools extends Runtime {
  readonly language: Language;
  readonly settings: Settings;
  /** Absent where the client offers no storage. */
  readonly files: TemporaryFiles | undefined;
  /** Where audits keep what they learnt of files; `undefined` where the client offers no storage. */
  readonly cacheFolder: string | undefined;
  /** What the makers of products of a folder (a URI) publish about their files; nothing where nobody was asked. */
  readonly published: (folder: string) => readonly PublishedFiles[];
}

/** What the handlers of a connection look things up in. */
export interface Services {
  readonly connection: Connection;
  readonly answer: Answer;
  readonly log: ErrorLog;
  readonly tools: () => Promise<Tools>;
  readonly logs: LogStore;
  readonly incidentLogs: IncidentLogs;
  /** What was found in logs that were read together. */
  readonly judgedLogs: JudgedLogSets;
  readonly sites: SiteStore;
  readonly board: DiagnosticBoard;
  readonly publisher: LogPublisher;
  /** What may be asked on the internet now. */
  readonly access: () => NetworkAccess;
  /** What is known of networks, offline and from registries. */
  readonly networks: () => Promise<KnownNetworks>;
}
