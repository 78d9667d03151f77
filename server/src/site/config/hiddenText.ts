import type { Directive } from './apacheDirectives';
import { settingSign, type SettingSign } from './settingSign';

/** Column from which on a directive stands beyond the edge of any window. */
const FAR_RIGHT = 200;
/** Empty lines before a directive that nobody scrolls past. */
const FAR_BELOW = 100;
/** People's files and those of cache plugins and firewalls stay far below; campaigns filled some up to 800 KB. */
const HUGE = 256 * 1024;

/** Directives that stand where nobody looks, and files of a size that nobody writes. */
export function hiddenSigns(text: string, directives: readonly Directive[]): SettingSign[] {
  const hidden = directives.filter(
    ({ column, emptyLinesBefore }) => column > FAR_RIGHT || emptyLinesBefore >= FAR_BELOW,
  );
  const signs = hidden.map((directive) => settingSign('hiddenDirective', directive));
  const [first] = directives;
  return text.length > HUGE && first !== undefined ? [settingSign('hugeFile', first), ...signs] : signs;
}
