import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MEMBER_SCHEME, type FindingOfSite } from './protocol';
import type { Finding } from './rules/finding';

/** What an audit found in one file, in the audit's order. */
export interface FileFindings {
  /** URI of the audited folder, as the audit named it. */
  readonly folder: string;
  /** Path relative to the folder, with `/`. */
  readonly file: string;
  readonly findings: readonly Finding[];
}

interface FolderFindings {
  /** Absolute path of the folder. */
  readonly root: string;
  readonly byFile: ReadonlyMap<string, readonly Finding[]>;
}

/** The findings of the audited folders, by the file at which they are shown. */
export class SiteFindings {
  readonly #folders = new Map<string, FolderFindings>();

  /**
   * Takes the findings of a folder (a URI) in the place of its older ones. Throws for what is no folder of the disk.
   * @param root absolute path that the files are below: not the folder where that is a single file, such as an archive
   */
  set(folder: string, findings: readonly Finding[], root = fileURLToPath(folder)): void {
    const byFile = new Map<string, Finding[]>();
    for (const finding of findings) {
      const file = fileOf(finding);
      const others = byFile.get(file);
      if (others === undefined) byFile.set(file, [finding]);
      else others.push(finding);
    }
    this.#folders.set(folder, { root, byFile });
  }

  /** The findings of a file (a URI), one part for each audited folder that it lies in; none for what is no file of the disk. */
  inFile(uri: string): FileFindings[] {
    const path = pathOf(uri);
    if (path === undefined) return [];
    return [...this.#folders].flatMap(([folder, { root, byFile }]) => {
      const file = relative(root, path).replaceAll(sep, '/');
      const findings = byFile.get(file);
      return findings === undefined ? [] : [{ folder, file, findings }];
    });
  }

  /** The findings of an audited folder (a URI), by file; '' for those about the folder as a whole. */
  ofFolder(folder: string): ReadonlyMap<string, readonly Finding[]> {
    return this.#folders.get(folder)?.byFile ?? new Map<string, readonly Finding[]>();
  }

  /** Forgets what was found in every folder. */
  clear(): void {
    this.#folders.clear();
  }

  /** The finding that a key names; `undefined` when there is none such any more. */
  find({ folder, file, rule, nth }: FindingOfSite): Finding | undefined {
    const findings = this.#folders.get(folder)?.byFile.get(file) ?? [];
    return findings.filter((finding) => finding.rule === rule)[nth];
  }
}

/** Names the findings of a folder (a URI), in their order, for those who ask about one of them later. */
export function keysOf(folder: string, findings: readonly Finding[]): FindingOfSite[] {
  const alike = new Map<string, number>();
  return findings.map((finding) => {
    const { rule } = finding;
    const file = fileOf(finding);
    const place = `${rule} ${file}`;
    const nth = alike.get(place) ?? 0;
    alike.set(place, nth + 1);
    return { folder, file, rule, nth };
  });
}

/** The file at which a finding is shown; '' for the folder as a whole. */
function fileOf({ places }: Finding): string {
  return places[0]?.file ?? '';
}

/** Also of a document that shows a file in an archive. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri.startsWith(`${MEMBER_SCHEME}:`) ? `file${uri.slice(MEMBER_SCHEME.length)}` : uri);
  } catch {
    return undefined;
  }
}
