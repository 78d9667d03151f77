import { decodeText } from '../../decodeText';
import { folderOf } from '../../paths';
import type { Product } from './product';
import { PROGRAMS } from './programs';

/** Versions stand near the beginning of their files, headers within 8 KB (`get_file_data` of WordPress). */
const READ_BYTES = 64 * 1024;
const LONGEST_NAME = 80;
const VERSION = /^\d[\w.+~ -]{0,23}/;

/** https://developer.wordpress.org/plugins/plugin-basics/header-requirements/: the folder of a plug-in, or its only file. */
const PLUGIN_FILE = /(?:^|\/)wp-content\/plugins\/[^/]+(?:\/[^/]+)?\.php$/;
/** https://developer.wordpress.org/themes/basics/main-stylesheet-style-css/ */
const THEME_FILE = /(?:^|\/)wp-content\/themes\/(?:[^/]+\/){1,2}style\.css$/;
const PLUGIN_FOLDER = /(?:^|\/)wp-content\/plugins$/;

/** Whether a file may say what product it belongs to, by its name; it is then read although nothing else is in it. */
export function mayNameProduct(path: string): boolean {
  return THEME_FILE.test(path) || PLUGIN_FILE.test(path) || PROGRAMS.some(({ file }) => file.test(path));
}

/** The product that a file says it belongs to. */
export function readProduct(path: string, bytes: Uint8Array): Product | undefined {
  if (!mayNameProduct(path)) return undefined;
  const { text } = decodeText(bytes.subarray(0, READ_BYTES));
  if (PLUGIN_FILE.test(path)) return headerOf(text, 'plugin', pluginPath(path));
  if (THEME_FILE.test(path)) return headerOf(text, 'theme', folderOf(path));
  for (const { name, file, version, locale } of PROGRAMS) {
    const match = file.exec(path);
    const found = match && version(text);
    if (match && found !== null && found !== undefined) {
      const edition = locale?.(text);
      const said = { ...versionOf(found), ...(edition !== undefined && { locale: edition }) };
      return { kind: 'program', name, ...said, path: path.slice(0, match.index) };
    }
  }
  return undefined;
}

/** The folder of a plug-in, or its file where it has no folder. */
function pluginPath(path: string): string {
  const folder = folderOf(path);
  return PLUGIN_FOLDER.test(folder) ? path : folder;
}

/** What the header of a plug-in or theme says; `undefined` without one. */
function headerOf(text: string, kind: 'plugin' | 'theme', path: string): Product | undefined {
  const name = headerLine(text, kind === 'plugin' ? 'Plugin Name' : 'Theme Name');
  if (name === undefined || name === '') return undefined;
  return { kind, name: name.slice(0, LONGEST_NAME), ...versionOf(headerLine(text, 'Version') ?? ''), path };
}

function headerLine(text: string, field: string): string | undefined {
  const line = new RegExp(`^(?:[ \\t]*<\\?php)?[ \\t/*#@]*${field}:([^\\r\\n]{0,200})`, 'im').exec(text);
  return line?.[1]?.replace(/\s*(?:\*\/|\?>).*/, '').trim();
}

function versionOf(text: string): Pick<Product, 'version'> {
  const version = VERSION.exec(text.trim())?.[0].trim();
  return version === undefined ? {} : { version };
}
