import assert from 'node:assert/strict';
import { formGuide, type FoundForm } from '../../../../server/src/report/forms/formGuide';
import { ROBOT_CHECKS } from '../../../../server/src/report/forms/robotChecks';
import { auditSite } from '../../../../server/src/site/auditSite';
import { readForms } from '../../../../server/src/site/formReader';
import { HOSTILE_TEXTS } from '../../../support/hostile';
import { memoryDisk } from '../../site/memoryDisk';

const PAGE = '<p>\n<form action="mail.php" method="post"><input name="name"><textarea name="body"></textarea></form>';
const MAILER = '<?php mail("owner@example.jp", "x", $_POST["body"]);';

function foundForm(change: Partial<FoundForm> = {}): FoundForm {
  const [form] = readForms(PAGE);
  return { file: 'contact.html', form, program: 'mail.php', sendsAt: 1, repliesToVisitor: false, ...change };
}

/** The blocks of code of a language. */
function blocksOf(guide: string, language: string): string[] {
  return guide
    .split(`\`\`\`${language}\n`)
    .slice(1)
    .map((rest) => rest.split('\n```')[0]!);
}

function headings(guide: string): number {
  return guide.split('\n').filter((line) => line.startsWith('#')).length;
}

async function rulesFor(mailer: string): Promise<string[]> {
  const { findings } = await auditSite(memoryDisk({ 'index.html': PAGE, 'mail.php': mailer }), '/site');
  return findings.map(({ rule }) => rule);
}

describe('How a form is protected', () => {
  it('is about that very form: its place, its program, its fields', () => {
    const guide = formGuide(foundForm());
    assert.match(
      guide,
      /The form stands at \*\*contact\\\.html\\:2\*\*, \*\*mail\\\.php\\:1\*\* sends the mail\. Its fields: \*\*name\*\*, \*\*body\*\*/,
    );
    for (const block of blocksOf(guide, 'html')) {
      assert.match(block, /<form action="mail\.php" method="post">\n {2}<!-- name, body -->/);
    }
    assert.equal(blocksOf(guide, 'html').length, ROBOT_CHECKS.length);
  });

  it('has lines for the program that the audit then takes for a check', async () => {
    assert.deepEqual(await rulesFor(MAILER), ['unprotected-mailer']);
    const blocks = blocksOf(formGuide(foundForm()), 'php');
    assert.equal(blocks.length, ROBOT_CHECKS.length);
    for (const block of blocks) assert.deepEqual(await rulesFor(`${block}${MAILER}`), [], block);
  });

  it('lets a program that shows its own form go on showing it', async () => {
    const page = '<form method="post"><input name="body"></form>';
    const [form] = readForms(page);
    const own = `<?php if (isset($_POST["body"])) { mail("owner@example.jp", "x", $_POST["body"]); } ?>${page}`;
    for (const block of blocksOf(formGuide(foundForm({ file: 'mail.php', form })), 'php')) {
      assert.match(block, /^<\?php\nif \(!empty\(\$_POST\)\) \{\n/);
      assert.deepEqual(await rulesFor(`${block}${own}`), []);
    }
  });

  it('reads the fields of a form that is got from where they are', () => {
    const [form] = readForms('<form action="mail.php"><input name="body"></form>');
    for (const block of blocksOf(formGuide(foundForm({ form })), 'php')) assert.doesNotMatch(block, /_POST\[/);
  });

  it('says that keys must be got, and that the program must ask', () => {
    const guide = formGuide(foundForm());
    assert.match(guide, /Get keys for your domain/);
    assert.match(guide, /Let the program ask the service/);
    assert.match(guide, /SITE_KEY and SECRET_KEY/);
  });

  it('takes out the automatic reply where there is one', () => {
    assert.match(formGuide(foundForm({ repliesToVisitor: true })), /Take out the automatic reply/);
    assert.doesNotMatch(formGuide(foundForm()), /Take out the automatic reply/);
  });

  it('gives the hidden field a name that the form does not have', () => {
    const [form] = readForms('<form><input name="hp_website"><input name="hp_homepage"></form>');
    const guide = formGuide(foundForm({ form }));
    for (const block of blocksOf(guide, 'php')) assert.match(block, /hp_url2/);
  });

  it('has no PHP for a program in another language, and helps without the form', () => {
    assert.deepEqual(blocksOf(formGuide(foundForm({ program: 'mail.cgi' })), 'php'), []);
    const guide = formGuide(foundForm({ form: undefined, sendsAt: undefined }));
    assert.match(guide, /The form itself was not found/);
    assert.equal(blocksOf(guide, 'php').length, ROBOT_CHECKS.length);
  });

  for (const [what, text] of Object.entries({
    ...HOSTILE_TEXTS,
    'the end of a comment': '--><script>',
    ticks: '````',
  })) {
    it(`lets no word of the site end a block or begin markup: ${what}`, () => {
      const form = { line: 2, action: text, method: text, fields: [{ name: text, type: 'text' }] };
      const guide = formGuide(foundForm({ file: text, program: text, form }));
      assert.doesNotMatch(guide.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}]/u);
      assert.equal(headings(guide), headings(formGuide(foundForm())));
      assert.doesNotMatch(guide, /-->.*<script>(?!.*async)/);
    });
  }
});
