import type { SiteFile } from '../../site/siteModel';

/** Whether a file is code of the server or of the browser. */
export function isProgram(file: SiteFile | undefined): boolean {
  return isRunnable(file) || file?.kind === 'script';
}

/** Whether a file is code of the server. */
export function isRunnable(file: SiteFile | undefined): boolean {
  return file !== undefined && (file.kind === 'php' || file.kind === 'cgi' || file.program !== undefined);
}
