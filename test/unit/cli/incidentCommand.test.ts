import assert from 'node:assert/strict';
import path from 'node:path';
import { runIncidentCommand } from '../../../server/src/cli/incidentCommand';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { SHELL_CODE, plantedFile } from '../../support/plantedFile';
import { TemporaryFolder } from '../../support/temporaryFolder';

const ENTRY = '192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "POST /l.php HTTP/1.1" 200 10 "-" "x"\n';
const HOSTILE = 'x\u001b[31m\u202e.php';

async function run(...parameters: readonly string[]) {
  const output: string[] = [];
  const errors: string[] = [];
  const code = await runIncidentCommand(
    [...parameters],
    (line) => output.push(line),
    (line) => errors.push(line),
    nodeDisk,
  );
  return { code, output: output.join('\n'), errors };
}

describe('log-site-audit incident', () => {
  let folder: TemporaryFolder;
  const at = (name: string): string => path.join(folder.path, name);
  let sources: string[];

  before(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('site/index.html', '<p>Welcome</p>');
    await folder.write('site/l.php', plantedFile(SHELL_CODE));
    await folder.write('access.log', ENTRY.repeat(50));
    await folder.write(
      'mail.txt',
      'エックスサーバー\nお問い合わせ番号：42-1\n不正アクセスを確認しました。\n/home/u/public_html/l.php\n',
    );
    const list = Buffer.from(`/home/u/public_html/l.php\r\n/home/u/public_html/images/${HOSTILE}\r\n`);
    await folder.write('list.txt', list);
    sources = ['--notice', at('mail.txt'), '--list', at('list.txt'), '--site', at('site'), '--logs', at('access.log')];
  });

  after(() => folder.remove());

  it('tells of each named file whether it is there, who called it and what the audit says', async () => {
    const { code, output, errors } = await run(...sources);
    assert.equal(code, 1);
    assert.deepEqual(errors, []);
    assert.match(output, /The mail is from エックスサーバー\./);
    assert.match(output, /Quote these when you reply: 42-1/);
    assert.match(output, / {2}l\.php\n {4}Named by the host, and in your copy\.\n {4}l\.php is harmful/);
    assert.match(output, /Requests: 50 \(POST 50\); clients: 1/);
  });

  it('shows nothing to the terminal that steers it', async () => {
    const { output } = await run(...sources);
    assert.doesNotMatch(output, /\p{Cf}/u);
    assert.ok(!output.includes('\u001b'));
  });

  it('prints JSON', async () => {
    const { output } = await run(...sources, '--json');
    const incident = JSON.parse(output) as {
      schema: number;
      notice: { host: object };
      files: Record<string, unknown>[];
    };
    assert.equal(incident.schema, 1);
    assert.deepEqual(incident.notice.host, { id: 'xserver', name: 'エックスサーバー' });
    const { file, state, severity, named, uploads } = incident.files[0]!;
    assert.deepEqual(
      { file, state, severity, named, uploads },
      { file: 'l.php', state: 'present', severity: 'error', named: { path: '/home/u/public_html/l.php' }, uploads: [] },
    );
  });

  it('prints rules that shut out who attacked, but not the user, and says whom it left alone', async () => {
    await folder.write(
      'flood.log',
      ['182.16.27.106', '182.16.59.138', '192.168.0.1'].map((client) => ENTRY.replace('192.0.2.1', client)).join(''),
    );
    const parameters = ['--site', at('site'), '--logs', at('flood.log'), '--deny', 'nginx', '--own', '182.16.59.0/24'];
    const { output, errors } = await run(...parameters);
    assert.deepEqual(
      output.split('\n').filter((line) => !line.startsWith('#')),
      ['deny 182.16.27.106;'],
    );
    assert.deepEqual(
      new Set(errors),
      new Set(['182.16.59.138: your own address', '192.168.0.1: a private or reserved address, which no visitor has']),
    );
    assert.equal((await run('--site', at('site'), '--deny', 'nonsense')).code, 2);
  });

  it('prints how the site is made safer', async () => {
    await folder.write('safer/upload/a.gif', 'GIF89a');
    await folder.write('safer/php.ini', 'allow_url_fopen = On');
    const expected = {
      guide: /^# How to make the site safer/,
      apache: /# {3}upload\n# BEGIN[^]*Require all denied/,
      nginx: /location ~\* "\^\/\(\?:upload\)/,
      php: /php\.ini:1\.\nallow_url_fopen = Off/,
    };
    for (const [form, pattern] of Object.entries(expected)) {
      assert.match((await run('--site', at('safer'), '--hardening', form)).output, pattern);
    }
    assert.equal((await run('--site', at('safer'), '--hardening', 'nonsense')).code, 2);
  });

  it('prints a draft of the reply', async () => {
    const { output } = await run(...sources, '--reply', 'en', '--done', 'scan-computer');
    assert.match(output, /^Subject: Re: your notice of abuse \(42-1\)/);
    assert.equal((await run(...sources, '--reply', 'tlh')).code, 2);
    assert.equal((await run(...sources, '--reply', 'en', '--done', 'nonsense')).code, 2);
  });

  it('uses what can be read where something can’t, and says so', async () => {
    const { code, output, errors } = await run(
      '--notice',
      at('none.txt'),
      '--site',
      at('site'),
      at('access.log'),
      at('none.log'),
    );
    assert.equal(code, 2);
    assert.equal(errors.length, 2);
    assert.match(output, /l\.php/);
  });

  it('says how it is used when it is given nothing', async () => {
    const { code, errors } = await run();
    assert.equal(code, 2);
    assert.match(errors[0]!, /--notice FILE/);
    assert.equal((await run('--nonsense')).code, 2);
  });

  it('reads a list in the encoding of Windows in Japan', async () => {
    // 一覧 in Shift_JIS.
    await folder.write(
      'sjis.txt',
      Buffer.concat([Buffer.from('88ea9797', 'hex'), Buffer.from('\r\n/home/u/public_html/l.php\r\n')]),
    );
    assert.match(
      (await run('--list', at('sjis.txt'), '--site', at('site'))).output,
      /Named by the host, and in your copy/,
    );
  });
});
