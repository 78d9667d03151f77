import assert from 'node:assert/strict';
import path from 'node:path';
import { runIncidentCommand } from '../../../server/src/cli/incidentCommand';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { SHELL_CODE, plantedFile } from '../../support/plantedFile';
import { TemporaryFolder } from '../../support/temporaryFolder';

interface Printed {
  readonly files: readonly {
    readonly file: string;
    readonly state: string;
    readonly named?: unknown;
    readonly calls?: { readonly requests: number };
  }[];
  readonly roots?: readonly { readonly folder: string; readonly domains: readonly string[] }[];
  readonly questions?: readonly unknown[];
}

function entry(count: number): string {
  return '192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "POST /l.php HTTP/1.1" 200 10 "-" "x"\n'.repeat(count);
}

async function incident(...parameters: readonly string[]): Promise<Printed> {
  const output: string[] = [];
  await runIncidentCommand([...parameters, '--json'], (line) => output.push(line), assert.fail, nodeDisk);
  return JSON.parse(output.join('\n')) as Printed;
}

function outline({ files }: Printed): string[] {
  return files.map(({ file, state, calls }) => `${file} ${state} ${calls?.requests ?? 0}`);
}

describe('log-site-audit incident of an account with several sites', () => {
  let folder: TemporaryFolder;
  const at = (name: string): string => path.join(folder.path, name);

  before(async () => {
    folder = await TemporaryFolder.create();
    for (const site of ['account/one.example/web', 'account/two.example/web', 'old']) {
      await folder.write(`${site}/l.php`, plantedFile(SHELL_CODE));
      await folder.write(`${site}/index.html`, '<p>Welcome</p>');
    }
    await folder.write('account/three.example/web/l.php', plantedFile(SHELL_CODE));
    await folder.write('logs/one.example.access_log_20211101', entry(2));
    await folder.write('logs/two.example/20211101.log', entry(3));
    await folder.write('list.txt', '/home/users/2/u/web/l.php\r\n');
  });

  after(() => folder.remove());

  it('gives each file the requests to its own domain', async () => {
    const read = await incident('--site', at('account'), '--logs', at('logs'));
    assert.deepEqual(outline(read), [
      'two.example/web/l.php present 3',
      'one.example/web/l.php present 2',
      'three.example/web/l.php present 0',
    ]);
    assert.deepEqual(read.roots?.[0], { folder: 'one.example/web', domains: ['one.example'] });
  });

  it('reads several folders as one, and nothing beside them', async () => {
    const sites = ['one.example', 'two.example'].flatMap((name) => ['--site', at(`account/${name}`)]);
    const read = await incident(...sites, '--logs', at('logs'));
    assert.deepEqual(outline(read), ['two.example/web/l.php present 3', 'one.example/web/l.php present 2']);
  });

  it('knows of domains what the user says', async () => {
    const read = await incident(
      '--site',
      at('old'),
      '--site',
      at('account/two.example'),
      '--domain',
      `www.One.example=${at('old')}`,
      '--logs',
      at('logs'),
    );
    assert.deepEqual(outline(read), ['account/two.example/web/l.php present 3', 'old/l.php present 2']);
    assert.deepEqual(read.roots?.[0], { folder: 'old', domains: ['one.example'] });
  });

  it('asks which folder is meant where several are the same, and believes the answer', async () => {
    const sites = ['--site', at('account'), '--list', at('list.txt')];
    const asked = await incident(...sites);
    assert.deepEqual(asked.questions, [
      { remote: '/home/users/2/u', locals: ['one.example', 'three.example', 'two.example'] },
    ]);
    const answered = await incident(...sites, '--root', '/home/users/2/u/web/=two.example/web');
    assert.equal(answered.questions, undefined);
    assert.deepEqual(
      answered.files.filter(({ named }) => named !== undefined).map(({ file }) => file),
      ['two.example/web/l.php'],
    );
  });

  it('reads the list that came with a mail', async () => {
    const list = Buffer.from('/home/users/2/u/web/gone.php\r\n').toString('base64');
    await folder.write(
      'mail.eml',
      `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the list.\r\n--b\r\nContent-Type: text/plain; name=list.txt\r\nContent-Transfer-Encoding: base64\r\n\r\n${list}\r\n--b--\r\n`,
    );
    const read = await incident('--notice', at('mail.eml'), '--site', at('old'));
    assert.ok(outline(read).includes('gone.php gone 0'), outline(read).join('\n'));
  });
});
