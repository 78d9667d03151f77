/** UTF-16 units that are encoded at a time: about a millisecond of work. */
const PIECE_LENGTH = 1024 * 1024;

/** A large text as UTF-8 in memory that threads share, made in pieces so that the message loop goes on between them. */
export async function encodeText(text: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < text.length;) {
    const end = endOfPiece(text, at + PIECE_LENGTH);
    const piece = new TextEncoder().encode(text.slice(at, end));
    pieces.push(piece);
    length += piece.length;
    at = end;
    if (at < text.length) await new Promise(setImmediate);
  }
  return joinPieces(pieces, length);
}

async function joinPieces(pieces: readonly Uint8Array[], length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(new SharedArrayBuffer(length));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
    if (piece.length >= PIECE_LENGTH) await new Promise(setImmediate);
  }
  return bytes;
}

/** Not between the halves of a surrogate pair. */
function endOfPiece(text: string, end: number): number {
  const isHigh = end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return isHigh ? end - 1 : Math.min(end, text.length);
}
