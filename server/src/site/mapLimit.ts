/**
 * Works on all items with at most `limit` of them under way, and gives the results in the items' order.
 * Once the signal is aborted no further item is begun, and the promise rejects with the signal's reason.
 */
export async function mapLimit<Item, Result>(
  items: readonly Item[],
  limit: number,
  signal: AbortSignal | undefined,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = Array.from({ length: items.length });
  let next = 0;
  async function worker(): Promise<void> {
    while (next < items.length) {
      signal?.throwIfAborted();
      const index = next++;
      // `index` is below the length: nothing else changes the list.
      results[index] = await work(items[index]!);
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
