import type { ConnectedSite } from '../../site/siteModel';
import type { Rule } from '../rule';
import { cardSkimmer } from './cardSkimmer';
import { cryptoMiner } from './cryptoMiner';
import { dangerousTool } from './dangerousTool';
import { differsFromCleanCopy } from './differsFromCleanCopy';
import { disguisedPhp } from './disguisedPhp';
import { exposedSecret } from './exposedSecret';
import { fakePrompt } from './fakePrompt';
import { handlerOnOtherFiles } from './handlerOnOtherFiles';
import { hiddenFrame } from './hiddenFrame';
import { hiddenLinks } from './hiddenLinks';
import { hiddenSettings } from './hiddenSettings';
import { injectedScript } from './injectedScript';
import { mailLeftover } from './mailLeftover';
import { misleadingName } from './misleadingName';
import { noPermissionFile } from './noPermissionFile';
import { oddSchedule } from './oddSchedule';
import { openPermissions } from './openPermissions';
import { orphanedMailer } from './orphanedMailer';
import { ownYaraRule } from './ownYaraRule';
import { phpInUploadFolder } from './phpInUploadFolder';
import { phpLimitsLifted } from './phpLimitsLifted';
import { prependedFile } from './prependedFile';
import { redirectToOtherSite } from './redirectToOtherSite';
import { scriptAllowList } from './scriptAllowList';
import { scriptRedirect } from './scriptRedirect';
import { serverProtectionOff } from './serverProtectionOff';
import { suspiciousCode } from './suspiciousCode';
import { timeOutlier } from './timeOutlier';
import { unknownCoreFile } from './unknownCoreFile';
import { unprotectedMailer } from './unprotectedMailer';
import { wordPressConfiguration } from './wordPressConfiguration';

/** All rules about site folders; settings, documentation and the audit are made from this table. */
export const siteRules: readonly Rule<ConnectedSite>[] = [
  noPermissionFile,
  suspiciousCode,
  ownYaraRule,
  differsFromCleanCopy,
  unknownCoreFile,
  dangerousTool,
  disguisedPhp,
  injectedScript,
  cardSkimmer,
  scriptRedirect,
  hiddenFrame,
  fakePrompt,
  cryptoMiner,
  hiddenLinks,
  orphanedMailer,
  phpInUploadFolder,
  unprotectedMailer,
  handlerOnOtherFiles,
  scriptAllowList,
  redirectToOtherSite,
  prependedFile,
  hiddenSettings,
  serverProtectionOff,
  phpLimitsLifted,
  wordPressConfiguration,
  oddSchedule,
  misleadingName,
  exposedSecret,
  openPermissions,
  timeOutlier,
  mailLeftover,
];
