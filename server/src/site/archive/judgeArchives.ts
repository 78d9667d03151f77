import type { Finding, Place } from '../../rules/finding';
import type { RuleSettings } from '../../rules/rule';
import { runRules } from '../../rules/runRules';
import { siteRules } from '../../rules/site/table';
import { t } from '../../words';
import { connectSite } from '../connectSite';
import { accusedFile } from '../known/trusted';
import type { ReadFile, SiteArchive } from '../siteModel';
import { pathInArchive } from './archivePath';

/** Rules that make sense where no visitor comes. */
const RULES_FOR_BACKUPS = siteRules.filter(({ onlyWhereVisitorsCome }) => onlyWhereVisitorsCome !== true);

/** How archives are judged. */
export interface ArchiveJudging {
  readonly settings: RuleSettings;
  readonly knownGood: ReadonlySet<string> | undefined;
  /** The audit was asked for the archive itself: it is the copy of the site, and all rules apply. */
  readonly isTheSite: boolean;
}

/** What was found in archives. */
export interface ArchiveFindings {
  readonly findings: readonly Finding[];
  /** Findings in files that the user knows to be good, which are left out. */
  readonly knownGood: number;
}

/**
 * Judges each archive as a site of its own: a page in a backup leads to nothing of the live site. The findings name files by the
 * paths that people see, and say what it means that a file is in an archive.
 */
export function judgeArchives(read: readonly ReadFile[], judging: ArchiveJudging): ArchiveFindings {
  const judged = read.flatMap(({ file, archives = [] }) =>
    archives.map((archive) => judgeArchive(file.path, archive, judging)),
  );
  return {
    findings: judged.flatMap(({ findings }) => findings),
    knownGood: judged.reduce((sum, { knownGood }) => sum + knownGood, 0),
  };
}

function judgeArchive(
  file: string,
  { within, files, bytes, problems }: SiteArchive,
  { settings, knownGood, isTheSite }: ArchiveJudging,
): ArchiveFindings {
  const all = runRules(isTheSite ? siteRules : RULES_FOR_BACKUPS, connectSite({ files, bytes, problems }), settings);
  const hashes = new Map(files.map(({ path, hash }) => [path, hash]));
  const doubtful = all.filter((finding) => knownGood?.has(hashes.get(accusedFile(finding)) ?? '') !== true);
  const archive = pathInArchive(file, within);
  return { findings: doubtful.map((finding) => inArchive(finding, archive)), knownGood: all.length - doubtful.length };
}

function inArchive(finding: Finding, archive: string): Finding {
  const meaning = t(
    'It lies in the archive {0}: nobody can call it there, but unpacking or restoring this backup brings it back.',
    archive,
  );
  return {
    ...finding,
    detail: `${finding.detail} ${meaning}`,
    advice: finding.severity === 'error' ? adviceOnInfectedBackup() : finding.advice,
    places: finding.places.map((place): Place => ({ ...place, file: pathInArchive(archive, place.file) })),
  };
}

function adviceOnInfectedBackup(): string {
  return t(
    'Do not restore this backup as it is. Look for one from before the attack, and delete this one when you have it.',
  );
}
