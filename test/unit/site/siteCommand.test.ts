import assert from 'node:assert/strict';
import { runSiteCommand } from '../../../server/src/cli/siteCommand';
import { type Content, memoryDisk } from './memoryDisk';

async function run(files: Record<string, Content>, ...parameters: string[]) {
  const output: string[] = [];
  const errors: string[] = [];
  const code = await runSiteCommand(
    parameters,
    (line) => output.push(line),
    (line) => errors.push(line),
    memoryDisk(files),
  );
  return { code, output: output.join('\n'), errors: errors.join('\n') };
}

const mailer = "<?php mail('owner@example.jp', 's', $_POST['body']);";

describe('the command "site"', () => {
  it('prints findings with their places and gives 1', async () => {
    const { code, output, errors } = await run({ 'index.html': 'x', 'tw/mail.php': mailer }, '/site');
    assert.equal(code, 1);
    assert.match(output, /tw\/mail\.php:1:7 {2}orphaned-mailer/);
    assert.equal(errors, '');
  });

  it('gives 0 when there is nothing above information', async () => {
    const files = { 'index.html': '<form action="mail.php">', 'mail.php': mailer };
    const { code, output } = await run(files, '/site');
    assert.equal(code, 0);
    assert.match(output, /unprotected-mailer/);
    assert.equal((await run({ 'index.html': 'x' }, '/site')).code, 0);
  });

  it('prints JSON as the contract has it', async () => {
    const { code, output } = await run(
      { 'l.php': mailer, 'x.html': { content: 'x', unreadable: 'EACCES' } },
      '/site',
      '--json',
    );
    const result = JSON.parse(output) as Record<string, unknown[]>;
    assert.equal(code, 1);
    const keys = [
      'schema',
      'files',
      'bytes',
      'archives',
      'products',
      'excluded',
      'quiet',
      'knownGood',
      'findings',
      'problems',
    ];
    assert.deepEqual(Object.keys(result), keys);
    assert.equal(result['schema'], 1);
    assert.equal(result['problems']?.length, 1);
  });

  it('takes a single file', async () => {
    const { code, output } = await run({ 'tw/mail.php': mailer }, '/site/tw/mail.php');
    assert.equal(code, 1);
    assert.match(output, /^ {2}mail\.php:1:7/m);
  });

  it('says on the error output what it could not do, and gives 2', async () => {
    assert.deepEqual(await run({}, '/nowhere'), {
      code: 2,
      output: '',
      errors: '/nowhere: There is no such file or folder.',
    });
    assert.match((await run({})).errors, /Usage/);
    assert.equal((await run({}, '/site', '--unknown')).code, 2);
    assert.equal((await run({}, '/site', '/other')).code, 2);
  });

  it('lets no name act on the terminal', async () => {
    const { output } = await run(
      { 'a\u001b[2J\n.php': mailer, 'b\u001b]0;x\u0007.txt': { content: 'x', unreadable: 'EIO' } },
      '/site',
    );
    // eslint-disable-next-line no-control-regex -- the very characters that must not be there
    assert.doesNotMatch(output, /[\u0000-\u0009\u000b-\u001f]/);
    assert.match(output, /a\\x1b\[2J\\xa\.php|a\\x1b\[2J\\x0a\.php/);
  });
});
