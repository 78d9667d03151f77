/** The account as the host knows it, and its domain that was broken into. */
export const ACCOUNT = 'potter';
export const DOMAIN = 'tsuchinone.example';
/** The other domain of the account, to which nothing happened. */
export const OTHER_DOMAIN = 'school.example';
/** What the domain shows, on the server. */
export const REMOTE_ROOT = `/home/${ACCOUNT}/${DOMAIN}/public_html`;

/** Where the parts of the story lie, below its folder. */
export const INTRUSION = {
  mail: 'mail-from-host.txt',
  list: `${ACCOUNT}.txt`,
  logs: 'logs',
  site: 'site',
  /** What the domain shows, in the copy of the account. */
  root: `${DOMAIN}/public_html`,
  ftpLog: 'vsftpd.log',
} as const;

/** Who broke in, and who guessed passwords in vain; who ran the files that were planted. */
export const THIEF = '192.0.2.77';
export const GUESSER = '192.0.2.200';
export const ABUSERS = [THIEF, '192.0.2.78', '192.0.2.79', '192.0.2.90', '192.0.2.91', '192.0.2.92'] as const;
/** The owner, at home and at the FTP server. */
export const OWNER = '2001:db8:51::20';

/** A moment in Japan, `2021-11-08 23:41:07`, in s since 1970-01-01 UTC. */
export function inJapan(moment: string): number {
  return Date.parse(`${moment.replace(' ', 'T')}+09:00`) / 1_000;
}
