import type { KnownGoodFiles } from '../../knownGoodFiles';
import type { SiteAuditResult, SiteProduct } from '../../protocol';
import { terminalText } from '../../report/terminal';
import type { SiteAudit } from '../../site/auditSite';
import { comparisonText } from '../../site/known/cleanCopy/comparisonText';
import { nameWithVersion } from '../../site/known/nameWithVersion';
import type { Product } from '../../site/known/products/product';
import { productText } from '../../site/known/products/productText';
import { publishedText } from '../../site/known/published/publishedText';
import { shownFindings } from './shownFindings';
import { siteDifferences } from './siteDifferences';

/**
 * An audit of a folder (a URI) as the editor shows it.
 * @param unread lists of known good files that can't be read
 */
export function auditResult(folder: string, audit: SiteAudit, unread: KnownGoodFiles['problems']): SiteAuditResult {
  return {
    folder,
    files: audit.files,
    inArchives: audit.archives.reduce((sum, { files }) => sum + files, 0),
    excluded: audit.excluded,
    quiet: audit.quiet,
    knownGood: audit.knownGood,
    bytes: audit.bytes,
    ...(audit.cleanCopy && {
      comparison: terminalText(comparisonText(audit.cleanCopy)),
      differences: siteDifferences(audit.cleanCopy),
    }),
    ...(audit.published.length > 0 && {
      published: audit.published.map((comparison) => terminalText(publishedText(comparison))),
    }),
    ...(audit.products.length > 0 && { products: audit.products.map(siteProduct) }),
    findings: shownFindings(folder, audit.findings),
    problems: [...unread, ...audit.problems].map(({ file, message }) => ({
      file: terminalText(file),
      message: terminalText(message),
    })),
  };
}

function siteProduct(product: Product): SiteProduct {
  return {
    kind: product.kind,
    name: terminalText(nameWithVersion(product)),
    text: terminalText(productText(product)),
  };
}
