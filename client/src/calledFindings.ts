import type { SiteAuditResult, SiteCalls, SiteFileCalls } from '../../server/src/protocol';

/**
 * What an audit found, with what it suspects made urgent in files that many writing requests called.
 * @param audited as the audit says it
 * @param shown what was made of it last, which is kept as long as nothing changes: views and problems would blink
 */
export function resultWithCalls(
  audited: SiteAuditResult,
  calls: SiteCalls | undefined,
  shown: SiteAuditResult,
): SiteAuditResult {
  const findings = audited.findings.map((finding) =>
    finding.severity === 'warning' && callsOfFile(calls, finding.file)?.isUrgent
      ? { ...finding, severity: 'error' as const }
      : finding,
  );
  const isAsShown =
    shown.findings.length === findings.length &&
    findings.every(({ severity }, index) => severity === shown.findings[index]!.severity);
  return isAsShown ? shown : { ...audited, findings };
}

/** What is known of the calls of a file with findings; `undefined` where no log saw it called. */
export function callsOfFile(calls: SiteCalls | undefined, file: string): SiteFileCalls | undefined {
  return calls !== undefined && Object.hasOwn(calls.details, file) ? calls.details[file] : undefined;
}
