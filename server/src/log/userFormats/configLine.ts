import { t } from '../../words';
import { apacheParts } from './apachePattern';
import { nginxParts } from './nginxPattern';
import { PatternProblem, settleParts, type Pattern } from './pattern';

/** `LogFormat "…" name` and directives that take a format behind a file (https://httpd.apache.org/docs/2.4/mod/mod_log_config.html). */
const APACHE_LINE = /^(LogFormat|CustomLog|GlobalLog)\s+(.*)$/is;
/** `log_format name escape=… '…' '…';` (https://nginx.org/en/docs/http/ngx_http_log_module.html#log_format). */
const NGINX_LINE = /^log_format\s+\S+\s+(?:escape=(\w+)\s+)?(.*)$/is;
/** A variable of nginx. */
const VARIABLE = /\$\{?[a-z_]\w*/i;

/**
 * Understands a format that the user wrote down: a format string of Apache or nginx, or the line of a configuration that has
 * it. Throws `PatternProblem` when it is none.
 */
export function readPattern(text: string): Pattern {
  const line = text.trim();
  if (line === '') throw new PatternProblem(t('it is empty'));
  const apache = APACHE_LINE.exec(line);
  if (apache !== null) return apachePattern(apacheFormat(apache[1]!, apache[2]!));
  const nginx = NGINX_LINE.exec(line);
  if (nginx !== null) return nginxPattern(nginxFormat(nginx[2]!), nginx[1] === 'json');
  if (!VARIABLE.test(line)) return apachePattern(withoutEscapes(line));
  // Without the name, the quotes may have been copied.
  return nginxPattern(/^['"].*['"]\s*;?$/s.test(line) ? nginxFormat(line) : line, false);
}

function apachePattern(format: string): Pattern {
  if (!format.includes('%')) throw new PatternProblem(t('it has no directive such as %h or $remote_addr'));
  if (format.includes('\n')) throw new PatternProblem(t('its entries have several lines'));
  return { parts: settleParts(apacheParts(format)), isJson: false };
}

function nginxPattern(format: string, isJson: boolean): Pattern {
  if (!VARIABLE.test(format)) throw new PatternProblem(t('it has no directive such as %h or $remote_addr'));
  return { parts: settleParts(nginxParts(format)), isJson };
}

/** The format string among the arguments of a directive of Apache. */
function apacheFormat(directive: string, rest: string): string {
  const words = apacheWords(rest);
  const format = /^LogFormat$/i.test(directive) ? words[0] : words[1];
  if (format === undefined) throw new PatternProblem(t('it has no format string'));
  if (!format.includes('%')) {
    throw new PatternProblem(t('it gives only the name of a format; the line LogFormat has the format itself'));
  }
  return withoutEscapes(format);
}

/** Words of a line of Apache's configuration; quotes hold blanks together, a backslash keeps a quote. */
function apacheWords(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/gs)].map(([, quoted, plain]) => {
    return quoted === undefined ? plain! : quoted.replaceAll(/\\(["\\])/g, '$1');
  });
}

/** What mod_log_config makes of backslashes. */
function withoutEscapes(format: string): string {
  return format.replaceAll(/\\(.)/gs, (_whole, letter: string) => {
    if (letter === 't') return '\t';
    return letter === 'n' ? '\n' : letter;
  });
}

/** The strings of nginx's configuration joined to one, up to the semicolon. */
function nginxFormat(text: string): string {
  let format = '';
  const piece = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s'";][^\s;]*))/gsy;
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    const [, single, double, plain] = match;
    format += (single ?? double ?? plain ?? '').replaceAll(/\\([\\"'trn])/g, (_whole, letter: string) => {
      return { t: '\t', r: '\r', n: '\n' }[letter] ?? letter;
    });
  }
  return format;
}
