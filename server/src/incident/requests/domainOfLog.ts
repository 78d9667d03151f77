import { bareHost, isDomain } from '../../site/documentRoots';

/** What stands behind the domain in names such as `shop.example.access_log_20211101.gz` or `shop.example-ssl_log-Nov-2021.gz`. */
const BEHIND =
  /[.-](?:gz|zip|bz2|xz|zst|tgz|tar|log|txt|csv|json|access|error|ssl|ftp|raw|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|\d{1,14})$/i;
/** What stands before it in names such as `access-shop.example.log`. */
const BEFORE = /^(?:access|error|ssl|ftp|raw|log)[.-]/i;
/** More marks than these no name has. */
const MOST_MARKS = 12;

/**
 * The domain whose log a file is, told by its name or that of a folder that it lies in, the nearest first; lower case, without
 * `www.`. `undefined` where no name tells.
 * @param name path of a log, with `/` or `\`
 */
export function domainOfLog(name: string): string | undefined {
  for (const part of name.split(/[\\/]/).toReversed()) {
    const domain = part
      .split(/[^\p{L}\d.-]/u)
      .map(withoutMarks)
      .find(isDomain);
    if (domain !== undefined) return bareHost(domain);
  }
  return undefined;
}

function withoutMarks(word: string): string {
  let rest = word;
  for (let marks = 0; marks < MOST_MARKS; marks++) {
    const shorter = rest.replace(BEHIND, '').replace(BEFORE, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}
