/** A text whose characters are bytes (0–255): what PHP's binary functions work on. Other characters become UTF-8. */
export function toBinary(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > 0xff) return Buffer.from(text, 'utf8').toString('latin1');
  }
  return text;
}

export function toBuffer(text: string): Buffer {
  return Buffer.from(toBinary(text), 'latin1');
}

export function fromBuffer(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
