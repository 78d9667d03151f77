import { parseSpan } from '../../addressSpan';
import type { FoundNetwork } from '../foundNetwork';
import { mailAddresses, registryCountry, registryDate, registryText } from '../registryText';
import { firstOf, readObjects, valuesOf, type WhoisObject } from './attributes';

/** Networks of an answer of LACNIC or NIC.br: alike to RPSL, with owners, short networks (`200.7.84/23`) and dates of digits. */
export function readLacnic(text: string): FoundNetwork[] {
  const objects = readObjects(text);
  return objects.flatMap((object) => readNetwork(object, objects));
}

function readNetwork(object: WhoisObject, all: readonly WhoisObject[]): FoundNetwork[] {
  const span = parseSpan(firstOf(object, 'inetnum', 'inet6num') ?? '');
  const owner = firstOf(object, 'owner');
  if (span === undefined || owner === undefined) return [];
  return [
    {
      span,
      netname: registryText(firstOf(object, 'netname', 'ownerid')),
      description: [],
      organisation: registryText(owner),
      country: registryCountry(firstOf(object, 'country')),
      abuse: abuseAddresses(object, all),
      registered: registryDate(firstOf(object, 'created')),
      changed: registryDate(firstOf(object, 'changed')),
    },
  ];
}

function abuseAddresses(object: WhoisObject, all: readonly WhoisObject[]): string[] {
  const handle = firstOf(object, 'abuse-c');
  const contacts = all.filter(
    (each) => handle !== undefined && valuesOf(each, 'nic-hdl', 'nic-hdl-br').includes(handle),
  );
  return mailAddresses(contacts.flatMap((each) => valuesOf(each, 'e-mail')));
}
