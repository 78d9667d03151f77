import { factsIfThere } from './factsIfThere';
import type { PathFacts, QuarantineDisk } from './quarantineDisk';
import { QuarantineProblem } from './quarantineProblem';
import { checkWayWithinSite } from './wayWithinSite';

/** What stands in a path for bytes that are no text in UTF-8: another file may be called so, this one can't be. */
const NO_TEXT = '\u{fffd}';

/** A file that is to be taken out of a site. */
export interface SuspectFile {
  /** Folder of the site, absolute. */
  readonly site: string;
  /** The file, absolute, below the site's folder. */
  readonly path: string;
  /** Ids of the rules that found something in it. */
  readonly rules: readonly string[];
  /** What was found in it, in the user's language; may be hostile. */
  readonly reasons: readonly string[];
}

/**
 * Makes sure that a file may be taken out of its site: an ordinary file that lies in the site, to which no link leads.
 * @returns what is known of it
 * @throws QuarantineProblem `outside`, `link`, `folder`, `special`, `unnameable`, `gone`; otherwise the disk's error
 */
export async function checkSuspect(disk: QuarantineDisk, { site, path }: SuspectFile): Promise<PathFacts> {
  await checkWayWithinSite(disk, site, path);
  const facts = await factsIfThere(disk, path);
  if (facts === undefined) throw new QuarantineProblem(path.includes(NO_TEXT) ? 'unnameable' : 'gone');
  if (facts.kind !== 'file') throw new QuarantineProblem(facts.kind === 'other' ? 'special' : facts.kind);
  return facts;
}
