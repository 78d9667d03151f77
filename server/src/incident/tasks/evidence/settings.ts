import { phpSwitchWanted } from '../../hardening/switchWords';
import type { PlacedSwitch } from '../../../site/hardening';
import { t } from '../../../words';
import type { Incident } from '../../incident';
import { evidenceOf, NOTHING_SHOWN, type TaskEvidence, type TaskFact } from '../taskEvidence';
import { findingFacts } from './files';

/** What hosts ask to switch off. */
const ASKED_FOR: ReadonlySet<string> = new Set(['allow_url_fopen', 'allow_url_include']);
const FIREWALL: ReadonlySet<string> = new Set(['server-protection-off']);

/** Switches of PHP in the copy: what stands as it should not, then what hosts ask for and is as it should be. */
export function phpSettings({ hardening }: Incident): TaskEvidence {
  const switches = hardening?.switches ?? [];
  const asked = switches.filter(({ name }) => ASKED_FOR.has(name));
  const unsafe = switches.filter(({ isSafe }) => !isSafe);
  if (unsafe.length > 0) return evidenceOf('open', unsafe.map(unsafeSwitch));
  return asked.length === 0 ? NOTHING_SHOWN : evidenceOf('done', asked.map(safeSwitch));
}

/** Upload folders in which PHP still runs, as far as the copy tells. */
export function uploadFolders({ hardening }: Incident): TaskEvidence {
  const folders = hardening?.uploadFolders ?? [];
  if (folders.length === 0) return NOTHING_SHOWN;
  const open = folders.filter(({ isPhpOff }) => !isPhpOff);
  return open.length === 0
    ? evidenceOf(
        'done',
        folders.map(({ path }) => ({ text: t('{0}: PHP is off.', path) })),
      )
    : evidenceOf(
        'open',
        open.map(({ path, ownPrograms }) => ({
          text:
            ownPrograms === 0
              ? t('{0}: PHP can run here.', path)
              : t('{0}: PHP can run here, and the site itself uses programs in it.', path),
        })),
      );
}

/** Whether the firewall for web pages is on: the host says so, or a file of the copy switches it off. */
export function firewall({ notice, files }: Incident): TaskEvidence {
  const off = files.flatMap(({ findings }) => findingFacts(findings, FIREWALL));
  if (off.length > 0) return evidenceOf('open', off);
  return notice?.measures.includes('waf-on')
    ? evidenceOf('done', [{ text: t('The host writes that it switched it on.') }])
    : NOTHING_SHOWN;
}

function unsafeSwitch(each: PlacedSwitch): TaskFact {
  const { file, line, column, name, value } = each;
  return {
    text: t('{0}: {1} is “{2}”; it should be {3}.', file, name, value, phpSwitchWanted(name)),
    place: { file, line, column },
  };
}

function safeSwitch({ file, line, column, name, value }: PlacedSwitch): TaskFact {
  return { text: t('{0}: {1} is “{2}”, as it should be.', file, name, value), place: { file, line, column } };
}
