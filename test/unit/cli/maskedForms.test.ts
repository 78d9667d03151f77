import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runIncidentCommand } from '../../../server/src/cli/incidentCommand';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { nodeReportWriter } from '../../../server/src/nodeReportWriter';
import { SHELL_CODE, plantedFile } from '../../support/plantedFile';
import { TemporaryFolder } from '../../support/temporaryFolder';
import { unpackedZip } from '../../support/unpacked';

const ATTACKER = '192.0.2.66';
/** What tells of the site's own people and must not be handed on. */
const PLANTED: readonly string[] = [
  '198.51.100.23',
  '2001:db8::beef',
  'pc-of-hanako.example.net',
  'hanako@example.co.jp',
  'hanako%40example.co.jp',
  'ichiro.suzuki',
  'tokensecret',
  'barevalue',
  'referrersecret',
  'ftpowner',
  'mailboxuser',
];

function access(
  client: string,
  request: string,
  more: { user?: string; second?: number; referrer?: string } = {},
): string {
  const { user = '-', second = 0, referrer = '-' } = more;
  const time = `01/Nov/2021:10:${String(Math.floor(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
  return `${client} - ${user} [${time} +0900] "${request} HTTP/1.1" 200 10 "${referrer}" "x"\n`;
}

const ACCESS = [
  ...Array.from({ length: 300 }, (_, second) => access(ATTACKER, 'POST /l.php?key=tokensecret', { second })),
  access('198.51.100.23', 'GET /l.php?mail=hanako%40example.co.jp&barevalue', { user: 'ichiro.suzuki', second: 301 }),
  access('2001:db8::beef', 'GET /l.php?to=hanako@example.co.jp', { second: 302 }),
  access('pc-of-hanako.example.net', 'GET /l.php', { second: 303, referrer: 'http://shop.example/?s=referrersecret' }),
].join('');
const TRANSFERS = `Mon Nov  1 09:00:00 2021 1 ${ATTACKER} 12 /site/l.php b _ i r ftpowner ftp 0 * c\n`;
const MAILS = Array.from(
  { length: 400 },
  (_, second) =>
    `Nov  1 10:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')} web postfix/smtpd[1]: ${second.toString(16)}AB: client=unknown[${ATTACKER}], sasl_method=LOGIN, sasl_username=mailboxuser\n`,
).join('');
const NOTICE =
  'エックスサーバー\nお問い合わせ番号：42-1\n不正アクセスを確認しました。\n/home/u/public_html/l.php\nhanako@example.co.jp 様';

function hasNothingPlanted(text: string, where: string): void {
  assert.deepEqual(
    PLANTED.filter((planted) => text.includes(planted)),
    [],
    where,
  );
}

describe('What is handed on masked', () => {
  let folder: TemporaryFolder;
  const at = (name: string): string => path.join(folder.path, name);

  /** What the command prints. */
  async function run(...parameters: readonly string[]): Promise<string> {
    const output: string[] = [];
    const errors: string[] = [];
    const sources = ['--site', at('site'), '--notice', at('mail.txt')];
    const logs = ['--logs', at('access.log'), at('xferlog'), at('maillog')];
    await runIncidentCommand(
      [...sources, ...logs, ...parameters],
      (line) => output.push(line),
      (line) => errors.push(line),
      nodeDisk,
      { writer: nodeReportWriter },
    );
    assert.deepEqual(errors, []);
    return output.join('\n');
  }

  before(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('site/l.php', plantedFile(SHELL_CODE));
    await folder.write('access.log', ACCESS);
    await folder.write('xferlog', TRANSFERS);
    await folder.write('maillog', MAILS);
    await folder.write('mail.txt', NOTICE);
  });

  after(() => folder.remove());

  for (const ending of ['html', 'md', 'csv', 'json', 'sarif']) {
    it(`has nothing of the site’s own people as .${ending}, and still who attacked`, async () => {
      await run('--mask', '--report', at(`report.${ending}`));
      const text = await readFile(at(`report.${ending}`), 'utf8');
      hasNothingPlanted(text.replaceAll('\\', ''), ending);
      assert.ok(text.replaceAll('\\', '').includes(ATTACKER));
    });
  }

  it('has nothing of them where it is printed', async () => {
    for (const wanted of [[], ['--json'], ['--reply', 'en']]) {
      hasNothingPlanted(await run('--mask', ...wanted), wanted.join(' '));
    }
  });

  it('has nothing of them in any member of the evidence', async () => {
    await run('--mask', '--evidence', at('evidence.zip'));
    const members = await unpackedZip(await readFile(at('evidence.zip')));
    for (const [name, bytes] of members) hasNothingPlanted(`${name}\n${bytes.toString()}`, name);
    assert.ok(members.size > 6, [...members.keys()].join(' '));
  });

  it('would have all of them without the mask', async () => {
    await run('--evidence', at('open.zip'));
    const members = await unpackedZip(await readFile(at('open.zip')));
    const all = [...members.values()].map((bytes) => bytes.toString()).join('\n');
    assert.deepEqual(
      PLANTED.filter((planted) => !all.includes(planted)),
      [],
    );
  });
});
