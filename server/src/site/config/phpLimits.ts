import type { Directive } from './apacheDirectives';
import { phpDirectiveSettings, type PhpSetting } from './phpSettings';
import { settingSign, type SettingSign, type SettingSignKind } from './settingSign';

/** A php.ini with more settings than this is a copy of PHP's own, whose values are its defaults. */
const MOST_SETTINGS = 60;
const OFF = /^(?:|off|0|none|no|false|null)$/i;
const ON = /^(?:on|1|yes|true)$/i;

/** What `php_flag` and `php_value` lines of an .htaccess change for PHP. */
export function phpDirectiveSigns(directives: readonly Directive[]): SettingSign[] {
  return phpDirectiveSettings(directives).flatMap(signOf);
}

/**
 * What a php.ini or .user.ini changes for PHP.
 * https://www.php.net/manual/en/ini.core.php, https://www.php.net/manual/en/filesystem.configuration.php
 */
export function phpSettingSigns(settings: readonly PhpSetting[]): SettingSign[] {
  const signs = settings.flatMap(signOf);
  return settings.length <= MOST_SETTINGS ? signs : signs.filter(({ kind }) => kind === 'includesFromOtherServers');
}

function signOf(setting: PhpSetting): SettingSign[] {
  const kind = kindOf(setting.name.toLowerCase(), setting.value);
  return kind === undefined ? [] : [settingSign(kind, setting, [setting.name])];
}

function kindOf(name: string, value: string): SettingSignKind | undefined {
  switch (name) {
    case 'allow_url_include':
      return ON.test(value) ? 'includesFromOtherServers' : undefined;
    case 'allow_url_fopen':
      return ON.test(value) ? 'opensOtherServers' : undefined;
    case 'disable_functions':
    case 'disable_classes':
    case 'open_basedir':
    case 'suhosin.executor.func.blacklist':
      return OFF.test(value) || value === '/' ? 'liftsLimits' : undefined;
    case 'safe_mode':
    case 'safe_mode_gid':
      return OFF.test(value) ? 'liftsLimits' : undefined;
    case 'exec':
    case 'shell_exec':
    case 'system':
      return ON.test(value) ? 'liftsLimits' : undefined;
    default:
      return undefined;
  }
}
