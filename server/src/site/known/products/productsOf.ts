import type { SiteFile } from '../../siteModel';
import type { Product } from './product';

const ORDER: readonly Product['kind'][] = ['program', 'plugin', 'theme'];

/** The products that a site is made with, programs first, each once. */
export function productsOf(files: readonly SiteFile[]): Product[] {
  const found = new Map<string, Product>();
  for (const { product } of files) {
    // A plug-in may have several files with its header; the first by name stands for all.
    const key = product && `${product.kind} ${product.kind === 'program' ? product.name : ''} ${product.path}`;
    if (key !== undefined && !found.has(key)) found.set(key, product!);
  }
  return [...found.values()].toSorted(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || compare(a.path, b.path) || compare(a.name, b.name),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
