/** A local part has at most 64 octets, a domain 255 (RFC 5321 §4.5.3.1). */
const MAIL_ADDRESS = /[\p{L}\p{N}._%+-]{1,64}(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu;
/** The value behind a name in a query. */
const QUERY_VALUE = /([?&][^\s=&?#"'<>]{1,100}=)[^\s&#"'<>]+/gu;
const WORD = /[\p{L}\p{N}_.-]+/gu;
const MASK = '***';

/** Names that stand for themselves, and not within another word. */
const ONE_WORD = /^[\p{L}\p{N}_.-]+$/u;

/**
 * A text without mail addresses, values of queries and the names of some users.
 * @param users names as the logs have them; where a text has them as words, they are replaced
 */
export function maskText(text: string, users: ReadonlySet<string>): string {
  const masked = text.replaceAll(QUERY_VALUE, `$1${MASK}`).replaceAll(MAIL_ADDRESS, MASK);
  if (users.size === 0) return masked;
  const others = [...users].filter((name) => name !== '' && !ONE_WORD.test(name));
  const rest = others.reduce((said, name) => said.replaceAll(name, MASK), masked);
  return rest.replaceAll(WORD, (word) => maskUser(word, users));
}

/** A name at the end of a sentence has its full stop with it. */
function maskUser(word: string, users: ReadonlySet<string>): string {
  const name = users.has(word) ? word : word.replace(/\.+$/, '');
  return users.has(name) ? `${MASK}${word.slice(name.length)}` : word;
}
