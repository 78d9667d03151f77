import { parseSpan } from '../../addressSpan';
import type { FoundNetwork } from '../foundNetwork';
import { mailAddresses, registryDate, registryText } from '../registryText';
import { answerLines, firstOf, valuesOf, type WhoisObject } from './attributes';

/** A line of an answer: `a. [IPネットワークアドレス]  192.0.2.0/24`, `[Last Update]  2010/05/18 16:37:03(JST)`. */
const LINE = /^(?:[a-z]\.\s*)?\[([^\]]{1,40})\]\s*(.*)$/;

/**
 * The network of an answer of JPNIC, in Japanese or in English (`ADDRESS/e`).
 * Source: https://www.nic.ad.jp/ja/whois/ja-gateway.html and the answers of whois.nic.ad.jp.
 */
export function readJpnic(text: string): FoundNetwork[] {
  const object: WhoisObject = answerLines(text).flatMap((line) => {
    const parts = LINE.exec(line.trim());
    return parts === null ? [] : [[parts[1]!.trim().toLowerCase(), parts[2]!] as const];
  });
  const span = parseSpan(
    firstOf(object, 'ipネットワークアドレス', 'network number', 'ipv6 prefix', 'ipv6プレフィックス') ?? '',
  );
  if (span === undefined) return [];
  return [
    {
      span,
      netname: registryText(firstOf(object, 'ネットワーク名', 'network name')),
      description: [],
      organisation: registryText(firstOf(object, '組織名', 'organization')),
      country: 'JP',
      abuse: mailAddresses(valuesOf(object, 'abuse')),
      registered: registryDate(firstOf(object, '割当年月日', '割振年月日', 'assigned date', 'allocated date')),
      changed: registryDate(firstOf(object, '最終更新', 'last update')),
      registry: 'JPNIC',
    },
  ];
}
