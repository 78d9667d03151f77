import { WANTED_VALUES, type PhpSwitchName } from '../../site/config/phpSwitches';
import { t } from '../../words';

/** How a switch of PHP's should stand, as it is written; where a list is meant, in words. */
export function phpSwitchWanted(name: PhpSwitchName): string {
  switch (WANTED_VALUES[name]) {
    case 'off':
      return 'Off';
    case 'on':
      return 'On';
    case 'none':
      return 'none';
    case 'some':
      return t('as the host set it');
  }
}

/** Why a switch of PHP's matters, in the user's language. */
export function phpSwitchMeaning(name: PhpSwitchName): string {
  switch (name) {
    case 'allow_url_fopen':
      return t(
        'With it programs open files of other servers. Some programs need it; it does not stop other ways of fetching, such as curl.',
      );
    case 'allow_url_include':
      return t('With it a program can be made to run code of another server. Hardly any program needs it.');
    case 'auto_prepend_file':
    case 'auto_append_file':
      return t(
        'Runs a file with every program of the folder. Some security plug-ins use it, and so do back doors: look at the file.',
      );
    case 'disable_functions':
      return t('The host forbids dangerous functions in it; an empty list allows them again.');
    case 'open_basedir':
      return t('Keeps programs within your own folders; without it they may read those of others.');
    case 'display_errors':
      return t('Shows visitors error messages, which tell attackers paths and versions.');
    case 'expose_php':
      return t('Tells everybody the version of PHP.');
    case 'enable_dl':
      return t('Lets programs load further parts into PHP.');
    case 'register_globals':
      return t('Lets visitors set variables of programs. PHP has no such setting since 5.4: it is a left-over.');
    case 'mail.add_x_header':
      return t('Names in each mail the program that sent it, so that the host finds an abused form at once.');
  }
}

/** Switches that PHP takes from php.ini alone (https://www.php.net/manual/en/configuration.changes.modes.php: INI_SYSTEM). */
const IN_PHP_INI_ALONE: ReadonlySet<PhpSwitchName> = new Set([
  'allow_url_fopen',
  'allow_url_include',
  'disable_functions',
  'expose_php',
  'enable_dl',
]);

/** Whether a switch has no effect in a file: neither .user.ini nor `php_flag` of an .htaccess may change it. */
export function isWithoutEffect(name: PhpSwitchName, file: string): boolean {
  return IN_PHP_INI_ALONE.has(name) && !/(?:^|\/)php\.ini$/i.test(file);
}
