import { STRONG } from '../match/witness';
import { QUERY, type Literals } from './literal';

/**
 * Parameters by which servers take the number of a session, each with the fewest characters of the numbers that the server
 * gives out itself (the servers' documentation).
 */
export const SESSION_PARAMETERS: ReadonlyMap<string, number> = new Map([
  ['phpsessid', 22],
  ['phpsessionid', 22],
  ['jsessionid', 24],
  ['aspsessionid', 24],
  ['asp.net_sessionid', 24],
  ['.aspnetcore.session', 24],
  ['cakephp', 26],
  ['cftoken', 16],
  ['ci_session', 32],
  ['connect.sid', 32],
  ['laravel_session', 40],
  ['meteor_login_token', 40],
  ['play_session', 60],
  ['rack.session', 40],
  ['sails.sid', 32],
  ['shiny-token', 32],
  ['oscsid', 26],
  ['zenid', 26],
  ['symfony', 26],
  ['aspxauth', 64],
  ['.aspxauth', 64],
  ['jsessionidsso', 24],
  ['_session_id', 26],
  ['koa.sess', 32],
  ['koa.sid', 32],
  ['beaker.session.id', 32],
  ['zend-session', 26],
  ['zend_session_id', 26],
  ['weblogicsession', 40],
  ['wlsession', 40],
  ['zope_session', 24],
  ['next-auth.session-token', 60],
  ['__host-next-auth.session-token', 60],
  ['__secure-next-auth.session-token', 60],
]);

/** Scripts that plant a cookie in the browser of somebody else. */
export const sessionCookies: readonly Literals[] = [
  {
    kind: 'session-fixation',
    weight: STRONG,
    parts: QUERY,
    edges: 'free',
    texts: [
      '.cookie=',
      '.cookie;',
      'cookie;expires',
      'http-equiv="set-cookie',
      "http-equiv='set-cookie",
      'http-equiv=set-cookie',
    ],
  },
];
