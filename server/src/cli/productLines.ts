import { terminalText } from '../report/terminal';
import { nameWithVersion } from '../site/known/nameWithVersion';
import type { Product } from '../site/known/products/product';
import { t } from '../words';

/** Products beyond this number are counted; `--json` has them all. */
const SHOWN_PRODUCTS = 50;

const kindNames: Readonly<Record<Product['kind'], (name: string, path: string) => string>> = {
  program: (name, path) => t('{0} in {1}', name, path),
  plugin: (name, path) => t('Plug-in {0} in {1}', name, path),
  theme: (name, path) => t('Theme {0} in {1}', name, path),
};

/** One line for each product that the site is made with: which, in what version, and where. */
export function productLines(products: readonly Product[]): string[] {
  const left = products.length - SHOWN_PRODUCTS;
  return [
    ...products
      .slice(0, SHOWN_PRODUCTS)
      .map((product) => terminalText(kindNames[product.kind](nameWithVersion(product), `/${product.path}`))),
    ...(left > 0 ? [t('… and {0} more', left)] : []),
  ];
}
