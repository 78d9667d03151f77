import { isBlank, isDigit, startsWith } from './bytes';

const HASH = 0x23;
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
  // Brackets of printed values stand alone.
  if (end - start <= 1) return end > start;
  if (isBlank(bytes[start])) return true;
  if (bytes[start] === HASH) return isDigit(bytes[start + 1]);
  return BEGINNINGS.some((text) => startsWith(bytes, start, end, text));
}
