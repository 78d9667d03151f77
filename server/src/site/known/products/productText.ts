import { t } from '../../../words';
import { nameWithVersion } from '../nameWithVersion';
import type { Product } from './product';

const kindTexts: Readonly<Record<Product['kind'], (name: string, path: string) => string>> = {
  program: (name, path) => t('{0} in {1}', name, path),
  plugin: (name, path) => t('Plug-in {0} in {1}', name, path),
  theme: (name, path) => t('Theme {0} in {1}', name, path),
};

/** Which product, in what version, and where, in the user's language; hostile text. */
export function productText(product: Product): string {
  return kindTexts[product.kind](nameWithVersion(product), `/${product.path}`);
}
