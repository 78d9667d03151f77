import assert from 'node:assert/strict';
import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { runIncidentCommand } from '../../../server/src/cli/incidentCommand';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { nodeReportWriter } from '../../../server/src/nodeReportWriter';
import { SHELL_CODE, plantedFile } from '../../support/plantedFile';
import { TemporaryFolder } from '../../support/temporaryFolder';
import { unpackedZip } from '../../support/unpacked';

const ENTRY =
  '192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "POST /l.php?mail=jane@example.com HTTP/1.1" 200 10 "-" "x"\n';
const TRANSFER = 'Mon Nov  1 09:00:00 2021 1 192.0.2.9 12 /site/l.php b _ i r shopowner ftp 0 * c\n';

describe('log-site-audit incident --report', () => {
  let folder: TemporaryFolder;
  const at = (name: string): string => path.join(folder.path, name);

  async function run(...parameters: readonly string[]) {
    const output: string[] = [];
    const errors: string[] = [];
    const code = await runIncidentCommand(
      ['--site', at('site'), '--logs', at('access.log'), at('xferlog'), ...parameters],
      (line) => output.push(line),
      (line) => errors.push(line),
      nodeDisk,
      { writer: nodeReportWriter },
    );
    return { code, output, errors };
  }

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('site/index.html', '<p>Welcome</p>');
    await folder.write('site/l.php', plantedFile(SHELL_CODE));
    await folder.write('access.log', ENTRY.repeat(200));
    await folder.write('xferlog', TRANSFER);
  });

  afterEach(() => folder.remove());

  const BEGINNINGS = {
    html: /^<!DOCTYPE html>/,
    md: /^# Report on the incident/,
    csv: /^\ufeff"File"/,
    json: /^\{\n {2}"schema": 1/,
    sarif: /^\{\n {2}"\$schema": "https:\/\/docs\.oasis-open\.org/,
  };
  for (const [ending, beginning] of Object.entries(BEGINNINGS)) {
    it(`writes the form that the ending .${ending} asks for, and says so`, async () => {
      const { code, output, errors } = await run('--report', at(`report.${ending}`));
      assert.deepEqual(errors, []);
      assert.equal(code, 1, 'the findings still count');
      assert.deepEqual(output, [`The report was written to ${at(`report.${ending}`)}.`]);
      const text = await readFile(at(`report.${ending}`), 'utf8');
      assert.match(text, beginning);
      assert.ok(!text.replaceAll('\\', '').includes(folder.path), 'where the user keeps the logs is not told');
      assert.match(text, /l\\?\.php/);
    });
  }

  it('refuses other endings before it reads anything', async () => {
    const { code, output, errors } = await run('--report', at('report.pdf'));
    assert.equal(code, 2);
    assert.deepEqual(output, []);
    assert.deepEqual(errors, [`${at('report.pdf')}: the name of a report ends in one of .html .md .csv .json .sarif.`]);
  });

  it('writes nothing into the site, not even by a link', async () => {
    await symlink(at('site'), at('link'));
    for (const name of ['site/report.html', 'link/report.html', 'site/../site/report.html']) {
      const { code, errors } = await run('--report', at(name));
      assert.equal(code, 2);
      assert.match(errors[0]!, /no report is written into the folder of the site\.$/);
    }
    assert.equal((await run('--report', at('site-report.html'))).code, 1, 'a name that begins alike is no folder');
  });

  it('writes nothing over what it reads', async () => {
    await folder.write('list.csv', 'File\n/home/u/public_html/l.php\n');
    const { code, errors } = await run('--list', at('list.csv'), '--report', at('list.csv'));
    assert.equal(code, 2);
    assert.match(errors[0]!, /over what it is made of\.$/);
    assert.match(await readFile(at('list.csv'), 'utf8'), /^File\n/);
  });

  it('says why it could not write', async () => {
    await folder.write('folder.html/x.txt', '');
    for (const name of ['none/report.html', 'folder.html']) {
      const { code, output, errors } = await run('--report', at(name));
      assert.equal(code, 2);
      assert.deepEqual(output, []);
      assert.equal(errors.length, 1, name);
    }
  });

  it('counts what is done', async () => {
    await run('--report', at('report.md'), '--done', 'delete-files');
    assert.match(
      await readFile(at('report.md'), 'utf8'),
      /Delete every malicious file on the server\\\. \| finished \|/,
    );
  });

  it('masks personal data in every form when it is asked to', async () => {
    for (const ending of Object.keys(BEGINNINGS)) {
      await run('--mask', '--report', at(`masked.${ending}`));
      const text = await readFile(at(`masked.${ending}`), 'utf8');
      assert.doesNotMatch(text, /jane|shopowner/, ending);
      assert.match(text, /l\\?\.php/, ending);
    }
    await run('--report', at('open.json'));
    assert.match(await readFile(at('open.json'), 'utf8'), /shopowner/, 'it is there where nobody asks');
    assert.doesNotMatch((await run('--mask', '--json')).output.join(''), /shopowner/);
    assert.doesNotMatch((await run('--mask')).output.join(''), /shopowner/);
  });

  it('writes the evidence to an archive, and says how much it is', async () => {
    const { code, output, errors } = await run('--evidence', at('evidence.zip'));
    assert.deepEqual(errors, []);
    assert.equal(code, 1, 'the findings still count');
    assert.deepEqual(output, [`The evidence was written to ${at('evidence.zip')}; lines of logs: 201.`]);
    const members = await unpackedZip(await readFile(at('evidence.zip')));
    assert.ok(members.has('manifest.json'));
    assert.ok(members.get('logs/001-access.log.txt')!.equals(Buffer.from(ENTRY.repeat(200))));
    assert.ok(members.get('logs/002-xferlog.txt')!.equals(Buffer.from(TRANSFER)));
  });

  it('masks personal data in the evidence when it is asked to', async () => {
    await run('--mask', '--evidence', at('evidence.zip'));
    for (const [name, bytes] of await unpackedZip(await readFile(at('evidence.zip')))) {
      assert.doesNotMatch(bytes.toString(), /jane|shopowner/, name);
    }
  });

  it('writes no evidence into the site, nor under another ending', async () => {
    assert.match((await run('--evidence', at('site/evidence.zip'))).errors[0]!, /into the folder of the site\.$/);
    assert.match((await run('--evidence', at('evidence.tar'))).errors[0]!, /ends in \.zip\.$/);
    const { code, errors } = await run('--evidence', at('none/evidence.zip'));
    assert.equal(code, 2);
    assert.equal(errors.length, 1);
  });
});
