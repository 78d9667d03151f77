import type { SiteFile } from '../siteModel';

/** Words and shapes of which one is in nearly every program that does harm, and in few others. */
const SIGNS = new RegExp(
  [
    // Code that is run or made from text.
    String.raw`\b(?:eval|assert|create_function|call_user_func|include|require)\b[^;\n]{0,40}\$`,
    String.raw`\b(?:eval|unescape|document\.write|String\.fromCharCode|atob)\s*\(`,
    // Commands and files.
    String.raw`\b(?:shell_exec|passthru|proc_open|popen|system|exec|move_uploaded_file|file_put_contents|fsockopen)\s*\(`,
    // What is unpacked.
    String.raw`\b(?:base64_decode|gzinflate|gzuncompress|str_rot13|hex2bin|convert_uudecode)\b`,
    // What the client sends.
    String.raw`\$_(?:GET|POST|REQUEST|COOKIE|FILES)\b|php://input|HTTP_RAW_POST_DATA`,
    // Long texts without blanks, and texts of escapes.
    String.raw`[A-Za-z0-9+/=]{300}|(?:\\x[0-9a-f]{2}){12}`,
  ].join('|'),
  'i',
);

/** Whether rules for malicious programs may have something to say of a file: whether it is one, or part of a page. */
export function isProgramOrPage({ kind, program, disguisedPhpLine, size }: SiteFile): boolean {
  return size > 0 && (kind !== 'other' || program !== undefined || disguisedPhpLine !== undefined);
}

/** Whether there is anything in a file that malicious programs need. */
export function mayDoHarm(bytes: Uint8Array): boolean {
  return SIGNS.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}
