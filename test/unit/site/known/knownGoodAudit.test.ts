import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { runSiteCommand } from '../../../../server/src/cli/siteCommand';
import { auditSite } from '../../../../server/src/site/auditSite';
import { memoryDisk, type Content } from '../memoryDisk';

const MAILER = "<?php mail('owner@example.jp', 's', $_POST['body']);";
const PICTURE = `GIF89a${' '.repeat(30_000)}`;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function audit(files: Record<string, Content>, ...knownGood: string[]) {
  return auditSite(memoryDisk(files), '/site', {}, { knownGood: new Set(knownGood) });
}

async function run(list: string, ...more: string[]) {
  const [out, errors]: string[][] = [[], []];
  const disk = memoryDisk({ 'index.html': 'x', 'mail.php': MAILER, 'good.json': list });
  const parameters = ['/site', '--known-good', '/site/good.json', ...more];
  const code = await runSiteCommand(
    parameters,
    (line) => out!.push(line),
    (line) => errors!.push(line),
    disk,
  );
  return { code, out: out!.join('\n'), errors: errors!.join('\n') };
}

describe('An audit that knows good files', () => {
  it('says nothing of them, wherever they lie, and counts what it left out', async () => {
    const files = { 'index.html': 'x', 'a/mail.php': MAILER, 'b/mail.php': MAILER, 'c/mail.php': `${MAILER} ` };
    assert.equal((await audit(files)).findings.length, 3);
    const { findings, knownGood } = await audit(files, sha256(MAILER));
    assert.deepEqual([findings.map(({ places }) => places[0]?.file), knownGood], [['c/mail.php'], 2]);
  });

  it('reads files to the end that it had no other reason to read', async () => {
    const files = { 'a.php.gif': PICTURE, '.hidden/wp-1ogin.php': { content: PICTURE, permissions: 0 } };
    const before = await audit(files);
    assert.ok(before.findings.length > 0);
    assert.deepEqual((await audit(files, sha256(PICTURE))).findings, []);
    assert.equal((await audit(files, sha256(PICTURE.slice(1)))).findings.length, before.findings.length);
  });

  it('trusts nothing that cannot be read', async () => {
    const files = { 'l.php': { content: MAILER, permissions: 0, unreadable: 'EACCES' } };
    const { findings, knownGood } = await audit(files, sha256(MAILER));
    assert.deepEqual([findings.length > 0, knownGood], [true, 0]);
  });
});

describe('log-site-audit site --known-good', () => {
  it('leaves out what the file names, and says how much', async () => {
    const list = JSON.stringify({ schema: 1, files: [{ sha256: sha256(MAILER), note: 'ours', date: '2021-11-01' }] });
    const { code, out } = await run(list);
    assert.equal(code, 0);
    assert.match(out, /1 findings in files that are known to be good are not shown/);
    const answer = JSON.parse((await run(list, '--json')).out) as { knownGood: number; findings: unknown[] };
    assert.deepEqual([answer.knownGood, answer.findings], [1, []]);
  });

  for (const wrong of ['', 'null', '{}', '["x"]', '{ "files": [{ "sha256": "abc" }] }']) {
    it(`does nothing with a file that holds ${JSON.stringify(wrong)}`, async () => {
      const { code, out, errors } = await run(wrong);
      assert.deepEqual([code, out], [2, '']);
      assert.match(errors, /good\.json: ./);
    });
  }

  it('does nothing without the file', async () => {
    const { code, errors } = await run('[]', '--known-good', '/site/none.json');
    assert.equal(code, 2);
    assert.match(errors, /none\.json/);
  });
});
