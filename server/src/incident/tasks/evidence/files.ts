import { t } from '../../../words';
import type { Finding } from '../../../rules/finding';
import type { Incident, IncidentFile } from '../../incident';
import { evidenceOf, openWhile, type TaskEvidence, type TaskFact } from '../taskEvidence';

/** Findings about settings that bring a back door in again when the files are deleted. */
const HIDING_PLACES: ReadonlySet<string> = new Set([
  'handler-on-other-files',
  'hidden-settings',
  'prepended-file',
  'redirect-to-other-site',
  'script-allow-list',
  'odd-schedule',
  'mail-leftover',
]);
const SCHEDULES: ReadonlySet<string> = new Set(['odd-schedule']);
const PERMISSIONS: ReadonlySet<string> = new Set(['open-permissions']);
/** A form that works is protected and not deleted. */
const FORM_IN_USE = 'unprotected-mailer';
/** A path that goes on behind the name of an archive. */
const IN_ARCHIVE = /\.(?:zip|tar|tgz|gz|bz2|7z|rar)\//i;

/** Which malicious files are still there. A copy without any says that it is done, as far as the copy goes. */
export function filesToDelete(incident: Incident): TaskEvidence {
  const bad = incident.files.filter(mustGo);
  const left = bad.filter(({ state }) => state !== 'gone');
  if (left.length > 0) return evidenceOf('open', left.map(fileLeft));
  if (incident.hardening === undefined) return evidenceOf(bad.length > 0 ? 'done' : undefined, bad.map(fileGone));
  return evidenceOf('done', [{ text: t('No file that must go was found in your copy.') }, ...bad.map(fileGone)]);
}

/** Settings, schedules and mail forwards by which a back door comes in again. */
export function hidingPlaces({ files }: Incident): TaskEvidence {
  return openWhile(files.flatMap(({ findings }) => findingFacts(findings, HIDING_PLACES)));
}

/** Backups in the copy that would bring bad files back. */
export function backups({ files }: Incident): TaskEvidence {
  const packed = files.filter(({ file, severity }) => IN_ARCHIVE.test(file) && severity === 'error');
  return openWhile(packed.flatMap(({ findings }) => findings.slice(0, 1).map(findingFact)));
}

/** Timed commands that nobody knows of. */
export function schedules({ files }: Incident): TaskEvidence {
  return openWhile(files.flatMap(({ findings }) => findingFacts(findings, SCHEDULES)));
}

/** Files that everybody on the server may change. */
export function permissions({ files }: Incident): TaskEvidence {
  return openWhile(files.flatMap(({ findings }) => findingFacts(findings, PERMISSIONS)));
}

/** The facts of findings of some rules. */
export function findingFacts(findings: readonly Finding[], rules: ReadonlySet<string>): TaskFact[] {
  return findings.filter(({ rule }) => rules.has(rule)).map(findingFact);
}

/** A finding in its own words. */
export function findingFact({ title, places: [place] }: Finding): TaskFact {
  return { text: title, ...(place && { place }) };
}

function mustGo({ severity, named, findings }: IncidentFile): boolean {
  if (named !== undefined) return true;
  return severity === 'error' && findings.some(({ rule }) => rule !== FORM_IN_USE);
}

function fileLeft({ file, state, findings: [finding] }: IncidentFile): TaskFact {
  if (state !== 'present') {
    return { text: t('{0} may still be on the server; your copy does not have it.', file) };
  }
  return { text: t('{0} is still in your copy.', file), place: finding?.places[0] ?? { file } };
}

function fileGone({ file }: IncidentFile): TaskFact {
  return { text: t('{0} is gone.', file) };
}
