import assert from 'node:assert/strict';
import { readOnly, readService, TIME, type ServiceEntry } from '../../../support/serviceEntries';

const CLIENT = '192.0.2.1';
const HEAD = 'Nov  1 10:56:55 web sshd[12]:';
const SFTP = 'Nov  1 10:56:55 web sftp-server[12]:';
const EVENT = { kind: 'ftp', time: TIME } as const;
const FROM_CLIENT = { ...EVENT, client: CLIENT } as const;
const ACCEPTED = { ...FROM_CLIENT, user: 'sato', method: 'PASS', status: 230 } as const;
const REFUSED = { ...ACCEPTED, status: 530 } as const;

const LINES: readonly (readonly [line: string, entry: Omit<ServiceEntry, 'message'>])[] = [
  [`${HEAD} Accepted password for sato from ${CLIENT} port 4711 ssh2`, ACCEPTED],
  [`${HEAD} Accepted publickey for sato from ${CLIENT} port 4711 ssh2: RSA SHA256:abc`, ACCEPTED],
  [`Nov  1 10:56:55 web sshd-session[12]: Accepted password for sato from ::ffff:${CLIENT} port 1 ssh2`, ACCEPTED],
  [`${HEAD} Failed password for sato from ${CLIENT} port 4711 ssh2`, REFUSED],
  [`${HEAD} Failed password for invalid user sato from ${CLIENT} port 4711 ssh2`, REFUSED],
  [`${HEAD} Failed keyboard-interactive/pam for sato from ${CLIENT} port 4711 ssh2`, REFUSED],
  [`${HEAD} Failed publickey for sato from ${CLIENT} port 4711 ssh2`, FROM_CLIENT],
  [`${HEAD} Invalid user sato from ${CLIENT} port 4711`, FROM_CLIENT],
  [
    `${HEAD} pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=${CLIENT}  user=sato`,
    { ...FROM_CLIENT, user: 'sato' },
  ],
  [`${HEAD} error: PAM: Authentication failure for sato from p1.example.jp`, { ...EVENT, client: 'p1.example.jp' }],
  [`${HEAD} User root from ${CLIENT} not allowed because not listed in AllowUsers`, FROM_CLIENT],
  [`${HEAD} Connection closed by authenticating user sato ${CLIENT} port 4711 [preauth]`, FROM_CLIENT],
  [`${HEAD} fatal: Unable to negotiate with ${CLIENT} port 4711: no matching MAC found. Their offer: x`, FROM_CLIENT],
  [`${HEAD} Received disconnect from ${CLIENT}: 11: Bye [preauth]`, FROM_CLIENT],
  [`${HEAD} refused connect from p1.example.jp (${CLIENT})`, FROM_CLIENT],
  [`${HEAD} Server listening on 0.0.0.0 port 22.`, EVENT],
  [
    `${SFTP} close "/home/x/l.php" bytes read 0 written 1234`,
    { ...EVENT, method: 'STOR', target: '/home/x/l.php', status: 226, bytes: 1234 },
  ],
  [`${SFTP} close "/home/x/l.php" bytes read 1234 written 0`, EVENT],
  [`${SFTP} remove name "/home/x/l.php"`, { ...EVENT, method: 'DELE', target: '/home/x/l.php', status: 250 }],
  [`${SFTP} mkdir name "/home/x/a" mode 0755`, { ...EVENT, method: 'MKD', target: '/home/x/a', status: 257 }],
  [`${SFTP} rename old "/l.txt" new "/l.php"`, { ...EVENT, method: 'RNTO', target: '/l.php', status: 250 }],
];

describe('Logs of SSH servers', () => {
  for (const [line, entry] of LINES) {
    it(`are read: ${line}`, async () => {
      assert.equal((await readService(line)).format, 'service-log');
      assert.deepEqual(await readOnly(line), entry);
    });
  }

  it('can’t be made to blame somebody else by what a client sends', async () => {
    for (const line of [
      `${HEAD} Failed password for invalid user x from 198.51.100.9 port 1 ssh2 from ${CLIENT} port 4711 ssh2`,
      `${HEAD} Invalid user x from 198.51.100.9 port 1 from ${CLIENT} port 4711`,
      `${HEAD} Received disconnect from ${CLIENT} port 4711:11: bye from 198.51.100.9 port 1`,
      `${HEAD} Unable to negotiate with ${CLIENT} port 4711: no matching MAC found. Their offer: 198.51.100.9 port 1`,
      `${HEAD} Connection closed by invalid user 198.51.100.9 ${CLIENT} port 4711 [preauth]`,
    ]) {
      assert.equal((await readOnly(line))?.client, CLIENT, line);
    }
  });
});
