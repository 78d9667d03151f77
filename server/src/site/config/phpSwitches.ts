import type { PhpSetting } from './phpSettings';

/** How a switch should stand: `none`, `some`: a list or a path with nothing, or with something in it, which the host knows. */
export type WantedValue = 'off' | 'on' | 'none' | 'some';

/**
 * Settings of PHP's that decide how far an attacker gets, and that are worth a look after an incident, as they should stand.
 * https://www.php.net/manual/en/ini.list.php
 */
export const WANTED_VALUES = {
  allow_url_fopen: 'off',
  allow_url_include: 'off',
  auto_prepend_file: 'none',
  auto_append_file: 'none',
  disable_functions: 'some',
  open_basedir: 'some',
  display_errors: 'off',
  expose_php: 'off',
  enable_dl: 'off',
  register_globals: 'off',
  'mail.add_x_header': 'on',
} as const satisfies Readonly<Record<string, WantedValue>>;
export type PhpSwitchName = keyof typeof WANTED_VALUES;

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
    const name = written.toLowerCase();
    if (!isSwitch(name)) return [];
    return [{ name, value: value.slice(0, LONGEST_VALUE), isSafe: isSafe(name, value), line, column }];
  });
}

function isSwitch(name: string): name is PhpSwitchName {
  return Object.hasOwn(WANTED_VALUES, name);
}

function isSafe(name: PhpSwitchName, value: string): boolean {
  switch (WANTED_VALUES[name]) {
    case 'off':
      return !ON.test(value);
    case 'on':
      return ON.test(value);
    case 'none':
      return NOTHING.test(value);
    case 'some':
      return !NOTHING.test(value);
  }
}
