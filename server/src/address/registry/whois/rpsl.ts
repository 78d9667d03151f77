import { parseSpan } from '../../addressSpan';
import type { FoundNetwork } from '../foundNetwork';
import { mailAddresses, registryCountry, registryDate, registryLines, registryText } from '../registryText';
import { firstOf, readObjects, valuesOf, type WhoisObject } from './attributes';

/** The line in which APNIC, RIPE and AFRINIC say outside of any object whom to complain to. */
const ABUSE_REMARK = /^% Abuse contact for .{0,120} is '([^']{0,254})'/gm;

/** Networks of an answer in RPSL (RFC 2622), as APNIC, the RIPE NCC and AFRINIC give them. */
export function readRpsl(text: string): FoundNetwork[] {
  const objects = readObjects(text);
  const remark = mailAddresses([...text.matchAll(ABUSE_REMARK)].map(([, mail]) => mail));
  return objects.flatMap((object) => readNetwork(object, objects, remark));
}

function readNetwork(object: WhoisObject, all: readonly WhoisObject[], remark: readonly string[]): FoundNetwork[] {
  const span = parseSpan(firstOf(object, 'inetnum', 'inet6num') ?? '');
  // LACNIC's networks have owners.
  if (span === undefined || firstOf(object, 'owner') !== undefined) return [];
  return [
    {
      span,
      netname: registryText(firstOf(object, 'netname')),
      description: registryLines(valuesOf(object, 'descr')),
      organisation: registryText(organisationOf(object, all)),
      country: registryCountry(firstOf(object, 'country')),
      abuse: remark.length > 0 ? remark : abuseAddresses(object, all),
      registered: registryDate(firstOf(object, 'created')),
      changed: registryDate(firstOf(object, 'last-modified', 'changed')),
      registry: registryText(firstOf(object, 'source')?.split('#', 1)[0]),
    },
  ];
}

function organisationOf(object: WhoisObject, all: readonly WhoisObject[]): string | undefined {
  const handle = firstOf(object, 'org');
  return handle && firstOf(all.find((each) => firstOf(each, 'organisation') === handle) ?? [], 'org-name');
}

/** Addresses of the contacts that the network names for abuse, where the answer has them. */
function abuseAddresses(object: WhoisObject, all: readonly WhoisObject[]): string[] {
  const handles = new Set(valuesOf(object, 'mnt-irt', 'abuse-c'));
  const contacts = all.filter((each) => valuesOf(each, 'irt', 'nic-hdl').some((handle) => handles.has(handle)));
  const named = mailAddresses(contacts.flatMap((each) => valuesOf(each, 'abuse-mailbox')));
  if (named.length > 0) return named;
  const others = mailAddresses(all.flatMap((each) => valuesOf(each, 'abuse-mailbox')));
  return others.length > 0 ? others : mailAddresses(contacts.flatMap((each) => valuesOf(each, 'e-mail')));
}
