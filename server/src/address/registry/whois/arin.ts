import { parseSpan } from '../../addressSpan';
import type { FoundNetwork } from '../foundNetwork';
import { mailAddresses, registryCountry, registryDate, registryText } from '../registryText';
import { firstOf, readObjects, valuesOf, type WhoisObject } from './attributes';

/** Types of what ARIN only keeps a note of, as another registry has it. */
const ELSEWHERE = /^(?:Allocated to|Early Registrations)/i;

/**
 * Networks of an answer of ARIN: objects in the order network, organisation, contacts, then the next network.
 * Source: https://www.arin.net/resources/registry/whois/rws/api/ and the answers of whois.arin.net.
 */
export function readArin(text: string): FoundNetwork[] {
  const objects = readObjects(text);
  const starts = objects.flatMap((object, at) => (firstOf(object, 'netrange') === undefined ? [] : [at]));
  return starts.flatMap((at, index) => readNetwork(objects.slice(at, starts[index + 1])));
}

function readNetwork(objects: readonly WhoisObject[]): FoundNetwork[] {
  const [network = []] = objects;
  const span = parseSpan(firstOf(network, 'netrange') ?? '');
  if (span === undefined || ELSEWHERE.test(firstOf(network, 'nettype') ?? '')) return [];
  const holder = objects.find((object) => firstOf(object, 'orgname', 'custname') !== undefined) ?? [];
  // What ARIN calls the organisation has its handle behind: "Example Inc. (EXAMP)".
  const named = registryText(firstOf(network, 'organization', 'customer'))?.replace(/ ?\([\w-]+\)$/, '');
  return [
    {
      span,
      netname: registryText(firstOf(network, 'netname')),
      description: [],
      organisation: registryText(firstOf(holder, 'orgname', 'custname') ?? named),
      country: registryCountry(firstOf(holder, 'country')),
      abuse: mailAddresses(objects.flatMap((object) => valuesOf(object, 'orgabuseemail', 'rabuseemail', 'abuseemail'))),
      registered: registryDate(firstOf(network, 'regdate')),
      changed: registryDate(firstOf(network, 'updated')),
    },
  ];
}
