import type { HadFile, IncidentResult } from '../../../server/src/protocol';
import { groupBy } from '../groupBy';

/** The files to act on that the copy of the site has, with its times and what the audit found in each. */
export function filesToRemember({ files, audits: [audit] }: Pick<IncidentResult, 'files' | 'audits'>): HadFile[] {
  const found = groupBy(audit?.findings ?? [], ({ file }) => file);
  const present = files.filter(({ state, severity }) => state === 'present' && severity === 'error');
  return present.map(({ file, times }) => ({
    file,
    findings: (found.get(file) ?? []).map(({ rule, severity, title, detail, advice }) => {
      return { rule, severity, title, detail, advice };
    }),
    ...(times && { times }),
  }));
}
