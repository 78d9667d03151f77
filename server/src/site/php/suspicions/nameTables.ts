import type { Expression } from '../ast';
import { names } from '../nameList';
import type { Witness } from './witness';

/** Functions that tools of intruders need and that are too long to be in a text by chance. */
const FUNCTIONS = names(`
  file_put_contents file_get_contents move_uploaded_file base64_decode shell_exec proc_open passthru call_user_func
  create_function curl_setopt curl_exec curl_init fsockopen php_uname function_exists is_writable scandir preg_replace
  str_replace gzinflate gzuncompress str_rot13 array_map fileperms filemtime set_time_limit ignore_user_abort
  sys_get_temp_dir unserialize wp_remote_get get_option update_option
`);
/** The names as they look in base64 or in hexadecimal digits. */
const ENCODED: ReadonlyMap<string, string> = new Map(
  FUNCTIONS.flatMap((name): [string, string][] => [
    [Buffer.from(name).toString('base64'), name],
    [Buffer.from(name).toString('hex'), name],
  ]),
);
const PLAIN: ReadonlySet<string> = new Set(FUNCTIONS);
const BACKWARDS = new RegExp(FUNCTIONS.map((name) => name.split('').toReversed().join('')).join('|'), 'g');

/** So many different names written in a way that only a program reads are no accident. */
const MANY = 3;
/** Texts longer than this (characters) are not lists of names. */
const LONGEST = 4000;
/** One name with signs between its letters is no longer than this. */
const LONGEST_NAME = 120;
/** `fi..le_..get_con..tents`. */
const SIGNS_BETWEEN = /\W{1,4}\w{1,3}\W/;

/** Names of functions that a file keeps in hexadecimal digits, in base64, backwards or with signs between the letters. */
export function findNameTables(literals: ReadonlyMap<Expression, string>): Witness[] {
  const found = new Set<string>();
  for (const [node, text] of literals) {
    if (text.length < 8 || text.length > LONGEST) continue;
    for (const name of hiddenIn(text)) found.add(name);
    if (found.size >= MANY) return [{ signal: 'hiddenFunctionName', strength: 'strong', node }];
  }
  return [];
}

function hiddenIn(text: string): readonly string[] {
  const encoded = ENCODED.get(text) ?? ENCODED.get(text.toLowerCase());
  if (encoded !== undefined) return [encoded];
  const plain = text.length <= LONGEST_NAME && SIGNS_BETWEEN.test(text) ? text.replace(/\W+/g, '') : '';
  return PLAIN.has(plain) ? [plain] : [...text.matchAll(BACKWARDS)].map(([name]) => name);
}
