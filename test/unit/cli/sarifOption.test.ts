import assert from 'node:assert/strict';
import path from 'node:path';
import { runLogCommand } from '../../../server/src/cli/logCommand';
import { runSiteCommand } from '../../../server/src/cli/siteCommand';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { SHELL_CODE, plantedFile } from '../../support/plantedFile';
import { sarifErrors } from '../../support/sarifSchema';
import { TemporaryFolder } from '../../support/temporaryFolder';

const ENTRY = '192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "POST /form.php HTTP/1.1" 200 10 "-" "x"\n';

interface Sarif {
  readonly version: string;
  readonly runs: readonly [{ readonly results: readonly { readonly ruleId: string; readonly locations: unknown }[] }];
}

/** What a command prints. */
async function printed(
  run: (output: (line: string) => void) => Promise<number>,
): Promise<{ code: number; log: Sarif }> {
  const output: string[] = [];
  const code = await run((line) => output.push(line));
  const log = JSON.parse(output.join('\n')) as Sarif;
  assert.deepEqual(sarifErrors(log), [], 'valid against the schema');
  return { code, log };
}

function noErrors(line: string): void {
  assert.fail(line);
}

describe('--sarif', () => {
  let folder: TemporaryFolder;

  before(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('site/l.php', plantedFile(SHELL_CODE));
    await folder.write('access.log', ENTRY.repeat(500));
  });

  after(() => folder.remove());

  it('prints what a log shows', async () => {
    const file = path.join(folder.path, 'access.log');
    const { code, log } = await printed((output) => runLogCommand([file, '--sarif'], output, noErrors, nodeDisk));
    assert.equal(code, 1);
    assert.equal(log.version, '2.1.0');
    assert.ok(log.runs[0].results.some(({ ruleId }) => ruleId === 'flood-address'));
    assert.ok(!JSON.stringify(log).includes(path.basename(folder.path)), 'no folder of the computer is named');
  });

  it('prints what an audit finds', async () => {
    const site = path.join(folder.path, 'site');
    const { code, log } = await printed((output) => runSiteCommand([site, '--sarif'], output, noErrors, nodeDisk));
    assert.equal(code, 1);
    const [result] = log.runs[0].results;
    assert.match(JSON.stringify(result!.locations), /"uri":"l\.php","uriBaseId":"SITE"/);
  });
});
