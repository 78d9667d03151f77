/**
 * Undoes how the body of a part was made fit for transfer (RFC 2045 §6). Never throws: what is broken stays as it is.
 * @param body bytes in a string (Latin-1)
 */
export function decodeTransfer(body: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return Buffer.from(quotedPrintable(body), 'latin1');
    default:
      return Buffer.from(body, 'latin1');
  }
}

/** Undoes `=E3=81=82` and `=` at the end of lines (RFC 2045 §6.7). */
export function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line).trimEnd())
    .map((line) => (line.endsWith('=') ? line.slice(0, -1) : `${line}\n`))
    .join('')
    .replaceAll(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
