import type { SiteReference } from '../siteModel';
import { detach, isTarget } from './target';

/** https://www.php.net/manual/en/ini.core.php#ini.auto-prepend-file */
const PUT_AROUND = /^(\s*auto_(?:prepend|append)_file\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s;]+))/i;

/** The files that a php.ini or .user.ini puts before or behind every program. */
export function readPhpSettingsReferences(text: string): SiteReference[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index): SiteReference[] => {
    const match = PUT_AROUND.exec(line);
    const target = match?.[2] ?? match?.[3] ?? match?.[4] ?? '';
    if (!isTarget(target) || target.toLowerCase() === 'none') return [];
    return [{ kind: 'prepend', target: detach(target), line: index + 1, column: (match?.[1]?.length ?? 0) + 1 }];
  });
}
