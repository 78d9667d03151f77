import { settingSign, type SettingSign, type SettingSignKind } from './settingSign';

const DEFINITION = /^(\s*)define\(\s*['"](\w+)['"]\s*,\s*(?:['"]([^'"]*)['"]|(\w+))\s*\)/i;
/** Words that WordPress's example has in place of its keys, in English and Japanese. */
const EXAMPLE_KEY = /put your unique phrase here|^$|ここに/i;

/**
 * What a wp-config.php leaves open.
 * https://developer.wordpress.org/advanced-administration/wordpress/wp-config/
 */
export function wordPressConfigurationSigns(text: string): SettingSign[] {
  const definitions = text.split(/\r\n|\r|\n/).flatMap((whole, index) => {
    const match = DEFINITION.exec(whole);
    if (match === null) return [];
    const [, blanks = '', name = '', quoted, bare] = match;
    const place = { line: index + 1, column: blanks.length + 1, text: whole.slice(blanks.length) };
    return [{ name: name.toUpperCase(), value: quoted ?? bare?.toLowerCase() ?? '', ...place }];
  });
  const sign = (kind: SettingSignKind, isMeant: (name: string, value: string) => boolean): SettingSign[] =>
    definitions.filter(({ name, value }) => isMeant(name, value)).map((place) => settingSign(kind, place));
  const hidesErrors = definitions.some(({ name, value }) => name === 'WP_DEBUG_DISPLAY' && value === 'false');
  return [
    ...sign('exampleKeys', (name, value) => /_(?:KEY|SALT)$/.test(name) && EXAMPLE_KEY.test(value)).slice(0, 1),
    ...(hidesErrors ? [] : sign('showsErrors', (name, value) => name === 'WP_DEBUG' && value === 'true')),
  ];
}
