import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { auditSiteFolder } from '../../../server/src/auditSiteFolder';
import type { SiteAudit } from '../../../server/src/site/auditSite';
import { FakeDisk } from '../../support/fakeDisk';

const library = path.dirname(createRequire(__filename).resolve('@virustotal/yara-x/package.json'));
const readProgram = () => readFile(path.join(library, 'pkg', 'yara_x_js_bg.wasm'));

const RULE = `
rule marked_program : web {
  meta: author = "A. Uthor" license = "MIT" description = "A program with a mark."
  strings: $mark = "needle in the program"
  condition: $mark
}
private rule silent { strings: $mark = "needle" condition: $mark }
`;
const MARKED = `<?php\n$sent = $_POST['a'];\n// needle in the program\necho strlen($sent);\n`;

function audit(rules: Record<string, string>, site: Record<string, string>): Promise<SiteAudit> {
  const files = [
    ...Object.entries(rules).map(([name, text]) => [`/rules/${name}`, Buffer.from(text)] as const),
    ...Object.entries(site).map(([name, text]) => [`/site/${name}`, Buffer.from(text)] as const),
  ];
  const folder = { root: '/site', settings: {}, exclude: [], yaraRules: '/rules', cacheFolder: undefined };
  return auditSiteFolder(new FakeDisk(Object.fromEntries(files)), folder, undefined, undefined, readProgram);
}

describe('YARA rules of the user', () => {
  it('become findings that name the rule, its author and its licence', async () => {
    const { findings, problems } = await audit({ 'web.yar': RULE }, { 'index.php': MARKED });
    const [found, ...others] = findings.filter(({ rule }) => rule === 'own-yara-rule');
    assert.deepEqual(others, []);
    assert.equal(found?.title, 'Your YARA rule marked_program matches index.php');
    assert.equal(
      found?.detail,
      'marked_program (web.yar): A program with a mark. Author of the rule: A. Uthor. Licence of the rule: MIT.',
    );
    assert.deepEqual(found?.places, [{ file: 'index.php', line: 3, note: 'here marked_program matches' }]);
    assert.deepEqual(problems, []);
  });

  it('are used as far as they compile, and said to be broken otherwise', async () => {
    const { findings, problems } = await audit(
      { 'bad.yar': 'rule bad { condition: ', 'good.yar': RULE, 'same.yar': RULE },
      { 'index.php': MARKED },
    );
    const found = findings.find(({ rule }) => rule === 'own-yara-rule');
    assert.equal(found?.title, '2 of your YARA rules match index.php');
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['limit'],
    );
    assert.match(
      problems[0]!.message,
      /^YARA rules bad\.yar: The rules do not compile: error\[E001\]: syntax error --> line:1:23$/,
    );
  });

  it('are tried on programs and pages that could do harm, not on the rest', async () => {
    const { findings } = await audit(
      { 'web.yar': 'rule everything { condition: filesize > 0 }' },
      {
        'a.php': MARKED,
        'plain.php': '<?php echo 1;',
        'photo.jpg': 'eval(x)',
        'page.html': '<script>eval(x)</script>',
      },
    );
    const accused = findings.filter(({ rule }) => rule === 'own-yara-rule').map(({ places }) => places[0]?.file ?? '');
    assert.deepEqual(new Set(accused), new Set(['a.php', 'page.html']));
  });

  it('that are not there are told of, and the audit goes on', async () => {
    const missing = await audit({}, { 'index.php': MARKED });
    assert.match(missing.problems[0]?.message ?? '', /^Your YARA rules can’t be used: /);
    assert.equal(missing.files, 1);
    const none = await audit({ 'README.md': 'no rules' }, { 'index.php': MARKED });
    assert.deepEqual(
      none.problems.map(({ message }) => message),
      ['There are no YARA rules (*.yar, *.yara) in /rules.'],
    );
  });
});
