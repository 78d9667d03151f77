import type { LogModel } from '../log/logModel';
import type { Finding } from '../rules/finding';
import type { SiteAudit } from '../site/auditSite';
import type { SiteKnowledge } from '../site/pathIndex';
import type { HadFile } from './hadFiles';
import type { HostList } from './list/hostList';
import type { PrefixRule } from './locate/prefixRules';
import type { HostNotice } from './notice/hostNotice';

/** What an incident is put together from; each part may be missing. */
export interface IncidentSources {
  readonly notice?: HostNotice;
  readonly list?: HostList;
  /** All logs of the account together. */
  readonly model?: LogModel;
  readonly logFindings?: readonly Finding[];
  readonly site?: Pick<SiteAudit, 'paths' | 'findings'> &
    Partial<Pick<SiteAudit, 'hardening' | 'products' | 'times' | 'mailers' | 'routes'>>;
  /** Name of the folder that holds the copy of the site. */
  readonly siteName?: string;
  /** What else is known of the copy's document roots. */
  readonly siteKnowledge?: SiteKnowledge;
  /** Whether a file of the copy is empty. */
  readonly isEmpty?: (file: string) => boolean;
  /** Files to act on that the copy had when the incident was put together before. */
  readonly hadFiles?: readonly HadFile[];
  /** How folders of the server lie in the copy, as the user confirmed it. */
  readonly prefixRules?: readonly PrefixRule[];
}
