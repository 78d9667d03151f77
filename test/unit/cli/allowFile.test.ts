import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { runLogCommand } from '../../../server/src/cli/logCommand';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { TemporaryFolder } from '../../support/temporaryFolder';
import { every, logText } from '../../support/traffic';

const LOG = logText(every(3, 300, '192.0.2.66', 'POST /form.php'), every(600, 40, '192.0.2.1', 'GET /'));

interface Answer {
  readonly logs: readonly { readonly entries: number }[];
  readonly allowed?: number;
  readonly findings: readonly unknown[];
}

describe('log-site-audit log --allow', () => {
  let folder: TemporaryFolder;
  before(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('access.log', LOG);
  });
  after(() => folder.remove());

  async function run(
    list: string | undefined,
    ...more: string[]
  ): Promise<{ code: number; out: string; errors: string }> {
    const [out, errors]: string[][] = [[], []];
    const allow = list === undefined ? [] : ['--allow', fileURLToPath(await folder.write('allow.json', list))];
    const parameters = [`${folder.path}/access.log`, ...allow, ...more];
    const code = await runLogCommand(
      parameters,
      (line) => out!.push(line),
      (line) => errors!.push(line),
      nodeDisk,
    );
    return { code, out: out!.join('\n'), errors: errors!.join('\n') };
  }

  it('leaves out what the file names, and says how much', async () => {
    assert.equal((await run(undefined)).code, 1);
    const { code, out } = await run('{ "addresses": ["192.0.2.64/26"] }');
    assert.equal(code, 0);
    assert.match(out, /300 requests on the allow-list were left out/);
    const answer = JSON.parse((await run('{ "addresses": ["192.0.2.64/26"] }', '--json')).out) as Answer;
    assert.deepEqual([answer.logs.map(({ entries }) => entries), answer.allowed], [[340], 300]);
    assert.deepEqual(answer.findings, []);
  });

  it('says nothing of an allow-list that names no request', async () => {
    const { code, out } = await run('{ "paths": ["/elsewhere"] }');
    assert.equal(code, 1);
    assert.doesNotMatch(out, /allow-list/);
  });

  for (const wrong of ['', '[]', '{ "address": ["192.0.2.1"] }', '{ "paths": "/x" }', '{ "agents": [5] }', 'null']) {
    it(`does nothing with a file that holds ${JSON.stringify(wrong)}`, async () => {
      const { code, out, errors } = await run(wrong);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(errors, /Expected JSON/);
    });
  }

  it('does nothing without the file', async () => {
    const errors: string[] = [];
    const parameters = [`${folder.path}/access.log`, '--allow', `${folder.path}/none.json`];
    assert.equal(await runLogCommand(parameters, assert.fail, (line) => errors.push(line), nodeDisk), 2);
    assert.equal(errors.length, 1);
  });
});
