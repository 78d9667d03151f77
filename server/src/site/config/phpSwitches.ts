import type { PhpSetting } from './phpSettings';

/**
 * Settings of PHP's that decide how far an attacker gets, and that are worth a look after an incident.
 * https://www.php.net/manual/en/ini.list.php
 */
export const PHP_SWITCHES = [
  'allow_url_fopen',
  'allow_url_include',
  'auto_prepend_file',
  'auto_append_file',
  'disable_functions',
  'open_basedir',
  'display_errors',
  'expose_php',
  'enable_dl',
  'register_globals',
  'mail.add_x_header',
] as const;
export type PhpSwitchName = (typeof PHP_SWITCHES)[number];

/** A switch as a file of the site has it. */
export interface PhpSwitch {
  readonly name: PhpSwitchName;
  /** Hostile text. */
  readonly value: string;
  /** Whether it stands as it should. */
  readonly isSafe: boolean;
  /** Line and column, from 1, columns in UTF-16 units of the decoded text. */
  readonly line: number;
  readonly column: number;
}

/** A longer value says nothing more. */
const LONGEST_VALUE = 200;
const ON = /^(?:on|1|yes|true|stdout)$/i;
const NOTHING = /^(?:|none|off|0|no|false|null|\/)$/i;

/** The switches among settings, in their order. */
export function phpSwitches(settings: readonly PhpSetting[]): PhpSwitch[] {
  return settings.flatMap(({ name: written, value, line, column }) => {
    const name = PHP_SWITCHES.find((each) => each === written.toLowerCase());
    if (name === undefined) return [];
    return [{ name, value: value.slice(0, LONGEST_VALUE), isSafe: isSafe(name, value), line, column }];
  });
}

function isSafe(name: PhpSwitchName, value: string): boolean {
  switch (name) {
    case 'allow_url_fopen':
    case 'allow_url_include':
    case 'display_errors':
    case 'expose_php':
    case 'enable_dl':
    case 'register_globals':
      return !ON.test(value);
    case 'auto_prepend_file':
    case 'auto_append_file':
      return NOTHING.test(value);
    case 'disable_functions':
    case 'open_basedir':
      return !NOTHING.test(value);
    case 'mail.add_x_header':
      return ON.test(value);
  }
}
