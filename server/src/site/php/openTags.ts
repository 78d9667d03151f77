/** Where code begins in a file. */
export interface OpenTag {
  /** Index of the `<`. */
  readonly start: number;
  /** Index of the first character of code. */
  readonly codeStart: number;
  /** `<?=`. */
  readonly echo: boolean;
  /** `<script language="php">`, which PHP ran before version 7 and which ends with `</script>`. */
  readonly script: boolean;
}

/**
 * The short tag is taken for PHP only before what can start a statement, so that `<?xml` and the processing instructions
 * in pictures (XMP) are left alone.
 */
const TAG =
  /<\?(?:=|php(?=[\s/#$]|$)|(?=[\s$@/#({"'\\]|[a-z_]\w{1,30}\s*\(|(?:echo|print|if|for|foreach|while|include|require)\b|$))|<script\s[^<>]{0,80}?language\s*=\s*["']?php["']?[^<>]{0,80}>/gi;

/** The next opening tag at or behind `from`. */
export function findOpenTag(text: string, from: number): OpenTag | undefined {
  TAG.lastIndex = from;
  const match = TAG.exec(text);
  if (!match) return undefined;
  const echo = match[0] === '<?=';
  return { start: match.index, codeStart: match.index + match[0].length, echo, script: match[0].length > 5 };
}
