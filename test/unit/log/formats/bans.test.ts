import assert from 'node:assert/strict';
import { logOf } from '../../../support/lines';
import { readService, TIME } from '../../../support/serviceEntries';

const CLIENT = '192.0.2.1';
const FAIL2BAN = '2021-11-01 10:56:55,123 fail2ban.actions        [12]:';

/** What each line says beside its time. */
const LINES: readonly (readonly [line: string, format: string, said: Readonly<Record<string, unknown>>])[] = [
  [
    `${FAIL2BAN} NOTICE  [sshd] Ban ${CLIENT}`,
    'fail2ban',
    { client: CLIENT, level: 5, message: `[sshd] Ban ${CLIENT}` },
  ],
  [
    `2021-11-01 10:56:55,123 fail2ban.filter [12]: INFO [sshd] Found ${CLIENT} - 2021-11-01 10:56:54`,
    'fail2ban',
    { client: CLIENT, level: 6, message: `[sshd] Found ${CLIENT} - 2021-11-01 10:56:54` },
  ],
  [
    `${FAIL2BAN} WARNING [sshd] 203.0.113.1 already banned`,
    'fail2ban',
    { level: 4, message: '[sshd] 203.0.113.1 already banned' },
  ],
  [
    `Nov  1 10:56:55 web fail2ban.actions: NOTICE [jail] Ban ${CLIENT}`,
    'service-log',
    { client: CLIENT, level: 5, message: `[jail] Ban ${CLIENT}` },
  ],
  [
    `Nov  1 10:56:55 web lfd[12]: (sshd) Failed SSH login from ${CLIENT} (JP/Japan/-): 5 in the last 300 secs - *Blocked in csf* [LF_SSHD]`,
    'service-log',
    {
      client: CLIENT,
      message: `(sshd) Failed SSH login from ${CLIENT} (JP/Japan/-): 5 in the last 300 secs - *Blocked in csf* [LF_SSHD]`,
    },
  ],
  [
    `Nov  1 10:56:55 web mod_evasive[12]: Blacklisting address ${CLIENT}: possible DoS attack.`,
    'service-log',
    { client: CLIENT, message: `Blacklisting address ${CLIENT}: possible DoS attack.` },
  ],
];

describe('Logs of programs that shut addresses out', () => {
  for (const [line, format, said] of LINES) {
    it(`are read: ${line}`, async () => {
      const { format: told, entries } = await readService(line);
      assert.equal(told, format);
      assert.deepEqual(entries, [{ kind: 'error', time: TIME, ...said }]);
    });
  }

  it('are not what lacks a part or has nonsense in its place', async () => {
    for (const line of [
      '2021-11-01 10:56:55,123 fail2ban.actions [12]',
      `2021-11-01 10:56:99,123 fail2ban.actions [12]: NOTICE [sshd] Ban ${CLIENT}`,
      `2021-11-01 10:56:55,123 rail2ban.actions [12]: NOTICE [sshd] Ban ${CLIENT}`,
    ]) {
      assert.equal((await readService(logOf(5, () => line))).format, undefined, line);
    }
  });
});
