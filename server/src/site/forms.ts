import { resolveReference, type ResolveContext } from './resolve';
import type { SiteFile } from './siteModel';

/** Where a form stands: lines and columns from 1, columns in UTF-16 units. */
export interface FormPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** For each file the forms of other files that are sent to it, in the order of the files that they stand in. */
export function formsByTarget(
  files: readonly SiteFile[],
  context: ResolveContext,
  basesOfFile: (path: string) => readonly string[],
): Map<string, FormPlace[]> {
  const forms = new Map<string, FormPlace[]>();
  for (const { path, references } of files) {
    for (const reference of references) {
      if (reference.kind !== 'form') continue;
      const target = resolveReference(context, reference, basesOfFile(path));
      if (target === undefined) continue;
      const place = { path, line: reference.line, column: reference.column };
      const known = forms.get(target);
      if (known === undefined) forms.set(target, [place]);
      else known.push(place);
    }
  }
  return forms;
}
