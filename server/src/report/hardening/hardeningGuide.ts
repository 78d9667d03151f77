import { isWithoutEffect, phpSwitchMeaning, phpSwitchWanted } from '../../incident/hardening/switchWords';
import type { Incident } from '../../incident/incident';
import { count } from '../../numbers';
import { siteRules } from '../../rules/site/table';
import type { MailForm, PlacedSwitch, SiteHardening } from '../../site/hardening';
import { t } from '../../words';
import { placeText } from '../placeText';
import { moreOf, paragraph, sectionOf, tableOf, type ReportBlock, type ReportDocument } from '../reportDocument';

/** Rows of a table; more of them say nothing more. */
const MOST_ROWS = 500;
/** Findings about settings of the server; those about PHP are told switch by switch. */
const SERVER_SETTINGS: ReadonlySet<string> = new Set(
  siteRules.filter(({ family, id }) => family === 'server-settings' && id !== 'php-limits-lifted').map(({ id }) => id),
);

/** How the site of an incident is made safer: switches of PHP, settings of the server, upload folders and forms, with their places. */
export function hardeningGuide(incident: Incident, date: string): ReportDocument {
  const { hardening } = incident;
  return {
    title: t('How to make the site safer'),
    summary: [
      hardening === undefined
        ? t('No copy of the site was given, so that nothing can be said of its settings.')
        : t('This is what your copy of the site shows. The control panel of your host may have further switches.'),
    ],
    sections: hardening === undefined ? [] : sections(incident, hardening),
    credits: [t('Made with {0} on {1}. Nothing of the site was executed or changed for it.', 'Log & Site Audit', date)],
  };
}

function sections(
  incident: Incident,
  { switches, uploadFolders, mailForms }: SiteHardening,
): ReportDocument['sections'] {
  const settings = incident.files.flatMap(({ findings }) => findings).filter(({ rule }) => SERVER_SETTINGS.has(rule));
  return [
    ...sectionOf(t('Settings of PHP'), [
      ...limited(
        t('Switches in php.ini, .user.ini and .htaccess'),
        [t('Where'), t('Setting'), t('Value'), t('Should be'), t('Why')],
        switches.toSorted((one, other) => Number(one.isSafe) - Number(other.isSafe)).map(switchRow),
      ),
      ...(switches.length === 0 ? [paragraph(t('Your copy has no such setting: those of the host hold.'))] : []),
    ]),
    ...sectionOf(
      t('Settings of the server'),
      limited(
        t('What makes an attack easier'),
        [t('Where'), t('What'), t('What to do')],
        settings.map(({ places, title, advice }) => [placeText(places[0]), title, advice]),
      ),
    ),
    ...sectionOf(t('Folders for uploads'), [
      ...limited(
        t('Where PHP has no business'),
        [t('Folder'), 'PHP', t('Programs of the site in it')],
        uploadFolders.map(({ path, isPhpOff, ownPrograms }) => [
          path,
          isPhpOff ? t('off') : t('can run'),
          count(ownPrograms),
        ]),
      ),
      ...(uploadFolders.length === 0 ? [] : [paragraph(howToSwitchOff())]),
    ]),
    ...sectionOf(
      t('Forms that send mail'),
      limited(
        t('Programs that send mail for visitors'),
        [t('Program'), t('Form'), t('Check against robots')],
        mailForms.map(formRow),
      ),
    ),
  ];
}

function switchRow(each: PlacedSwitch): string[] {
  const { name, value, isSafe, file } = each;
  const why = isWithoutEffect(name, file)
    ? t('{0} Here it has no effect: only php.ini can change it.', phpSwitchMeaning(name))
    : phpSwitchMeaning(name);
  return [placeText(each), name, value, isSafe ? t('as it is') : phpSwitchWanted(name), why];
}

function howToSwitchOff(): string {
  return t(
    'PHP is switched off by an .htaccess in the folder, or by a location of nginx’s; both can be had in their own form. Look first at folders with programs of the site: these would stop working.',
  );
}

function formRow({ path, forms, isProtected, reached }: MailForm): string[] {
  const check = isProtected ? t('seen') : t('not seen');
  return [
    path,
    placeText(forms[0] && { ...forms[0], file: forms[0].path }),
    reached ? check : t('nothing leads to it'),
  ];
}

function limited(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): ReportBlock[] {
  return [...tableOf(caption, columns, rows.slice(0, MOST_ROWS)), ...moreOf(rows.length, MOST_ROWS)];
}
