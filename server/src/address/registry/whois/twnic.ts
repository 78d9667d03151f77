import { parseSpan } from '../../addressSpan';
import type { FoundNetwork } from '../foundNetwork';
import { mailAddresses, registryDate, registryText } from '../registryText';
import { answerLines, firstOf, valuesOf, type WhoisObject } from './attributes';

/** A line of an answer, indented or not: `   Netblock: 203.0.113.0/24`. */
const LINE = /^\s*([A-Z][A-Za-z -]{1,40}?)\s*:\s*(.*)$/;

/** The network of an answer of TWNIC: `Name: value` lines, whose value may stand on the lines below instead. */
export function readTwnic(text: string): FoundNetwork[] {
  const object = attributesOf(text);
  const span = parseSpan(firstOf(object, 'netblock') ?? '');
  if (span === undefined) return [];
  return [
    {
      span,
      netname: registryText(firstOf(object, 'netname')),
      description: [],
      organisation: registryText(firstOf(object, 'organization', 'organization name', 'chinese name')),
      country: 'TW',
      abuse: mailAddresses([
        ...valuesOf(object, 'abuse contact', 'spam contact'),
        ...valuesOf(object, 'administrator contact', 'technical contact'),
      ]),
      registered: registryDate(firstOf(object, 'registered date', 'registration date')),
      changed: registryDate(firstOf(object, 'last update', 'updated date')),
      registry: 'TWNIC',
    },
  ];
}

function attributesOf(text: string): WhoisObject {
  const object: [string, string][] = [];
  for (const line of answerLines(text)) {
    const parts = LINE.exec(line);
    const last = object.at(-1);
    if (parts !== null) object.push([parts[1]!.trim().toLowerCase(), parts[2]!]);
    else if (last !== undefined && line !== '') last[1] = `${last[1]} ${line.trim()}`.trim();
  }
  return object;
}
