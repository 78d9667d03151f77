import type { Fetch } from '../address/registry/transport';
import { askWordPress } from '../askWordPress';
import { count } from '../numbers';
import { terminalText } from '../report/terminal';
import type { Product } from '../site/known/products/product';
import type { PublishedComparison, PublishedFiles } from '../site/known/published/publishedFiles';
import { t } from '../words';
import type { LineSink } from './commandLine';

/** What WordPress.org publishes about the products of a site; what it does not know is said as an error. */
export async function askForPublished(
  products: readonly Product[],
  fetch: Fetch,
  errors: LineSink,
): Promise<PublishedFiles[]> {
  const { signal } = new AbortController();
  const { checked, leftOut } = await askWordPress(products, fetch, signal, () => undefined);
  if (checked.length === 0) errors(t('No WordPress whose version can be told was found in this folder.'));
  for (const each of checked) {
    if ('problem' in each) errors(terminalText(t('{0}: {1}', each.name, each.problem)));
  }
  if (leftOut > 0) errors(t('{0} plug-ins were left out, as there are too many.', count(leftOut)));
  return checked.flatMap((each) => ('published' in each ? [each.published] : []));
}

/** A comparison as the JSON has it: of files that are the same only the number. */
export function publishedInJson({ same, ...comparison }: PublishedComparison): object {
  return { ...comparison, same: same.length };
}
