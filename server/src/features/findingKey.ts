import type { OpenLog } from '../logDocument';
import type { FindingOfLog } from '../protocol';
import type { Finding } from '../rules/finding';

/** Names a finding of a log for those who ask about it later. */
export function keyOf(log: OpenLog, finding: Finding): FindingOfLog {
  let keys = keysOf.get(log);
  if (keys === undefined) keysOf.set(log, (keys = makeKeys(log)));
  return keys.get(finding) ?? { log: log.uri, rule: finding.rule, line: firstLineOf(finding), nth: 0 };
}

/** Keys of the findings of open logs: every lens and every diagnostic asks for one. */
const keysOf = new WeakMap<OpenLog, ReadonlyMap<Finding, FindingOfLog>>();

function makeKeys({ uri, findings }: OpenLog): Map<Finding, FindingOfLog> {
  const alike = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const line = firstLineOf(finding);
      const place = `${finding.rule} ${line}`;
      const nth = alike.get(place) ?? 0;
      alike.set(place, nth + 1);
      return [finding, { log: uri, rule: finding.rule, line, nth }];
    }),
  );
}

/** The finding that a key names; `undefined` when there is none such any more. */
export function findingOf(log: OpenLog, { rule, line, nth }: FindingOfLog): Finding | undefined {
  return log.findings.filter((finding) => finding.rule === rule && firstLineOf(finding) === line)[nth];
}

/** Line (from 1) at which a finding is shown. */
export function firstLineOf({ places }: Pick<Finding, 'places'>): number {
  return places[0]?.line ?? 1;
}
