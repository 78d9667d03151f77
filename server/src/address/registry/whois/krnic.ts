import { parseSpan } from '../../addressSpan';
import type { FoundNetwork } from '../foundNetwork';
import { mailAddresses, registryDate, registryLines, registryText } from '../registryText';
import { answerLines, firstOf, valuesOf, type WhoisObject } from './attributes';

/** Where the description of a network begins: `[ 네트워크 할당 정보 ]`, `[ Network Information ]`. */
const HEADING = /^\[.*\]$/;
const LINE = /^([^:]{2,40}?)\s*:\s+(.*)$/;

/**
 * Networks of an answer of KRNIC, which says everything in Korean first and then in English; the English parts are what is read,
 * the Korean ones where there are none.
 */
export function readKrnic(text: string): FoundNetwork[] {
  const networks = sectionsOf(text).flatMap(readNetwork);
  const english = networks.filter(({ isEnglish }) => isEnglish);
  return (english.length > 0 ? english : networks).map(({ network }) => network);
}

function sectionsOf(text: string): WhoisObject[] {
  const sections: [string, string][][] = [[]];
  for (const line of answerLines(text)) {
    const parts = LINE.exec(line);
    if (HEADING.test(line)) sections.push([]);
    else if (parts !== null) sections.at(-1)!.push([parts[1]!.trim().toLowerCase(), parts[2]!]);
  }
  return sections;
}

function readNetwork(section: WhoisObject): { readonly network: FoundNetwork; readonly isEnglish: boolean }[] {
  const english = firstOf(section, 'ipv4 address', 'ipv6 address');
  const span = parseSpan(english ?? firstOf(section, 'ipv4주소', 'ipv6주소') ?? '');
  if (span === undefined) return [];
  const network: FoundNetwork = {
    span,
    netname: registryText(firstOf(section, 'service name', '서비스명', 'network name', '네트워크 이름')),
    description: registryLines(valuesOf(section, 'network type', '네트워크 구분')),
    organisation: registryText(firstOf(section, 'organization name', '기관명')),
    country: 'KR',
    abuse: mailAddresses(valuesOf(section, 'e-mail', '전자우편')),
    registered: registryDate(firstOf(section, 'registration date', '할당일자', '등록일자')),
    registry: 'KRNIC',
  };
  return [{ network, isEnglish: english !== undefined }];
}
