import { apacheErrorFormat, apacheErrorZonedFormat } from './apacheError';
import { apacheSyslogErrorFormat, apacheSyslogErrorZonedFormat } from './apacheSyslogError';
import { fail2banFormat } from './banMessage';
import { bareRequestFormat } from './bareRequest';
import { briefAccessFormat } from './briefAccess';
import { cloudFrontFormat, cloudFrontRealTimeFormat } from './cloudFront';
import { cloudStorageFormat } from './cloudStorage';
import { combinedFormat } from './combined';
import { commonFormat } from './common';
import { containerFormat, dockerFormat } from './containers';
import { elbFormat } from './elb';
import { envoyFormat } from './envoy';
import { forwardedFormat } from './forwarded';
import { ftpAndMailFormats } from './ftpAndMail';
import { pureFtpdClfFormat } from './ftpClf';
import { haproxyFormat, haproxyTcpFormat } from './haproxy';
import { iisFieldsFormat } from './iisFields';
import { jsonLinesFormat } from './jsonLines';
import { lighttpdErrorFormat } from './lighttpdError';
import { liteSpeedFormat } from './liteSpeed';
import { liteSpeedErrorFormat } from './liteSpeedError';
import type { LogFormat } from './logFormat';
import { logfmtFormat } from './logfmt';
import { ltsvFormat } from './ltsv';
import { modSecurityAuditFormat } from './modSecurityAudit';
import { modSecurityJsonFormat, modSecurityJsonZonedFormat } from './modSecurityJson';
import { nginxErrorFormat } from './nginxError';
import { nginxProxyManagerFormat } from './nginxProxyManager';
import { phpErrorFormat, phpFpmFormat } from './phpError';
import { phpFpmAccessFormat } from './phpFpmAccess';
import { phpServerFormat } from './phpServer';
import { pythonHttpFormat, uvicornFormat } from './pythonServers';
import { s3Format } from './s3';
import { serviceLogFormat, zonedServiceLogFormat } from './serviceLog';
import { siteGuardFormat } from './siteGuard';
import { squidFormat } from './squid';
import { sslRequestFormat } from './sslRequest';
import { syslogFormat } from './syslog';
import { timeFirstFormat } from './timeFirst';
import { timedMessageFormat, timedMessageZonedFormat } from './timedMessage';
import { uwsgiFormat } from './uwsgi';
import { varnishFormat } from './varnish';
import { untimedErrorFormat } from './untimedError';
import { vhostCombinedFormat } from './vhostCombined';
import { vhostCommonFormat } from './vhostCommon';
import { w3cFormat } from './w3c';

/** The formats of whole lines, the strictest first. */
const lineFormats: readonly LogFormat[] = [
  modSecurityJsonFormat,
  modSecurityJsonZonedFormat,
  jsonLinesFormat,
  ltsvFormat,
  logfmtFormat,
  w3cFormat,
  iisFieldsFormat,
  cloudFrontFormat,
  cloudFrontRealTimeFormat,
  cloudStorageFormat,
  elbFormat,
  s3Format,
  haproxyFormat,
  haproxyTcpFormat,
  sslRequestFormat,
  nginxProxyManagerFormat,
  envoyFormat,
  uvicornFormat,
  uwsgiFormat,
  phpServerFormat,
  siteGuardFormat,
  squidFormat,
  ...ftpAndMailFormats,
  modSecurityAuditFormat,
  apacheErrorFormat,
  apacheErrorZonedFormat,
  apacheSyslogErrorFormat,
  apacheSyslogErrorZonedFormat,
  nginxErrorFormat,
  phpErrorFormat,
  phpFpmFormat,
  phpFpmAccessFormat,
  lighttpdErrorFormat,
  fail2banFormat,
  liteSpeedErrorFormat,
  liteSpeedFormat,
  vhostCombinedFormat,
  vhostCommonFormat,
  forwardedFormat,
  combinedFormat,
  commonFormat,
  briefAccessFormat,
  bareRequestFormat,
  timeFirstFormat,
  varnishFormat,
  pythonHttpFormat,
  pureFtpdClfFormat,
  timedMessageFormat,
  timedMessageZonedFormat,
  untimedErrorFormat,
];

/** Every format that logs are read in, the strictest first: a line is tried in this order where the log's own format fails. */
export const logFormats: readonly LogFormat[] = formatsWith([]);

/** Every format and some of the user's, which come first. */
export function formatsWith(userFormats: readonly LogFormat[]): readonly LogFormat[] {
  const all = [...userFormats, ...lineFormats];
  return [
    ...userFormats,
    dockerFormat(all),
    containerFormat(all),
    serviceLogFormat,
    zonedServiceLogFormat,
    syslogFormat(all),
    ...lineFormats,
  ];
}
