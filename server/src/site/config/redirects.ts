import type { Directive } from './apacheDirectives';
import { settingSign, type SettingSign } from './settingSign';

const ABSOLUTE = /^https?:\/\/([^/?#:]+)/i;
const SEARCH_ENGINE = /google|bing|yahoo|yandex|baidu|duckduck|msn|aol|altavista|ask\.|search|facebook|twitter/i;
const TELEPHONE = /android|iphone|ipad|mobile|blackberry|symbian|opera mini|windows ce/i;
/** Services that give search engines a page drawn beforehand (https://docs.prerender.io). */
const DRAWING_SERVICE = /prerender|rendertron|brombone/i;
/** `m.example.com` or `sp.example.com`: the telephones' own version of a site. */
const TELEPHONE_VERSION = /^(?:m|sp|mobile|smart|s|i|k)\.|%\{|\$/i;

/** Conditions that the next RewriteRule depends on (https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewritecond). */
interface Conditions {
  readonly fromSearch: boolean;
  readonly isRobot: boolean;
  readonly hasTelephone: boolean;
  readonly any: boolean;
}

/** Redirections to other sites, above all of visitors that the owner is not: those from search engines, with telephones. */
export function redirectSigns(directives: readonly Directive[]): SettingSign[] {
  const signs: SettingSign[] = [];
  let pending: Directive[] = [];
  for (const directive of directives) {
    if (directive.name === 'rewritecond') pending.push(directive);
    else if (directive.name === 'rewriterule') {
      signs.push(...ruleSigns(directive, conditionsOf(pending)));
      pending = [];
    } else if (directive.name === 'redirect' || directive.name === 'redirectmatch') {
      signs.push(...plainRedirectSigns(directive));
    }
  }
  return signs;
}

function conditionsOf(conditions: readonly Directive[]): Conditions {
  const holds = (variable: string, pattern: RegExp): boolean =>
    conditions.some(({ values: [tested = '', wanted = ''] }) => {
      const isNegated = wanted.startsWith('!');
      return tested.toUpperCase().includes(variable) && !isNegated && pattern.test(wanted);
    });
  return {
    fromSearch: holds('HTTP_REFERER', SEARCH_ENGINE),
    isRobot: holds('HTTP_USER_AGENT', SEARCH_ENGINE),
    hasTelephone: holds('HTTP_USER_AGENT', TELEPHONE),
    any: conditions.length > 0,
  };
}

function ruleSigns(rule: Directive, { fromSearch, isRobot, hasTelephone, any }: Conditions): SettingSign[] {
  const [pattern = '', target = ''] = rule.values;
  const host = ABSOLUTE.exec(target)?.[1];
  if (host === undefined) {
    const showsProgram = isRobot && /\.(?:php|html?)\b/i.test(target) && !/^\/?index\.(?:php|html?)$/i.test(target);
    return showsProgram ? [settingSign('showsRobotsOtherPages', rule)] : [];
  }
  if (/^[%$]/.test(host) || DRAWING_SERVICE.test(host)) return [];
  if (fromSearch || (isRobot && !hasTelephone)) return [settingSign('redirectsSomeVisitors', rule, [host])];
  if (hasTelephone) return TELEPHONE_VERSION.test(host) ? [] : [settingSign('redirectsSomeVisitors', rule, [host])];
  return !any && isEverything(pattern) ? [settingSign('redirectsEverybody', rule, [host])] : [];
}

function plainRedirectSigns(directive: Directive): SettingSign[] {
  const target = directive.values.at(-1) ?? '';
  const path = directive.values.at(-2) ?? '';
  const host = ABSOLUTE.exec(target)?.[1];
  return host !== undefined && isEverything(path) ? [settingSign('redirectsEverybody', directive, [host])] : [];
}

function isEverything(pattern: string): boolean {
  return ['.*', '^.*$', '(.*)', '^(.*)$', '^', '/', '^/?(.*)$', '^/(.*)$', '^/.*$'].includes(pattern);
}
