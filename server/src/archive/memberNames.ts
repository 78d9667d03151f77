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
    const name = memberPath(written);
    const times = (this.#seen.get(name) ?? 0) + 1;
    this.#seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  }
}

/** A member's name as a path within its archive, with `/`: never empty, and it leads nowhere else. */
export function memberPath(written: string): string {
  const parts = written.replace(DRIVE, '').split(SEPARATORS);
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/') || '-';
}

/** Whether a careless program would unpack a member of this name outside of the folder that it was told (CWE-22). */
export function leadsOut(written: string): boolean {
  return DRIVE.test(written) || /^[\\/]/.test(written) || written.split(SEPARATORS).includes('..');
}

/** What EUC-JP mostly looks like when it is read as Shift_JIS: half-width katakana, which few names of files have. */
const HALF_WIDTH_KATAKANA = /[\uff61-\uff9f]/;

/** A member's name as text: UTF-8, else Shift_JIS or EUC-JP, which computers in Japan write, else every byte a character. */
export function memberNameText(bytes: Uint8Array): string {
  return strictText(bytes, 'utf-8') ?? japaneseText(bytes) ?? Buffer.from(bytes).toString('latin1');
}

function japaneseText(bytes: Uint8Array): string | undefined {
  const shiftJis = strictText(bytes, 'shift_jis');
  if (shiftJis !== undefined && !HALF_WIDTH_KATAKANA.test(shiftJis)) return shiftJis;
  return strictText(bytes, 'euc-jp') ?? shiftJis;
}

/** The bytes in an encoding; `undefined` when they are not in it. */
function strictText(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
