/** A program and the file that says which version it is. */
export interface ProgramFile {
  readonly name: string;
  /** Path of the file, from the program's own folder on. */
  readonly file: RegExp;
  /** Reads the version out of the file; `undefined` when the file is that of another program. */
  readonly version: (text: string) => string | undefined;
  /** Reads the language edition; absent for programs that have none. */
  readonly locale?: (text: string) => string | undefined;
}

/** Programs that sites of small firms are made with, by the file in which each keeps its version. */
export const PROGRAMS: readonly ProgramFile[] = [
  {
    // https://github.com/WordPress/WordPress
    name: 'WordPress',
    file: at('wp-includes/version\\.php'),
    version: first(/\$wp_version\s*=\s*'([^']+)'/),
    locale: first(/\$wp_local_package\s*=\s*'([\w-]{2,20})'/),
  },
  {
    // 3.8 and later (https://github.com/joomla/joomla-cms)
    name: 'Joomla',
    file: at('libraries/src/Version\\.php'),
    version: (text) => {
      const parts = ['MAJOR', 'MINOR', 'PATCH'].map(
        (part) => new RegExp(`\\b${part}_VERSION = (\\d+)`).exec(text)?.[1],
      );
      return parts.includes(undefined) ? undefined : parts.join('.');
    },
  },
  {
    // 1.5 to 3.7
    name: 'Joomla',
    file: at('libraries/(?:cms/version|joomla)/version\\.php'),
    version: (text) => {
      const [release, level] = ['RELEASE', 'DEV_LEVEL'].map(
        (part) => new RegExp(`\\b${part}\\s*=\\s*'([\\d.]+)'`).exec(text)?.[1],
      );
      return release && (level === undefined ? release : `${release}.${level}`);
    },
  },
  {
    // 8 and later (https://git.drupalcode.org/project/drupal)
    name: 'Drupal',
    file: at('core/lib/Drupal\\.php'),
    version: first(/const VERSION = '([^']+)'/),
  },
  { name: 'Drupal', file: at('includes/bootstrap\\.inc'), version: first(/define\('VERSION', '(7[^']*)'\)/) },
  { name: 'Drupal', file: at('modules/system/system\\.module'), version: first(/define\('VERSION', '([56][^']*)'\)/) },
  {
    // https://github.com/movabletype/movabletype
    name: 'Movable Type',
    file: at('lib/MT\\.pm'),
    version: first(/\$PRODUCT_VERSION,[^;]*?=\s*\(\s*'[^']*',\s*'[^']*',\s*'(\d[\w.-]*)'/),
  },
  {
    // https://github.com/EC-CUBE/ec-cube2; before 2.13 in another file
    name: 'EC-CUBE',
    file: at('(?:data/class/SC_Initial|data/require_base|data/module/version)\\.php'),
    version: first(/define\('ECCUBE_VERSION', ["']([^"']+)["']\)/),
  },
  {
    // 3 and later (https://github.com/EC-CUBE/ec-cube)
    name: 'EC-CUBE',
    file: at('src/Eccube/Common/Constant\\.php'),
    version: first(/const VERSION = '([^']+)'/),
  },
  {
    // https://github.com/baserproject/basercms
    name: 'baserCMS',
    file: at('(?:baser|lib/Baser|plugins/baser-core)/VERSION\\.txt'),
    version: first(/^(\d+\.\d+[\w.-]*)/),
  },
  {
    // 5.7 and later (https://github.com/concretecms/concretecms)
    name: 'concrete',
    file: at('concrete/config/concrete\\.php'),
    version: first(/'version' => '([^']+)'/),
  },
  { name: 'concrete', file: at('concrete/config/version\\.php'), version: first(/\$APP_VERSION = '([^']+)'/) },
  {
    // 5.1 and later (https://github.com/phpmyadmin/phpmyadmin)
    name: 'phpMyAdmin',
    file: at('(?:libraries/classes|src)/Version\\.php'),
    version: (text) => (/namespace PhpMyAdmin;/.test(text) ? first(/const VERSION = '([^']+)'/)(text) : undefined),
  },
  {
    name: 'phpMyAdmin',
    file: at('libraries/(?:classes/Config|Config\\.class)\\.php'),
    version: first(/'PMA_VERSION', '([^']+)'/),
  },
  {
    // https://github.com/XOOPS/XoopsCore25, and its Japanese branch XOOPS Cube Legacy
    name: 'XOOPS',
    file: at('include/version\\.php'),
    version: first(/define\(\s*['"]XOOPS_VERSION['"]\s*,\s*['"](?:XOOPS )?([^'"]+)['"]/),
  },
  {
    // https://pukiwiki.osdn.jp
    name: 'PukiWiki',
    file: at('lib/init\\.php'),
    version: first(/define\('S_VERSION', '([^']+)'\)/),
  },
];

function at(path: string): RegExp {
  return new RegExp(`(?:^|/)${path}$`);
}

function first(pattern: RegExp): (text: string) => string | undefined {
  return (text) => pattern.exec(text)?.[1];
}
