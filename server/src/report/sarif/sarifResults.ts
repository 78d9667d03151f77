import { createHash } from 'node:crypto';
import type { Finding } from '../../rules/finding';
import { terminalText } from '../terminal';
import { sarifLocation, type SarifLocation, type UriBase } from './sarifLocation';
import { sarifMessage, type SarifMessage } from './sarifMessage';
import { levelOf, type SarifLevel, type SarifRule } from './sarifRules';

/** Further places of a finding that are told; programs show each of them. */
const MOST_PLACES = 100;
/** Busiest clients of a finding that are told. */
const MOST_CLIENTS = 20;

/** A finding (SARIF 2.1.0 §3.27). */
interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  /** Where the finding is shown: one place at most (§3.27.12). */
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * Findings as results.
 * @param base folder that their places are named from
 * @param rules the rules of the run; every finding is of one of them
 */
export function sarifResults(base: UriBase, findings: readonly Finding[], rules: readonly SarifRule[]): SarifResult[] {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const identity = identityOf(finding, base);
    const nth = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, nth);
    return resultOf(finding, base, indexes.get(finding.rule) ?? -1, fingerprintOf(identity, nth));
  });
}

function resultOf(finding: Finding, base: UriBase, ruleIndex: number, fingerprint: string): SarifResult {
  const { rule, severity, title, detail, places } = finding;
  const [shown, ...others] = places;
  const related = eachOnce(others.slice(0, MOST_PLACES).map((place) => sarifLocation(place, base)));
  return {
    ruleId: rule,
    ruleIndex,
    level: levelOf(severity),
    message: sarifMessage(title, detail),
    locations: shown === undefined ? [] : [sarifLocation(shown, base)],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { 'logSiteAudit/v1': fingerprint },
    properties: propertiesOf(finding, Math.max(0, others.length - MOST_PLACES)),
  };
}

/** No two related locations of a result may say the same (§3.27.22). */
function eachOnce(locations: readonly SarifLocation[]): SarifLocation[] {
  return [...new Map(locations.map((location) => [JSON.stringify(location), location])).values()];
}

/** What the format has no place for. */
function propertiesOf(finding: Finding, hidden: number): Readonly<Record<string, unknown>> {
  const { certainty, advice, count, first, last, clients, placesTruncated = 0 } = finding;
  const placesLeftOut = hidden + placesTruncated;
  return {
    advice: terminalText(advice),
    ...(certainty !== undefined && { certainty }),
    ...(count !== undefined && { count }),
    ...(first !== undefined && { first, last }),
    ...(clients.length > 0 && {
      clients: clients.slice(0, MOST_CLIENTS).map((each) => ({ ...each, address: terminalText(each.address) })),
      clientCount: clients.length,
    }),
    ...(placesLeftOut > 0 && { placesLeftOut }),
  };
}

/** What stays the same when lines move and counts grow (§3.27.17). */
function identityOf({ rule, places, clients, endpoints }: Finding, base: UriBase): string {
  const [endpoint] = endpoints;
  return JSON.stringify([rule, base, places[0]?.file, clients[0]?.address, endpoint?.method, endpoint?.path]);
}

/** @param nth among those of the same identity, from 1 */
function fingerprintOf(identity: string, nth: number): string {
  return `${createHash('sha256').update(identity).digest('hex')}:${nth}`;
}
