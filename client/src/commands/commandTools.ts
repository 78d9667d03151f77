import type * as vscode from 'vscode';
import type { LogFolderSummaries } from '../editors/logFolderSummaries';
import type { Guides } from '../editors/guides';
import type { Dashboards } from '../dashboard/dashboards';
import type { LogViews } from '../editors/logView/logViews';
import type { CleanCopies } from '../cleanCopies';
import type { FindingWalk } from '../findingWalk';
import type { Incidents } from '../incident/incidents';
import type { LazyServer } from '../lazyServer';
import type { LogClients } from '../logClients';
import type { KnownLogs } from '../logs/knownLogs';
import type { LookUpConsent } from '../lookUps/lookUpConsent';
import type { Quarantine } from '../quarantine/quarantine';
import type { SiteAudits } from '../siteAudits';
import type { SiteView } from '../views/siteView';

/** What commands work with. */
export interface CommandTools {
  readonly context: vscode.ExtensionContext;
  readonly server: LazyServer;
  readonly audits: SiteAudits;
  readonly cleanCopies: CleanCopies;
  readonly clients: LogClients;
  readonly consent: LookUpConsent;
  readonly quarantine: Quarantine;
  readonly siteView: SiteView;
  readonly summaries: LogFolderSummaries;
  readonly knownLogs: KnownLogs;
  readonly findingWalk: FindingWalk;
  readonly logViews: LogViews;
  readonly dashboards: Dashboards;
  readonly incidents: Incidents;
  readonly guides: Guides;
}
