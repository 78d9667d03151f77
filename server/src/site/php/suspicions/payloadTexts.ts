import { DECODERS } from '../fold/decoders';
import { decodedCode } from './decodedCode';
import type { Search, Witness } from './witness';

/** Texts shorter than this hold no payload worth hiding. */
const SHORTEST = 160;
/** How many long texts of a file are looked into. */
const MOST = 24;

/** A text that holds PHP: an opening tag, or a call behind an assignment to a variable. */
const LOOKS_LIKE_PHP = /<\?php|<\?=|<\?\s|\$\w+\s*=\s*[^;]{1,200};|eval\s*\(/;

/** A script for another interpreter, or a program for Linux or Windows. */
const PROGRAM = /^(?:#!\s*\/(?:usr\/)?bin\/|\u007fELF|MZ\u0090)/;

/** Malicious code kept as a text, plain or encoded, to be written elsewhere or run in a way that folding did not see. */
export const findPayloadTexts: Search = ({ state, readPayload }) => {
  const witnesses: Witness[] = [];
  const looked = new Set<string>();
  for (const [node, text] of state.literals) {
    if (text.length < SHORTEST || looked.has(text) || looked.size >= MOST) continue;
    const payload = plain(text);
    if (payload === undefined) continue;
    looked.add(text);
    const tagged = payload.includes('<?');
    if (PROGRAM.test(payload) && payload !== text) {
      witnesses.push({ signal: 'payloadInPayload', strength: 'strong', node, decoded: decodedCode(payload) });
      continue;
    }
    const facts = readPayload(payload, !tagged);
    const strong = facts?.suspicions.filter((one) => one.strength === 'strong') ?? [];
    // Instructions and tests quote a dangerous line or two as it is; only hidden code is judged by a single sign.
    const signs = new Set(strong.map((one) => one.signal)).size;
    if (signs < (payload === text ? 2 : 1)) continue;
    const decoded = payload === text ? undefined : decodedCode(payload, facts);
    witnesses.push({ signal: 'payloadInPayload', strength: 'strong', node, decoded });
  }
  return witnesses;
};

/** The text as PHP, decoded if need be; `undefined` when it is none. */
function plain(text: string): string | undefined {
  if (LOOKS_LIKE_PHP.test(text)) return text;
  const head = text.slice(0, 400);
  const decoder = /^[A-Za-z\d+/=\s]+$/.test(head)
    ? /^[\da-fA-F]+$/.test(head)
      ? 'hex2bin'
      : 'base64_decode'
    : /%[\da-fA-F]{2}/.test(head)
      ? 'rawurldecode'
      : undefined;
  const decoded = decoder ? DECODERS[decoder]?.(text) : undefined;
  if (decoded !== undefined && PROGRAM.test(decoded)) return decoded;
  return decoded !== undefined && LOOKS_LIKE_PHP.test(decoded) ? decoded : undefined;
}
