import { names } from '../../php/nameList';
import type { Tool, ToolCode } from './tool';

/**
 * Tools that give power over a whole site by design. They were told by their own code in the versions named; a release that
 * renames what is looked for is judged like any other file.
 */
export const TOOLS: readonly Tool[] = [
  {
    // 3.3 to 5.4 (https://github.com/vrana/adminer), whose releases are one file each.
    name: 'Adminer',
    power: 'database',
    word: 'adminer_object',
    isIt: (code) =>
      declares(code, 'idf_unescape auth_url queries_redirect dump_csv apply_queries password_file') >= 4 &&
      has(code, 'adminer_version', 'adminer_permanent', 'adminer_import'),
    version: /@version\s+(\d[\w.-]*)|\bVERSION\s*=\s*"(\d[\w.-]*)"|\$\w{1,3}\s*=\s*"(\d+\.\d+\.\d+)"/,
  },
  {
    // 2.0 to 2.6 (https://github.com/prasathmani/tinyfilemanager).
    name: 'Tiny File Manager',
    power: 'files',
    word: 'fm_rdelete',
    isIt: (code) =>
      declares(code, 'fm_rdelete fm_rcopy fm_clean_path fm_get_parent_path fm_enc fm_mkdir fm_rename') >= 6,
    version: /define\(\s*'VERSION',\s*'(\d[\w.-]*)'/,
  },
  {
    // 1.7 to 1.9 (https://github.com/osalabs/phpminiadmin).
    name: 'phpMiniAdmin',
    power: 'database',
    word: 'phpminiadmin',
    isIt: (code) =>
      has(code, 'phpMiniAdmin') &&
      declares(code, 'do_sql display_select print_cfg get_db_select savecfg loadsess') >= 5,
    version: /\$VERSION\s*=\s*'(\d[\w.-]*)'/,
  },
  {
    // 2.1 (https://github.com/Studio-42/elFinder): the connector that asks nobody who they are.
    name: 'elFinder',
    power: 'files',
    word: 'elfinderconnector',
    isIt: (code) =>
      code.text.includes('new elFinderConnector ( new elFinder (') &&
      code.facts.runsCode &&
      includes(code, /(?:autoload|elFinder(?:Connector)?(?:\.class)?)\.php$/) &&
      !asksWho(code),
  },
  {
    // 2.x and 3.x (https://github.com/sunhater/kcfinder): browse.php and upload.php.
    name: 'KCFinder',
    power: 'files',
    word: 'kcfinder',
    isIt: (code) =>
      includes(code, /^core\/(?:bootstrap|autoload)\.php$/) &&
      /\$(?:browser|uploader) = (?:new (?:browser|uploader)\b|"kcfinder\\\\(?:browser|uploader)")/.test(code.text),
    version: /@version\s+(\d[\w.-]*)/,
  },
  {
    // 0.2x to 0.36b (http://www.ozerov.de/bigdump).
    name: 'BigDump',
    power: 'import',
    word: 'bigdump',
    isIt: (code) => has(code, 'BigDump ver.') && declares(code, 'skin_open skin_close') === 2,
    version: /define\s*\(\s*'VERSION'\s*,\s*'(\d[\w.-]*)'/,
  },
  {
    // 2.0 to 4.1 (https://github.com/interconnectit/Search-Replace-DB).
    name: 'Search Replace DB',
    power: 'openDatabase',
    word: 'icit_srdb',
    isIt: (code) =>
      declares(code, 'icit_srdb_ui') === 1 ||
      declares(code, 'icit_srdb_replacer icit_srdb_form_action icit_srdb_define_find') === 3,
    version: /Serialized Data v ?(\d[\w.-]*)|^\/\/ Version (\d[\w.-]*)/m,
  },
  {
    // 0.5 to 1.5 (https://wordpress.org/plugins/duplicator/): the installer that a moved site is set up with. The plug-in's own
    // files are templates of it, with marks where the site's values come.
    name: 'Duplicator installer',
    power: 'restore',
    word: 'dupx_bootstrap|fw_duplicator_version',
    isIt: (code) =>
      !/'(?:@@ARCHIVE@@|%fwrite_package_name%)'/.test(code.text) &&
      (declares(code, 'dupx_bootstrap') === 1 || has(code, "[ 'FW_PACKAGE_NAME' ] = '", "'FW_DUPLICATOR_VERSION'")),
    version: /'FW_DUPLICATOR_VERSION'\]?\s*=\s*'(\d[\w.-]*)'|\bVERSION\s*=\s*'(\d[\w.-]*)'/,
  },
  {
    // 5.x to 10.x (https://github.com/blueimp/jQuery-File-Upload): the example that stores what it gets, CVE-2018-9206.
    name: 'jQuery File Upload example',
    power: 'upload',
    word: 'uploadhandler',
    isIt: (code) =>
      code.facts.declares.length === 0 &&
      includes(code, /(?:^|\/)(?:UploadHandler|upload\.class)\.php$/i) &&
      /= new UploadHandler (?:\( \) )?;/i.test(code.text) &&
      !asksWho(code),
  },
  {
    // 1.24 (https://github.com/DSB/MySQLDumper).
    name: 'MySQLDumper',
    power: 'openDatabase',
    word: 'msd_version',
    isIt: ({ text }) => /define \( 'MSD_VERSION' ,/.test(text),
    version: /define\(\s*'MSD_VERSION'\s*,\s*'(\d[\w.-]*)'/,
  },
  {
    // https://wordpress.org/plugins/wp-file-manager/
    name: 'WP File Manager',
    power: 'files',
    word: 'mk_file_folder_manager',
    isIt: (code) => declares(code, 'mk_file_folder_manager') === 1 && has(code, 'WP_FILE_MANAGER_PATH'),
    version: /^\s*Version:\s*(\d[\w.-]*)/m,
  },
  {
    name: 'phpinfo()',
    power: 'settings',
    word: 'phpinfo',
    isIt: ({ text, facts }) => {
      const calls = [...text.matchAll(/([\w\\]+) \(/g)].map(([, name = '']) => name.toLowerCase());
      const others = calls.filter((name) => !HARMLESS_BESIDE_PHPINFO.has(name));
      return facts.runsCode && text.length < LONGEST_PHPINFO && calls.includes('phpinfo') && others.length === 0;
    },
  },
];

/** What a page that does nothing but show the settings may call beside. */
const HARMLESS_BESIDE_PHPINFO = new Set(
  names('phpinfo error_reporting ini_set date_default_timezone_set exit die echo'),
);
/** Characters of code and HTML; a longer page shows the settings beside its own work. */
const LONGEST_PHPINFO = 1_000;

/** How many of the functions and classes with these names, in lower case, the code declares. */
function declares({ facts }: ToolCode, list: string): number {
  const declared = new Set(facts.declares);
  return names(list).filter((name) => declared.has(name)).length;
}

function includes({ facts }: ToolCode, path: RegExp): boolean {
  return facts.includes.some((include) => include.path !== undefined && path.test(include.path));
}

/** Whether the code looks at who is calling, be it with its own log-in or with that of the program around it. */
function asksWho({ text, facts }: ToolCode): boolean {
  const words = /\$_SESSION|\b(?:is_user_logged_in|current_user_can|\w*auth\w*|\w*login\w*) \(/i;
  return words.test(text) || facts.protections.some(({ kind }) => kind === 'login');
}

function has({ text }: ToolCode, ...words: string[]): boolean {
  return words.every((word) => text.includes(word));
}
