import type { IfTaken, Quarantine } from '../quarantine/quarantine';
import type { QuarantineEntry } from '../quarantine/quarantineEntry';
import { asQuarantineProblem } from '../quarantine/quarantineProblem';
import type { Outcome } from './eachFile';

/** A file that is back. */
export interface RestoredEntry {
  readonly entry: QuarantineEntry;
  /** Where it is now: beside its old place where another file is there and both were to be kept. */
  readonly path: string;
}

/** Does the same with each of several entries; tells what came of it. */
type WorkOnEntries = (
  entries: readonly QuarantineEntry[],
  work: (entry: QuarantineEntry) => Promise<RestoredEntry>,
) => Promise<Outcome<QuarantineEntry, RestoredEntry>>;

/**
 * Puts files back where they were. Where other files have taken the places of some, it is asked once what to do with all of these.
 * @param ask gives `undefined` to leave them in quarantine
 */
export async function restoreEntries(
  quarantine: Pick<Quarantine, 'restore'>,
  entries: readonly QuarantineEntry[],
  ask: (taken: readonly QuarantineEntry[]) => Promise<IfTaken | undefined>,
  workOn: WorkOnEntries,
): Promise<Outcome<QuarantineEntry, RestoredEntry>> {
  const restoring =
    (ifTaken: IfTaken) =>
    async (entry: QuarantineEntry): Promise<RestoredEntry> => ({
      entry,
      path: (await quarantine.restore(entry, ifTaken)).path,
    });
  const first = await workOn(entries, restoring('refuse'));
  const taken = first.failed.filter(({ error }) => asQuarantineProblem(error).reason === 'exists');
  if (taken.length === 0) return first;
  const others = first.failed.filter((failure) => !taken.includes(failure));
  const places = taken.map(({ file }) => file);
  const ifTaken = await ask(places);
  if (ifTaken === undefined) return { ...first, failed: others, left: [...first.left, ...places] };
  const second = await workOn(places, restoring(ifTaken));
  return {
    done: [...first.done, ...second.done],
    failed: [...others, ...second.failed],
    left: [...first.left, ...second.left],
  };
}
