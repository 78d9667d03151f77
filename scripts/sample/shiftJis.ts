import { TextDecoder } from 'node:util';

/**
 * Encodes text as Shift_JIS (https://encoding.spec.whatwg.org/#shift_jis) by turning the platform's decoder round: every
 * pair of bytes is decoded once, and the first that gives a character writes it. Throws on a character that isn't there.
 */
export function encodeShiftJis(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...bytesOf(character));
  }
  return Uint8Array.from(bytes);
}

const pairs = new Map<string, readonly [lead: number, trail: number]>();

function bytesOf(character: string): readonly [lead: number, trail: number] {
  if (pairs.size === 0) fillPairs();
  const pair = pairs.get(character);
  if (pair === undefined) throw new RangeError(`Shift_JIS has no ${character}.`);
  return pair;
}

/** Leads stop at 0x9F: levels one of JIS X 0208 and its neighbours, which is all that a page of this site needs. */
function fillPairs(): void {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  for (let lead = 0x81; lead <= 0x9f; lead += 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const character = decodePair(decoder, lead, trail);
      if (character !== undefined && !pairs.has(character)) pairs.set(character, [lead, trail]);
    }
  }
}

function decodePair(decoder: TextDecoder, lead: number, trail: number): string | undefined {
  try {
    const text = decoder.decode(Uint8Array.of(lead, trail));
    return text.length === 1 ? text : undefined;
  } catch {
    // Not every pair stands for a character; the decoder says so by throwing.
    return undefined;
  }
}
