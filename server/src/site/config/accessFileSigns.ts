import type { Directive } from './apacheDirectives';
import { fileListSigns } from './fileLists';
import { handlerSigns } from './handlers';
import { hiddenSigns } from './hiddenText';
import { openingSigns } from './openings';
import { phpDirectiveSigns } from './phpLimits';
import { redirectSigns } from './redirects';
import type { SettingSign } from './settingSign';

/** What in an .htaccess attackers would write, by line. */
export function accessFileSigns(text: string, directives: readonly Directive[]): SettingSign[] {
  return [
    ...handlerSigns(directives),
    ...fileListSigns(directives),
    ...redirectSigns(directives),
    ...openingSigns(directives),
    ...phpDirectiveSigns(directives),
    ...hiddenSigns(text, directives),
  ].toSorted((a, b) => a.line - b.line);
}
