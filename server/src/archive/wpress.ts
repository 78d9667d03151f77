import { memberNameText } from './memberNames';
import { ByteInput } from './packings/byteInput';
import { SequentialBody, type SequentialMember } from './sequentialBody';

/**
 * Backups of the WordPress plugin "All-in-One WP Migration" (https://wordpress.org/plugins/all-in-one-wp-migration/): for each file
 * a header of 4,377 bytes whose fields are filled up with zeros, then its bytes, not packed. Newer versions keep a checksum in the
 * last bytes of the folder's field.
 */
const HEADER_BYTES = 4377;
const NAME = [0, 255] as const;
const SIZE = [255, 269] as const;
const MODIFIED = [269, 281] as const;
const FOLDER = [281, HEADER_BYTES] as const;

/** First bytes that are enough to tell such a backup. */
const TELLING_BYTES = MODIFIED[1];

/** Whether a file is such a backup, told by its first bytes. */
export function isWpress(beginning: Uint8Array): boolean {
  return (
    beginning.length >= TELLING_BYTES &&
    /^[^\0]{1,255}\0{0,255}$/.test(field(beginning, NAME)) &&
    /^\d{1,14}\0{0,14}$/.test(field(beginning, SIZE)) &&
    /^\d{1,14}\0{0,14}$/.test(field(beginning, MODIFIED))
  );
}

/**
 * The files of such a backup that comes in pieces.
 * @param onDamage called when it is damaged or ends too early
 */
export async function* wpressMembers(
  chunks: AsyncIterable<Uint8Array>,
  onDamage: () => void,
): AsyncGenerator<SequentialMember> {
  const input = new ByteInput(chunks);
  try {
    for (;;) {
      const header = await input.take(HEADER_BYTES);
      // The last header names nothing.
      if (header.length === HEADER_BYTES && header[0] === 0) return;
      if (header.length < HEADER_BYTES || !isWpress(header)) return onDamage();
      const body = new SequentialBody(input, Number.parseInt(field(header, SIZE), 10), 0);
      yield body.memberOf(pathOf(header));
      if (!(await body.skip())) return onDamage();
    }
  } finally {
    await input.close();
  }
}

function pathOf(header: Uint8Array): string {
  const folder = text(header, FOLDER);
  return folder === '' || folder === '.' ? text(header, NAME) : `${folder}/${text(header, NAME)}`;
}

function field(header: Uint8Array, [start, end]: readonly [number, number]): string {
  return Buffer.from(header.subarray(start, end)).toString('latin1');
}

function text(header: Uint8Array, [start, end]: readonly [number, number]): string {
  const zero = header.indexOf(0, start);
  return memberNameText(header.subarray(start, zero < 0 || zero > end ? end : zero));
}
