import { fileSections, type Directive, type Section } from './apacheDirectives';
import { settingSign, type SettingSign } from './settingSign';

const SCRIPT_NAME = /([a-z0-9_-]+)\\?\.php\b/gi;
const ANY_PHP = /ph[pt]|\.\*/i;
const SPELLING = /\bphp?\b|\bph(?:p[3-8]|tml)\b|\bsuspected\b/gi;
/** `php`, `PHP`, `pHp` …: more spellings than this nobody writes who wants to lock programs; one flag does the same. */
const MOST_SPELLINGS = 3;
/** Programs that rules against attacks let run where all others are locked: parts of WordPress itself. */
const ORDINARY_SCRIPTS = new Set([
  'index',
  'wp-login',
  'wp-tinymce',
  'ms-files',
  'admin-ajax',
  'admin-post',
  'xmlrpc',
  'wp-cron',
  'wp-comments-post',
  'wp-activate',
  'wp-signup',
  'wp-trackback',
  'wp-links-opml',
]);

/**
 * Rules that lock all programs but some that are named: a campaign of many years has hacked WordPress sites run nothing but the
 * attacker's own.
 */
export function fileListSigns(directives: readonly Directive[]): SettingSign[] {
  const signs = directives.flatMap((directive) => {
    const spelled = fileSections(directive).some(({ argument }) => spellings(argument) > MOST_SPELLINGS);
    return spelled ? [settingSign('caseVariants', directive)] : [];
  });
  const locksPrograms = directives.some(
    (directive) => isDenial(directive) && fileSections(directive).some(locksAllPrograms),
  );
  if (!locksPrograms) return signs.slice(0, 1);
  const allowed = directives.flatMap((directive) => {
    const names = isAdmission(directive) ? fileSections(directive).flatMap(namedScripts) : [];
    const isOdd = names.some((name) => !ORDINARY_SCRIPTS.has(name.replace(/\.php$/, '')));
    return isOdd ? [settingSign('allowsNamedScripts', directive, names)] : [];
  });
  return [...signs.slice(0, 1), ...allowed];
}

function isDenial({ name, values }: Directive): boolean {
  return (name === 'deny' && says(values, 'from all')) || (name === 'require' && says(values, 'all denied'));
}

function isAdmission({ name, values }: Directive): boolean {
  return (name === 'allow' && says(values, 'from all')) || (name === 'require' && says(values, 'all granted'));
}

function says(values: readonly string[], wanted: string): boolean {
  return values.join(' ').toLowerCase() === wanted;
}

function locksAllPrograms(section: Section): boolean {
  return ANY_PHP.test(section.argument) && namedScripts(section).length === 0;
}

function namedScripts({ argument }: Section): string[] {
  return [...argument.matchAll(SCRIPT_NAME)].map(([, name = '']) => `${name.toLowerCase()}.php`);
}

function spellings(argument: string): number {
  return new Set(argument.match(SPELLING)).size;
}
