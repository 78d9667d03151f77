import { createSiteFiles } from '../../../../scripts/sample/siteFiles';
import { filesBelow, type Story, type StoryFile } from '../story';
import { LISTED_FILES } from './listedFiles';
import { DOMAIN, inJapan, INTRUSION, OTHER_DOMAIN } from './places';

/** When the files were planted, ms since 1970-01-01 UTC. */
const PLANTED = new Date(inJapan('2021-11-08 23:47:00') * 1_000);

/** What belongs to the site: a WordPress as far as the audit looks, with a plug-in that has a hole. */
const OWN_FILES: Readonly<Record<string, string>> = {
  'index.php': "<?php\ndefine('WP_USE_THEMES', true);\nrequire __DIR__ . '/wp-blog-header.php';\n",
  'wp-blog-header.php': "<?php\nrequire_once __DIR__ . '/wp-load.php';\nwp();\n",
  'wp-load.php': "<?php\nrequire_once __DIR__ . '/wp-config.php';\n",
  'wp-login.php': "<?php\nrequire __DIR__ . '/wp-load.php';\nlogin_header(__('Log In'));\n",
  'wp-includes/version.php': "<?php\n$wp_version = '5.8.1';\n$wp_local_package = 'ja';\n",
  'wp-content/index.php': '<?php\n// Silence is golden.\n',
  'wp-content/themes/tsuchinone/style.css': '/*\nTheme Name: Tsuchinone\nVersion: 1.2\n*/\n',
  'wp-content/themes/tsuchinone/index.php': '<?php get_header(); the_content(); get_footer();\n',
  'wp-content/plugins/wp-file-manager/readme.txt': '=== File Manager ===\nStable tag: 6.0\n',
  'wp-content/plugins/wp-file-manager/lib/php/connector.minimal.php':
    "<?php\nrequire './autoload.php';\n$connector = new elFinderConnector(new elFinder($opts));\n$connector->run();\n",
  'robots.txt': 'User-agent: *\nDisallow: /wp-admin/\n',
};

/** The copy of the account as its owner downloaded it: a folder for each domain, with the settings of PHP beside what it shows. */
export function copyOfAccount(): Story {
  const { site, root } = INTRUSION;
  const pages = [...createSiteFiles()].filter(([name]) => !name.startsWith('tw/') && name !== 'images/works/l.php');
  return new Map<string, StoryFile>([
    ...Object.entries(OWN_FILES).map(([path, content]): [string, StoryFile] => [
      `${site}/${root}/${path}`,
      { content },
    ]),
    [`${site}/${DOMAIN}/xserver_php/php.ini`, { content: 'allow_url_fopen = On\nallow_url_include = Off\n' }],
    ...filesBelow(`${site}/${OTHER_DOMAIN}/public_html`, new Map(pages)),
    ...LISTED_FILES.filter(({ fate }) => fate === 'present' || fate === 'empty').map(
      ({ path, fate, code }): [string, StoryFile] => [
        `${site}/${root}/${path}`,
        { content: fate === 'empty' ? '' : code, modified: PLANTED },
      ],
    ),
  ]);
}
