import { FILE_FOLDER } from './expressionEvaluator';
import type { Observation } from './observation';
import type { PhpInclude } from './phpFacts';
import type { Spans } from './spans';
import { textOf, type Value } from './value';

/** Includes with their paths as far as folding knows them. */
export function includeFacts(seen: readonly Observation[], spans: Spans): PhpInclude[] {
  return seen
    .filter((one) => one.kind === 'include')
    .map((one) => ({ ...spans.span(one.node.start, one.node.end), path: includePath(one.args[0]) }));
}

/** The file's own folder is dropped from the front; an unknown front is dropped too, so that `ABSPATH . 'a/b.php'` gives `a/b.php`. */
function includePath(value: Value | undefined): string | undefined {
  const path = textOf(value) ?? value?.suffix;
  if (path === undefined || path === '') return undefined;
  const relative = path.startsWith(FILE_FOLDER) ? path.slice(FILE_FOLDER.length) : path;
  return relative.replace(/^(?:\.?\/)+/, '') || undefined;
}
