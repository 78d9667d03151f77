import { decodeText } from '../../decodeText';
import { toBuffer } from '../fold/bytes';
import type { DecodedCode, PhpFacts } from '../phpFacts';

/** As much as a reader needs to see what it is, in characters. */
const SHOWN = 4000;
/** Characters that `SHOWN` characters take when they come as bytes: UTF-8 has up to four for one. */
const SHOWN_BYTES = 4 * SHOWN;
/** A character in UTF-8 that was cut in two. */
const CUT_CHARACTER = /[\u00c0-\u00ff][\u0080-\u00bf]{0,2}$/;

/**
 * The beginning of decoded code for a reader, in the encoding that its bytes suggest.
 * @param payload what was found in it when it was read as code: where that hides code in turn, the last layer is shown.
 */
export function decodedCode(code: string, payload?: PhpFacts): DecodedCode {
  const inner = payload?.suspicions.find(({ decoded }) => decoded !== undefined)?.decoded;
  if (inner) return inner;
  const cut = code.length > SHOWN_BYTES;
  const { text } = decodeText(toBuffer(cut ? code.slice(0, SHOWN_BYTES).replace(CUT_CHARACTER, '') : code));
  return { text: text.slice(0, SHOWN), truncated: cut || text.length > SHOWN };
}
