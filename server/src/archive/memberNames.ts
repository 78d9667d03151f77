const SEPARATORS = /[\\/]+/;
/** What Windows puts before a whole path. */
const DRIVE = /^[a-zA-Z]:/;

/**
 * Names of the members of one archive: harmless (an archive may say `../../etc/passwd`, RFC-less but old; see CWE-22), with `/`,
 * and each only once. Nothing is written anywhere, but names are shown, compared and looked up.
 */
export class MemberNames {
  readonly #seen = new Map<string, number>();

  /** The name under which a member is known here. */
  add(written: string): string {
    const parts = written.replace(DRIVE, '').split(SEPARATORS);
    const name = parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/') || '-';
    const times = (this.#seen.get(name) ?? 0) + 1;
    this.#seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  }
}

/** A member's name as text: UTF-8, else Shift_JIS, which Windows in Japan writes, else every byte a character. */
export function memberNameText(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding.
    }
  }
  return Buffer.from(bytes).toString('latin1');
}
