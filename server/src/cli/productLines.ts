import { terminalText } from '../report/terminal';
import type { Product } from '../site/known/products/product';
import { productText } from '../site/known/products/productText';
import { t } from '../words';

/** Products beyond this number are counted; `--json` has them all. */
const SHOWN_PRODUCTS = 50;

/** One line for each product that the site is made with: which, in what version, and where. */
export function productLines(products: readonly Product[]): string[] {
  const left = products.length - SHOWN_PRODUCTS;
  return [
    ...products.slice(0, SHOWN_PRODUCTS).map((product) => terminalText(productText(product))),
    ...(left > 0 ? [t('… and {0} more', left)] : []),
  ];
}
