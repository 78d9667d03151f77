import { isBlank, isDigit, startsWith } from './bytes';

const HASH = 0x23;
/** Those of printed values stand alone. */
const BRACKETS = Buffer.from('()[]{}');
/**
 * How lines of stack traces and chained exceptions begin that are not indented: those of PHP
 * (https://www.php.net/manual/en/exception.tostring.php) and of its usual library for logs (https://github.com/Seldaek/monolog).
 */
const BEGINNINGS = ['Stack trace:', 'Next ', '[stacktrace]', '[previous exception]', '"}'].map((text) =>
  Buffer.from(text),
);

/**
 * Whether a line looks like a part of what a program wrote over several lines: a stack trace, or a value printed with indents
 * (https://www.php.net/manual/en/function.print-r.php).
 */
export function looksLikeTrace(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end) return false;
  if (end - start === 1 && BRACKETS.includes(bytes[start]!)) return true;
  if (isBlank(bytes[start])) return true;
  if (bytes[start] === HASH) return isDigit(bytes[start + 1]);
  return BEGINNINGS.some((text) => startsWith(bytes, start, end, text));
}
