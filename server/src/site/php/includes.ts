import { FILE_FOLDER } from './expressionEvaluator';
import type { Observation } from './observation';
import type { PhpInclude } from './phpFacts';
import type { Spans } from './spans';
import { textOf, type Value } from './value';

/**
 * Includes with their paths as far as folding knows them, those of WordPress's themes without their ending
 * (https://developer.wordpress.org/reference/functions/get_template_part/).
 */
export function includeFacts(seen: readonly Observation[], spans: Spans): PhpInclude[] {
  return seen.flatMap((one) => pathsOf(one).map((path) => ({ ...spans.span(one.node.start, one.node.end), path })));
}

function pathsOf({ kind, name, args: [first, second] }: Observation): (string | undefined)[] {
  if (kind === 'include') return [includePath(first)];
  const part = kind === 'call' && name === 'get_template_part' ? textOf(first) : undefined;
  if (part === undefined) return [];
  const variant = textOf(second) ?? '';
  return variant === '' ? [`${part}.php`] : [`${part}-${variant}.php`, `${part}.php`];
}

/** The file's own folder is dropped from the front; an unknown front is dropped too, so that `ABSPATH . 'a/b.php'` gives `a/b.php`. */
function includePath(value: Value | undefined): string | undefined {
  const path = textOf(value) ?? value?.suffix;
  if (path === undefined || path === '') return undefined;
  const relative = path.startsWith(FILE_FOLDER) ? path.slice(FILE_FOLDER.length) : path;
  return relative.replace(/^(?:\.?\/)+/, '') || undefined;
}
