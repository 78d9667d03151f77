import type { Severity, SiteFinding } from '../../../server/src/protocol';
import { bySeverity } from '../severityOrder';

/** What the explorer says of a file or a folder of an audited site. */
export interface ExplorerMark {
  readonly kind: 'file' | 'folder';
  /** Of its most urgent finding. */
  readonly severity: Severity;
  /** Findings in the file; those that are warnings or errors in all of a folder. */
  readonly findings: number;
  /** Title of the most urgent one. */
  readonly title: string;
}

/**
 * The marks of an audited folder by path relative to it, '' for the folder itself. Folders tell of what is urgent below them. Hints
 * are no marks: they are about tidiness. Of what lies in an archive (`backup.zip!/x.php`) the archive itself has the mark.
 */
export function explorerMarks(findings: readonly SiteFinding[]): Map<string, ExplorerMark> {
  const marks = new Map<string, ExplorerMark>();
  for (const { file, severity, title } of findings) {
    if (severity === 'hint') continue;
    const shown = onDisk(file);
    add(marks, shown, { kind: shown === '' ? 'folder' : 'file', severity, findings: 1, title });
    if (severity === 'information' || shown === '') continue;
    for (const folder of foldersAround(shown)) add(marks, folder, { kind: 'folder', severity, findings: 1, title });
  }
  return marks;
}

function add(marks: Map<string, ExplorerMark>, path: string, mark: ExplorerMark): void {
  const before = marks.get(path);
  if (before === undefined) return void marks.set(path, mark);
  const [worst] = [before, mark].toSorted(bySeverity);
  marks.set(path, { ...worst!, findings: before.findings + 1 });
}

/** The path that the explorer has: that of the outermost archive for a file in one. */
function onDisk(file: string): string {
  const within = file.indexOf('!/');
  return within === -1 ? file : file.slice(0, within);
}

/** The folders that a file lies in, up to the audited one. */
function foldersAround(file: string): string[] {
  const folders: string[] = [''];
  for (let at = file.indexOf('/'); at !== -1; at = file.indexOf('/', at + 1)) folders.push(file.slice(0, at));
  return folders;
}
