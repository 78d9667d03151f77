import { phpSwitchMeaning, phpSwitchWanted } from '../../incident/hardening/switchWords';
import type { PhpSwitchName } from '../../site/config/phpSwitches';
import type { PlacedSwitch } from '../../site/hardening';
import { t } from '../../words';
import { placeText } from '../placeText';
import { terminalText } from '../terminal';

/** What is right for every site, though hosts may have it so already; the first two are what hosts ask for. */
const ALWAYS: readonly PhpSwitchName[] = ['allow_url_include', 'allow_url_fopen', 'display_errors', 'expose_php'];

/** Lines for php.ini, each with why and where the copy has it otherwise. What only the host can set is not among them. */
export function phpSettingLines(switches: readonly PlacedSwitch[]): string {
  return [
    `; ${t('For php.ini, or the same switches in the control panel. Of these, .user.ini and .htaccess can change display_errors alone.')}`,
    ...ALWAYS.flatMap((name) => [
      '',
      `; ${phpSwitchMeaning(name)}`,
      ...switches.filter((each) => each.name === name && !each.isSafe).map(foundLine),
      `${name} = ${phpSwitchWanted(name)}`,
    ]),
    '',
  ].join('\n');
}

function foundLine(found: PlacedSwitch): string {
  return `; ${terminalText(t('Your copy has “{0}” at {1}.', found.value, placeText(found)))}`;
}
