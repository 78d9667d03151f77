import { phpSection } from '../config/phpSettings';
import type { SiteReference } from '../siteModel';
import { detach, isTarget } from './target';

/** https://www.php.net/manual/en/ini.core.php#ini.auto-prepend-file */
const PUT_AROUND = /^(\s*(auto_(?:prepend|append)_file)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s;]+))/i;

/**
 * The files that a php.ini or .user.ini puts before or behind every program. Of a setting that is given several times the last
 * one holds, in each section.
 */
export function readPhpSettingsReferences(text: string): SiteReference[] {
  const references = new Map<string, SiteReference>();
  let section = '';
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    section = phpSection(line) ?? section;
    const match = PUT_AROUND.exec(line);
    if (match === null) continue;
    const target = match[3] ?? match[4] ?? match[5] ?? '';
    const key = `${section} ${match[2]!.toLowerCase()}`;
    references.delete(key);
    if (!isTarget(target) || target.toLowerCase() === 'none') continue;
    references.set(key, { kind: 'prepend', target: detach(target), line: index + 1, column: match[1]!.length + 1 });
  }
  return [...references.values()];
}
