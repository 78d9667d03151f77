import { isHostsDomain } from './hosts';
import { isBlotted, type NoticeText } from './noticeText';

const DOMAIN = String.raw`((?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,6}\p{L}{2,24})`;
const LABELLED: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:ドメイン(?:名)?|サイト|アカウント|URL)\s*(?:[:【「『\[]\s*)+(?:https?:\/\/)?${DOMAIN}`,
    'giu',
  ),
  new RegExp(String.raw`\b(?:domains?|(?:web)?sites?|primary domain|url)\s*:\s*(?:https?:\/\/)?${DOMAIN}`, 'giu'),
  new RegExp(String.raw`\b(?:account|hosting|web ?site|site|domain) (?:for |of )?${DOMAIN}(?![\/\w])`, 'giu'),
  new RegExp(String.raw`^\[${DOMAIN}\]$`, 'giu'),
  // Xserver's folders carry the name of the domain.
  new RegExp(String.raw`\/home\/[^\/\s]+\/${DOMAIN}\/public_html`, 'giu'),
  new RegExp(String.raw`\/(?:vhosts|domains)\/${DOMAIN}\/`, 'giu'),
];

/** A line that names several: `ドメイン名：a.example / b.example`. */
const SEVERAL = /^[\s・■▼-]*(?:(?:対象|契約)?ドメイン名?|domains?)\s*:\s*(.+)$/iu;
const WHOLE = new RegExp(`^${DOMAIN}$`, 'iu');

/** The user's domains as a mail names them, in lower case, each once. */
export function domainsOf({ narrow }: NoticeText): string[] {
  const named = narrow.flatMap((line) => [
    ...LABELLED.flatMap((pattern) => [...line.matchAll(pattern)].map(([, domain]) => domain!.toLowerCase())),
    ...(SEVERAL.exec(line)?.[1]?.split(/[\s/、,・]+/u) ?? [])
      .map((each) => each.toLowerCase())
      .filter((each) => WHOLE.test(each)),
  ]);
  return [...new Set(named.filter((domain) => !isHostsDomain(domain) && !isBlotted(domain)))];
}
