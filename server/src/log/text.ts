const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes as text the way the editor shows them: UTF-8, with U+FFFD for what is not. */
export function utf8Text(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
