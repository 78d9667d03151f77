const SEARCH_ENGINES = /google|bing|yahoo|yandex|baidu|duckduck|\baol\b|\bask\.|facebook|instagram|twitter/gi;
const TELEPHONES = /android|iphone|ipad|blackberry|windows (?:phone|ce)|opera mini|iemobile|\bmobile\b/gi;
/** `m.example.com` or `sp.example.com`: the telephones' own version of a site. */
const TELEPHONE_VERSION = /^(?:m|sp|mobile|mobi|smart|touch|wap|s|i|k)\d?\./i;

/** Whether code asks where the visitor comes from, and names search engines. */
export function isFromSearch(code: string): boolean {
  return /\breferrer\b/.test(code) && distinct(code, SEARCH_ENGINES) >= 2;
}

/** Whether code asks for the visitor's browser, and names kinds of telephones. */
export function isForTelephones(code: string): boolean {
  return /\buserAgent\b/.test(code) && distinct(code, TELEPHONES) >= 2;
}

export function isTelephoneVersion(host: string): boolean {
  return TELEPHONE_VERSION.test(host);
}

function distinct(code: string, words: RegExp): number {
  return new Set((code.match(words) ?? []).map((word) => word.toLowerCase())).size;
}
