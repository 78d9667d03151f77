import type { ReferenceKind } from '../siteModel';

/** What the tokens in front of a string make of it; each pattern ends where the string begins. */
const CONTEXTS: readonly (readonly [RegExp, ReferenceKind])[] = [
  [/(?:^|[^\w$])(?:fetch|axios|ky|Request|sendBeacon|EventSource|Worker|importScripts)\($/, 'request'],
  [/(?:^|[^\w$])(?:\$|jQuery|axios|ky|\$http|superagent)\.\w+\($/, 'request'],
  [/\.load\($/, 'request'],
  [/\.open\("\w*",$/, 'request'],
  [/(?:^|[{,(])"?(?:url|endpoint|ajax_?url)"?:$/i, 'request'],
  [/(?:^|[{,(])"?action"?:$/, 'form'],
  [/\.(?:action|formAction)=$/, 'form'],
  [/\.(?:attr|setAttribute|prop)\("(?:form)?action",$/i, 'form'],
  [/\.(?:attr|setAttribute|prop)\("(?:href|src)",$/i, 'link'],
  [/location(?:\.href)?=$/, 'redirect'],
  [/location\.(?:assign|replace)\($/, 'redirect'],
  [/\.(?:href|src)=$/, 'link'],
  [/window\.open\($/, 'link'],
];

/**
 * Whether the tokens before a string may tell what the script does with it, as they seldom do: the last one, and the third last,
 * which begins the arguments where another string stands before this one.
 */
export function tellsUse(last: string, thirdLast: string): boolean {
  return last === '(' || last === ':' || last === '=' || (last === ',' && thirdLast === '(');
}

/**
 * Tells from the tokens before a string what the script does with it.
 * @param before tokens without blanks between them, strings among them as `"text"`.
 * @returns `undefined` when nothing there says that the string is a URL.
 */
export function scriptContext(before: string): ReferenceKind | undefined {
  return CONTEXTS.find(([pattern]) => pattern.test(before))?.[1];
}
