import type { ConnectedSite } from '../../site/siteModel';
import type { Rule } from '../rule';
import { disguisedPhp } from './disguisedPhp';
import { noPermissionFile } from './noPermissionFile';
import { orphanedMailer } from './orphanedMailer';
import { phpInUploadFolder } from './phpInUploadFolder';
import { suspiciousCode } from './suspiciousCode';
import { unprotectedMailer } from './unprotectedMailer';

/** All rules about site folders; settings, documentation and the audit are made from this table. */
export const siteRules: readonly Rule<ConnectedSite>[] = [
  noPermissionFile,
  suspiciousCode,
  disguisedPhp,
  orphanedMailer,
  phpInUploadFolder,
  unprotectedMailer,
];
