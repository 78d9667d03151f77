/** Shorter names are abbreviations as often as not. */
const SHORTEST = 6;
/** So many changes between letters and digits no word and no version number has. */
const LEAST_CHANGES = 3;
/** Longer runs of letters without a vowel no language of file names has; abbreviations stay below. */
const LONGEST_CONSONANTS = 6;

/** Whether a program's name looks thrown together by a machine, as `x8k2f9q.php` does. */
export function isRandomName(name: string): boolean {
  const stem = name.replace(/\.[^.]*$/, '').toLowerCase();
  if (stem.length < SHORTEST || !/^[a-z0-9]+$/.test(stem)) return false;
  const changes = [...stem.matchAll(/[a-z](?=\d)|\d(?=[a-z])/g)].length;
  if (changes >= LEAST_CHANGES && !/^[0-9a-f]+$/.test(stem)) return true;
  return (stem.match(/[b-df-hj-np-tv-xz]+/g) ?? []).some((run) => run.length > LONGEST_CONSONANTS);
}
