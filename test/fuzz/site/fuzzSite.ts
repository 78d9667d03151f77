import { SeededRandom } from '../../support/random';
import { noticesTarget } from '../notices/noticesTarget';
import { checkSiteFile } from './checkSiteFile';
import { heldBytes } from './heldBytes';
import { markupTarget } from './markupTarget';
import { phpTarget } from './phpTarget';
import { settingsTarget } from './settingsTarget';
import { createSiteCase, type SiteCase, type SiteTarget } from './siteCase';

/** What of a site, and of what its host wrote, is fuzzed, by the names of the command line. */
export const SITE_TARGETS: Readonly<Record<string, SiteTarget>> = {
  php: phpTarget,
  settings: settingsTarget,
  markup: markupTarget,
  notices: noticesTarget,
};

/** Cases after which everything is loaded and compiled, so that what is held from then on has to stay. */
const WARM_UP = 500;
const MOST_GROWTH = 48 * 1024 * 1024;

/** What a run of the fuzzer did. */
export interface SiteFuzzFigures {
  cases: number;
  bytes: number;
  /** Cases in which something suspicious was seen. */
  suspicious: number;
  /** The case that took the most processor time, ms. */
  slowest: { seed: number; path: string; bytes: number; ms: number };
}

/** A case that the reader failed, or all of them where memory was not given back. */
export class SiteFuzzFailure extends Error {
  override readonly name = 'SiteFuzzFailure';

  constructor(
    readonly seed: number,
    readonly file: SiteCase,
    cause: unknown,
  ) {
    super(`Case ${seed} (${file.path}, ${file.bytes.length} bytes) fails`, { cause });
  }
}

/**
 * Checks cases of a target until `isDone` says so, or one fails. Case `seed + n` is the same in every run.
 * @throws {SiteFuzzFailure} and an error when memory grows.
 */
export function fuzzSite(
  target: SiteTarget,
  seed: number,
  isDone: (figures: SiteFuzzFigures) => boolean,
): SiteFuzzFigures {
  const slowest = { seed, path: '', bytes: 0, ms: 0 };
  const figures: SiteFuzzFigures = { cases: 0, bytes: 0, suspicious: 0, slowest };
  let held = Number.POSITIVE_INFINITY;
  for (; !isDone(figures); figures.cases++) {
    if (figures.cases === WARM_UP) held = heldBytes();
    fuzzOnce(target, seed + figures.cases, figures);
  }
  const growth = figures.cases > WARM_UP ? heldBytes() - held : 0;
  if (growth > MOST_GROWTH) throw new Error(`${figures.cases} cases from ${seed} on hold ${growth} bytes more.`);
  return figures;
}

function fuzzOnce(target: SiteTarget, seed: number, figures: SiteFuzzFigures): void {
  const file = createSiteCase(target, seed, new SeededRandom(seed));
  try {
    const { ms, isSuspicious } = (target.check ?? checkSiteFile)(file);
    figures.bytes += file.bytes.length;
    if (isSuspicious) figures.suspicious++;
    if (ms > figures.slowest.ms) figures.slowest = { seed, path: file.path, bytes: file.bytes.length, ms };
  } catch (error) {
    throw new SiteFuzzFailure(seed, file, error);
  }
}
