import type { LogModel } from '../../log/logModel';
import type { Rule } from '../rule';
import { agentSwitching } from './agentSwitching';
import { backDoorHunt } from './backDoorHunt';
import { bandwidthTheft } from './bandwidthTheft';
import { bruteForce } from './bruteForce';
import { cacheBusting } from './cacheBusting';
import { cardTesting } from './cardTesting';
import { cmsEnumeration } from './cmsEnumeration';
import { commentSpam } from './commentSpam';
import { crawl } from './crawl';
import { distributedFlood } from './distributedFlood';
import { dumpDownload } from './dumpDownload';
import { duplicateLogs } from './duplicateLogs';
import { emptyHanded } from './emptyHanded';
import { exploitRules } from './exploits/table';
import { fakeCrawler } from './fakeCrawler';
import { firewallAlert } from './firewallAlert';
import { floodAddress } from './floodAddress';
import { ftpUploadBeforeUse } from './ftpUploadBeforeUse';
import { hotEndpoint } from './hotEndpoint';
import { logGap } from './logGap';
import { loginAfterFailures } from './loginAfterFailures';
import { mailFlood } from './mailFlood';
import { mailFormAbuse } from './mailFormAbuse';
import { mailRelay } from './mailRelay';
import { malformedRequests } from './malformedRequests';
import { mixedTimeZones } from './mixedTimeZones';
import { openProxy } from './openProxy';
import { openRedirect } from './openRedirect';
import { passwordSpraying } from './passwordSpraying';
import { proxyOnlyClients } from './proxyOnlyClients';
import { rateLimited } from './rateLimited';
import { refusedPosts } from './refusedPosts';
import { registrationSpam } from './registrationSpam';
import { sensitiveFileExposed } from './sensitiveFileExposed';
import { sensitiveFileHunt } from './sensitiveFileHunt';
import { serverErrors } from './serverErrors';
import { timeGoingBack } from './timeGoingBack';
import { toolByName } from './toolByName';
import { unreadableLines } from './unreadableLines';
import { userEnumeration } from './userEnumeration';
import { vulnerabilityScan } from './vulnerabilityScan';
import { webShellUse } from './webShellUse';

/** Every rule that reads logs. Adding one: see CONTRIBUTING.md, "A rule". */
export const logRules: readonly Rule<LogModel>[] = [
  floodAddress,
  hotEndpoint,
  distributedFlood,
  crawl,
  cacheBusting,
  agentSwitching,
  bandwidthTheft,
  serverErrors,
  rateLimited,
  mailFormAbuse,
  mailFlood,
  mailRelay,
  commentSpam,
  registrationSpam,
  refusedPosts,
  cardTesting,
  bruteForce,
  passwordSpraying,
  loginAfterFailures,
  vulnerabilityScan,
  malformedRequests,
  cmsEnumeration,
  userEnumeration,
  sensitiveFileHunt,
  sensitiveFileExposed,
  firewallAlert,
  ftpUploadBeforeUse,
  webShellUse,
  backDoorHunt,
  dumpDownload,
  openProxy,
  openRedirect,
  fakeCrawler,
  toolByName,
  emptyHanded,
  logGap,
  timeGoingBack,
  unreadableLines,
  mixedTimeZones,
  proxyOnlyClients,
  duplicateLogs,
  ...exploitRules,
];
