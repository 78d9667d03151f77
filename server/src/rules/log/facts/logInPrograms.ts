import { t } from '../../../words';
import { shortened } from '../../../shortened';

/** How a program tells whether a password was right. */
export type AnswerStyle =
  /** Wrong: the form again (200). Right: on to the next page (302, 303). */
  | 'form'
  /** Wrong: 401, 403 or 422. Right: 200 to 204. */
  | 'interface'
  /** Redirects either way; only what the client gets to see next tells. */
  | 'redirect'
  /** The log can't tell. */
  | 'silent'
  /** Replies of FTP (RFC 959) and SMTP (RFC 4954): 530 and 535 are wrong, 230 and 235 are right. */
  | 'reply'
  /** The server's own password (RFC 7617): 401 is none or a wrong one. */
  | 'basic'
  /** Messages of the error log: each is a failure. */
  | 'message';

/** A program that asks for a password. */
export interface LogInProgram {
  /** What attempts are put together by. */
  readonly id: string;
  /** What the owner of the site knows it as. */
  readonly name: () => string;
  /** `undefined`: `form` or `interface`, as its answers show. */
  readonly style?: AnswerStyle;
  /** Whether all work behind the log-in is sent to the same place. */
  readonly isShared?: true;
}

export const BASIC_AUTHENTICATION: LogInProgram = {
  id: 'basic',
  name: () => t('folders with a password of the web server'),
  style: 'basic',
};
export const ERROR_LOG: LogInProgram = {
  id: 'message',
  name: () => t('folders with a password of the web server (error log)'),
  style: 'message',
};
export const FTP: LogInProgram = { id: 'ftp', name: () => t('the FTP or SSH server'), style: 'reply' };
export const MAIL: LogInProgram = { id: 'mail', name: () => t('the mail server'), style: 'reply' };
export const XML_RPC: LogInProgram = {
  id: 'xmlrpc',
  name: () => t('WordPress’s interface xmlrpc.php'),
  style: 'silent',
};

/** Programs by the end of their path; the first that fits counts. */
const known: readonly (readonly [path: RegExp, program: LogInProgram])[] = [
  [/\/wp-login\.php$/i, { id: 'wordpress', name: () => 'WordPress', style: 'form' }],
  [/\/xmlrpc\.php$/i, XML_RPC],
  [
    /\/administrator(?:\/(?:index\.php)?)?$/i,
    { id: 'joomla', name: () => 'Joomla', style: 'redirect', isShared: true },
  ],
  [/\/mt\.cgi$/i, { id: 'movable-type', name: () => 'Movable Type', style: 'silent', isShared: true }],
  [
    /phpmyadmin|\/pma\/|\/mysql\/|\/dbadmin|\/adminer/i,
    { id: 'phpmyadmin', name: () => 'phpMyAdmin', style: 'form', isShared: true },
  ],
  [
    /webmail|roundcube|\/rcube|\/imp\/login|\/src\/redirect\.php$|auth\.owa$/i,
    { id: 'webmail', name: () => t('the webmail'), isShared: true },
  ],
  [/\/login_up\.php$|\/session_login\.cgi$/i, { id: 'panel', name: () => t('the control panel of the server') }],
  [/\/login_check$/i, { id: 'login-check', name: () => t('the administration'), style: 'redirect' }],
];

/** The program that takes passwords at a path; each path of one's own is a program of its own. */
export function logInProgramAt(path: string): LogInProgram {
  const found = known.find(([pattern]) => pattern.test(path));
  if (found !== undefined) return found[1];
  const isShared = /log-?[io]n|sign-?_?in|auth|session/i.test(path) ? undefined : true;
  return { id: `path ${path}`, name: () => t('the log-in page {0}', shortened(path)), isShared };
}
