import type { Directive } from './apacheDirectives';
import type { SettingLine } from './settingSign';

/** A setting of PHP's as a file of the site has it; name and value are hostile text. */
export interface PhpSetting extends SettingLine {
  /** As it is written. */
  readonly name: string;
  /** Without quotes and comment. */
  readonly value: string;
  /** What of the site it holds for, as `[PATH=/www/site]`; '' for all of it. */
  readonly section: string;
}

/** `[PATH=/www/site]` and `[HOST=example.com]`: what follows holds there (https://www.php.net/manual/en/ini.sections.php). */
const SECTION = /^\s*(\[[^\]]*\])/;

/** The section that a line of a php.ini begins; `undefined` for other lines. */
export function phpSection(line: string): string | undefined {
  return SECTION.exec(line)?.[1];
}

/** The settings of a php.ini or .user.ini in their order; a setting may be given several times. https://www.php.net/manual/en/function.parse-ini-file.php */
export function readPhpSettings(text: string): PhpSetting[] {
  let section = '';
  return text.split(/\r\n|\r|\n/).flatMap((whole, index) => {
    section = phpSection(whole) ?? section;
    const match = /^(\s*)([\w.]+)\s*=([^]*)$/.exec(whole);
    if (match === null) return [];
    const [, blanks = '', name = '', given = ''] = match;
    const written = given.trim();
    const [, quote, quoted] = /^(["'])(.*?)(?:\1|$)/s.exec(written) ?? [];
    const value = (quote === undefined ? written.split(';')[0]! : quoted!).trim();
    return [{ name, value, section, line: index + 1, column: blanks.length + 1, text: whole.slice(blanks.length) }];
  });
}

/** The settings that hold: of several of one name the last one, in each section. https://www.php.net/manual/en/function.parse-ini-file.php */
export function settingsThatHold(settings: readonly PhpSetting[]): PhpSetting[] {
  return [
    ...new Map(settings.map((setting) => [`${setting.section} ${setting.name.toLowerCase()}`, setting])).values(),
  ];
}

/** The settings that `php_flag` and `php_value` lines of an .htaccess change. https://www.php.net/manual/en/configuration.changes.php */
export function phpDirectiveSettings(directives: readonly Directive[]): PhpSetting[] {
  return directives.flatMap((directive) => {
    if (!/^php(?:_admin)?_(?:flag|value)$/.test(directive.name)) return [];
    const { line, column, endColumn, text, values } = directive;
    const [name = '', value = ''] = values;
    return [{ name, value, section: '', line, column, ...(endColumn !== undefined && { endColumn }), text }];
  });
}
