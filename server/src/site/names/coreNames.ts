import { nameOf } from '../paths';

/** Programs in the main folder of WordPress (https://github.com/WordPress/WordPress), and two that plug-ins put there. */
const CORE_NAMES = [
  'wp-activate.php',
  'wp-blog-header.php',
  'wp-comments-post.php',
  'wp-config-sample.php',
  'wp-config.php',
  'wp-cron.php',
  'wp-links-opml.php',
  'wp-load.php',
  'wp-login.php',
  'wp-mail.php',
  'wp-settings.php',
  'wp-signup.php',
  'wp-trackback.php',
  'xmlrpc.php',
] as const;
const OTHER_NAMES = new Set([
  'wp-pass.php',
  'wp-feed.php',
  'wp-rss.php',
  'wp-rss2.php',
  'wp-rdf.php',
  'wp-atom.php',
  'wp-app.php',
  'wp-register.php',
  'wp-config-local.php',
  'wp-cache-config.php',
]);
/** Signs that look like letters in most typefaces. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/[1|]/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/3/g, 'e'],
  [/4/g, 'a'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];
/** A name with one letter changed, left out, added or two exchanged is taken for the real one. */
const NEAR = 1;

/** A core file that a name is easily taken for. */
export interface Resemblance {
  readonly name: string;
  /** Signs are exchanged for others that look alike: nobody does that by mistake. */
  readonly lookalike: boolean;
}

/** The file of WordPress that a path's name resembles without being it; `undefined` for all ordinary names. */
export function resembledName(path: string): Resemblance | undefined {
  const name = nameOf(path).toLowerCase();
  if (!name.startsWith('wp') && !name.startsWith('vvp') && !name.startsWith('xml')) return undefined;
  if ((CORE_NAMES as readonly string[]).includes(name) || OTHER_NAMES.has(name)) return undefined;
  const plain = LOOKALIKES.reduce((text, [sign, letter]) => text.replace(sign, letter), name);
  const meant = CORE_NAMES.find((core) => core === plain);
  if (meant !== undefined) return { name: meant, lookalike: true };
  const near = CORE_NAMES.find((core) => isNear(core, name));
  return near === undefined ? undefined : { name: near, lookalike: false };
}

/** Whether one edit makes one name of the other: the Damerau–Levenshtein distance is at most `NEAR`. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > NEAR) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
