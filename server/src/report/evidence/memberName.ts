/** Letters of a log's own name that stay in the name of its member. */
const LONGEST_NAME = 60;
/** What is in a bundle is unpacked. */
const PACKING = /\.(?:gz|bz2|xz|zst)$/i;

/**
 * A name for what a bundle holds of a log, which every system can unpack: below `logs/`, with a number in front, of plain letters.
 * @param number from 1
 */
export function logMemberName(number: number, log: string): string {
  const last = (log.split(/[/\\]/).at(-1) ?? '').replace(PACKING, '');
  const plain = last.replaceAll(/[^\w.-]+/g, '_').slice(0, LONGEST_NAME);
  // A full stop or a blank at the end gets lost on Windows.
  return `logs/${String(number).padStart(3, '0')}-${plain.replace(/\.+$/, '')}`;
}
