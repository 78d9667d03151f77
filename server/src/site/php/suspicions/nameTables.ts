import type { Expression } from '../ast';
import { DECODERS } from '../fold/decoders';
import { names } from '../nameList';
import type { Witness } from './witness';

/** Functions that tools of intruders need and that are too long to be in a text by chance. */
const FUNCTIONS = names(`
  file_put_contents file_get_contents move_uploaded_file base64_decode shell_exec proc_open passthru call_user_func
  create_function curl_setopt curl_exec curl_init fsockopen php_uname function_exists is_writable scandir preg_replace
  str_replace gzinflate gzuncompress str_rot13 array_map fileperms filemtime set_time_limit ignore_user_abort
  sys_get_temp_dir unserialize wp_remote_get get_option update_option
`);
const BY_NAME: ReadonlySet<string> = new Set(FUNCTIONS);
const BACKWARDS: readonly string[] = FUNCTIONS.map((name) => name.split('').toReversed().join(''));

/** So many different names written in a way that only a program reads are no accident. */
const MANY = 3;
/** Texts longer than this (characters) are not lists of names. */
const LONGEST = 4000;

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
  const one = decoded(text);
  if (one !== undefined) return [one];
  return BACKWARDS.filter((name) => text.includes(name));
}

/** The one name that a text hides. */
function decoded(text: string): string | undefined {
  const plain = /^(?:[\da-f]{2})+$/i.test(text)
    ? DECODERS['hex2bin']?.(text)
    : /^[A-Za-z\d+/]+={0,2}$/.test(text)
      ? DECODERS['base64_decode']?.(text)
      : withoutSigns(text);
  return plain !== undefined && plain !== text && BY_NAME.has(plain) ? plain : undefined;
}

/** `fi..le_..get_con..tents` without the signs. */
function withoutSigns(text: string): string | undefined {
  return text.length <= 120 && /[^\w]{1,4}\w{1,3}[^\w]/.test(text) ? text.replace(/\W+/g, '') : undefined;
}
