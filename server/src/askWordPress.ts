import { LookUpProblem } from './address/registry/lookUpProblem';
import { failureText } from './address/registry/lookUpTexts';
import type { Fetch } from './address/registry/transport';
import { checksumSource, type ChecksumSource } from './site/known/published/checksumSource';
import type { PublishedFiles } from './site/known/published/publishedFiles';
import type { Product } from './site/known/products/product';
import { mapLimit } from './site/mapLimit';
import { t } from './words';

/** Bytes of an answer; that about WordPress 6 has 240,000. */
const MAXIMUM_BYTES = 4 * 1024 * 1024;
/** ms for a whole answer. */
const TIMEOUT = 20_000;
/** Questions under way at once. */
const CONCURRENCY = 2;
/** Products that are asked about; a site with more is no site of a small firm. */
export const MOST_QUESTIONS = 100;

const NOT_FOUND = 404;
const OK = 200;

/** What WordPress.org says about a product, or why that is not known. */
export type Checked =
  | { readonly name: string; readonly published: PublishedFiles }
  | { readonly name: string; readonly problem: string };

/**
 * Asks WordPress.org for the checksums of those products of a site that it may know. Names and texts may be hostile.
 * @param onProgress told how many are answered
 * Rejects with the signal's reason.
 */
export async function askWordPress(
  products: readonly Product[],
  fetch: Fetch,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly checked: readonly Checked[]; readonly leftOut: number }> {
  const sources = products.map(checksumSource).filter((source) => source !== undefined);
  const asked = sources.slice(0, MOST_QUESTIONS);
  let done = 0;
  const checked = await mapLimit(asked, CONCURRENCY, signal, async (source) => {
    const answer = await ask(source, fetch, signal);
    onProgress(++done, asked.length);
    return answer;
  });
  return { checked, leftOut: sources.length - asked.length };
}

async function ask({ url, read, ...product }: ChecksumSource, fetch: Fetch, signal: AbortSignal): Promise<Checked> {
  const { name } = product;
  const server = new URL(url).host;
  const answer = await fetch({ url, maximumBytes: MAXIMUM_BYTES, timeout: TIMEOUT }, signal);
  signal.throwIfAborted();
  if ('problem' in answer) return { name, problem: failureText(new LookUpProblem(answer.problem, server)) };
  const files = answer.status === OK ? read(answer.body) : undefined;
  if (files !== undefined) return { name, published: { ...product, files } };
  // It answers questions about versions that there never were with 404, or that there are no checksums.
  const isUnknown = answer.status === NOT_FOUND || /^\s*\{\s*"checksums"\s*:\s*false\s*\}\s*$/.test(answer.body);
  if (isUnknown) return { name, problem: t('WordPress.org does not have it in this version.') };
  return { name, problem: failureText(new LookUpProblem('unreadable', server)) };
}
