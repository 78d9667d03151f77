import type { SettingSign, SettingSignKind } from '../../site/config/settingSign';
import type { ConnectedSite, SiteFile } from '../../site/siteModel';
import type { Finding } from '../finding';
import { siteFinding } from './siteFinding';

/** A settings file with the signs that a rule looks for, by line; never without one. */
export interface SignedFile {
  readonly file: SiteFile;
  readonly signs: readonly SettingSign[];
}

/** The settings files of a site that show signs of these kinds. */
export function filesWithSigns({ files }: ConnectedSite, kinds: readonly SettingSignKind[]): SignedFile[] {
  return files.flatMap((file) => {
    const signs = file.signs?.filter(({ kind }) => kinds.includes(kind)) ?? [];
    return signs.length === 0 ? [] : [{ file, signs }];
  });
}

/** Whether one of the signs is of the kind. */
export function hasSign(signs: readonly SettingSign[], kind: SettingSignKind): boolean {
  return signs.some((sign) => sign.kind === kind);
}

/** A finding about a settings file, with each sign as a place that quotes the directive. */
export function settingFinding(
  { file, signs }: SignedFile,
  finding: Pick<Finding, 'rule' | 'severity' | 'title' | 'detail' | 'advice'> & Partial<Pick<Finding, 'places'>>,
): Finding {
  const places = signs.map(({ line, column, endColumn, excerpt }) => ({
    file: file.path,
    line,
    column,
    endColumn,
    note: excerpt,
  }));
  return siteFinding({ ...finding, count: signs.length, places: [...places, ...(finding.places ?? [])] });
}
