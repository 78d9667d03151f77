import { fileSections, type Directive } from './apacheDirectives';

/** Which files a folder's settings give for addresses that name none, as far as it can be told without running them. Hostile texts. */
export interface FolderRoutes {
  /** What is shown for the address of a folder (DirectoryIndex), the first that is there. */
  readonly indexNames: readonly string[];
  /** File that gets all addresses at which there is no file: the front controller of programs such as WordPress. */
  readonly frontController?: string;
  /** Addresses below the folder that are those of a file, in lower case. */
  readonly rewrites: readonly (readonly [address: string, file: string])[];
}

/** Most addresses of one file; more are made by a program, or to exhaust. */
const MOST_REWRITES = 500;
/** Patterns that every address matches. */
const EVERYTHING = new Set([
  '.',
  '.*',
  '.+',
  '^',
  '^.*$',
  '^.+$',
  '(.*)',
  '^(.*)$',
  '^(.+)$',
  '^(.*)',
  '^(.+)',
  '^/?(.*)$',
]);
/** `^contact/?$`: letters alone, with dots that stand for themselves. */
const LITERAL = /^\^?\/?((?:[\w%/-]|\\\.){1,200}?)(?:\/\?)?\$$/;
/** Flags by which a visitor is sent elsewhere, or nowhere (https://httpd.apache.org/docs/2.4/rewrite/flags.html). */
const LEADS_AWAY = /\b(?:R(?:=\d+)?|redirect|F|forbidden|G|gone|P|proxy)\b/i;
/** Programs and pages of the site. */
const FILE = /^\/?(?:[\w.-]+\/){0,20}[\w.-]+\.(?:php\d?|phtml|html?|cgi|pl)$/i;

/** What the directives of an .htaccess say of addresses; `undefined` for nothing. */
export function routesOf(directives: readonly Directive[]): FolderRoutes | undefined {
  const whole = directives.filter((directive) => fileSections(directive).length === 0);
  const indexNames = whole
    .filter(({ name }) => name === 'directoryindex')
    .flatMap(({ values }) => values.filter((value) => /^[\w.-]+$/.test(value) && value !== 'disabled'));
  const rules = whole.filter(isRewrite);
  const fallback = whole.find(({ name }) => name === 'fallbackresource')?.values[0];
  const everything = rules.find(({ values }) => EVERYTHING.has(values[0]!))?.values[1];
  const frontController = [fallback, everything].map((target) => target && fileOf(target)).find(Boolean);
  const rewrites = rules.flatMap(({ values: [pattern, target] }): [string, string][] => {
    const address = LITERAL.exec(pattern!)?.[1]?.replaceAll('\\.', '.');
    const file = fileOf(target!);
    return address === undefined || file === undefined ? [] : [[address.toLowerCase(), file]];
  });
  if (indexNames.length + rewrites.length === 0 && frontController === undefined) return undefined;
  return { indexNames, ...(frontController && { frontController }), rewrites: rewrites.slice(0, MOST_REWRITES) };
}

function isRewrite({ name, values }: Directive): boolean {
  return name === 'rewriterule' && values.length > 1 && !LEADS_AWAY.test(values.slice(2).join(' '));
}

/** The file of a target such as `/index.php?page=$1`; `undefined` for other sites and for what is computed. */
function fileOf(target: string): string | undefined {
  const file = target.replace(/[?#].*$/s, '').replace(/\/\$\d$/, '');
  return FILE.test(file) ? file : undefined;
}
