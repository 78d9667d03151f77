import assert from 'node:assert/strict';
import { joinIncident, type Incident } from '../../../../server/src/incident/incident';
import { HARDENING_FORMS, type HardeningForm } from '../../../../server/src/report/hardening/hardeningForm';
import { hardeningIn } from '../../../../server/src/report/hardening/hardeningIn';
import { auditSite } from '../../../../server/src/site/auditSite';
import { HOSTILE_TEXTS } from '../../../support/hostile';
import { type Content, memoryDisk } from '../../site/memoryDisk';

const DATE = '2021-11-02';
const PICTURE = 'GIF89a';

async function incidentOf(files: Record<string, Content>): Promise<Incident> {
  return joinIncident({ site: await auditSite(memoryDisk({ 'index.html': '<p>shop', ...files }), '/site') });
}

async function textOf(form: HardeningForm, files: Record<string, Content>): Promise<string> {
  const text = hardeningIn(form, await incidentOf(files), DATE);
  return form === 'guide' ? withoutEscapes(text) : text;
}

/** Markdown as it is read. */
function withoutEscapes(markdown: string): string {
  return markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Lines that a server or PHP acts on. */
function rulesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '' && !/^[#;]/.test(line));
}

describe('How to make a site safer, as a document', () => {
  it('lists switches with their places, the unsafe ones first, and says which have no effect where they stand', async () => {
    const guide = await textOf('guide', {
      'php.ini': 'allow_url_include = Off',
      'a/.user.ini': 'x = 1\nallow_url_fopen = On',
    });
    const rows = guide.split('\n').filter((line) => line.includes('allow'));
    assert.match(
      rows[0]!,
      /^\| a\/\.user\.ini:2 \| allow_url_fopen \| On \| Off \| .*only php\.ini can change it\. \|$/,
    );
    assert.match(rows[1]!, /^\| php\.ini:1 \| allow_url_include \| Off \| as it is \|/);
  });

  it('lists upload folders, forms, and what settings of the server allow', async () => {
    const guide = await textOf('guide', {
      'upload/a.gif': PICTURE,
      'index.html': '\n<form action="mail.php">',
      'mail.php': '<?php mail("owner@example.jp", "x", $_POST["body"]);',
      'old/.htaccess': 'SecRuleEngine Off',
    });
    assert.match(guide, /\| upload \| can run \| 0 \|/);
    assert.match(guide, /\| mail\.php \| index\.html:2 \| not seen \|/);
    assert.match(guide, /\| old\/\.htaccess:1 \| .*switches the web application firewall off/);
  });

  it('says that nothing can be said without a copy', () => {
    assert.match(hardeningIn('guide', joinIncident({}), DATE), /No copy of the site was given/);
  });
});

describe('Rules for upload folders', () => {
  it('name the folders in which PHP can run, and only them', async () => {
    const text = await textOf('apache', {
      'upload/a.gif': PICTURE,
      'images/a.gif': PICTURE,
      'images/.htaccess': 'php_flag engine off',
    });
    assert.match(text, /^# Log & Site Audit, 2021-11-02\n# Folders in which PHP can run:\n# {3}upload\n# BEGIN/);
    assert.doesNotMatch(text, /images/);
    assert.match(await textOf('apache', {}), /No folder for uploads was found/);
  });

  it('are about the addresses of the folders for nginx', async () => {
    const text = await textOf('nginx', { 'shop/my+files/upload/a.gif': PICTURE });
    assert.match(text, /location ~\* "\^\/\(\?:shop\/my\\\+files\/upload\)\/\.\*/);
  });

  it('say which folders are left out, and not that there are none', async () => {
    const text = await textOf('nginx', { 'a$b/upload/a.gif': PICTURE });
    assert.match(text, /^# Left out, because nginx could misread the name: a\$b\/upload$/m);
    assert.doesNotMatch(text, /No folder for uploads/);
    assert.match(await textOf('nginx', {}), /No folder for uploads/);
    const many = Array.from({ length: 103 }, (_, n): [string, string] => [`a$${n}/upload/a.gif`, PICTURE]);
    assert.match(await textOf('nginx', Object.fromEntries(many)), /^# … and 3 more$/m);
  });
});

describe('Lines for php.ini', () => {
  it('say where the copy has it otherwise', async () => {
    const text = await textOf('php', { 'php.ini': 'allow_url_fopen = On' });
    assert.deepEqual(rulesOf(text), [
      'allow_url_include = Off',
      'allow_url_fopen = Off',
      'display_errors = Off',
      'expose_php = Off',
    ]);
    assert.match(text, /; Your copy has “On” at php\.ini:1\.\nallow_url_fopen = Off/);
  });
});

describe('What strangers wrote', () => {
  for (const [what, hostile] of Object.entries(HOSTILE_TEXTS)) {
    it(`changes no rule where names of folders and values hold ${what}`, async () => {
      const name = hostile.replaceAll(/[/\0]/g, ':').slice(0, 100) || 'x';
      const incident = await incidentOf({ 'upload/a.gif': PICTURE, 'php.ini': 'allow_url_fopen = On' });
      const { uploadFolders, switches, mailForms } = incident.hardening!;
      const changed: Incident = {
        ...incident,
        hardening: {
          mailForms,
          uploadFolders: [...uploadFolders, { path: name, address: `${name}"; }`, isPhpOff: false, ownPrograms: 1 }],
          switches: switches.map((each) => ({ ...each, file: name, value: hostile })),
        },
      };
      for (const form of HARDENING_FORMS.filter((each) => each !== 'guide')) {
        assert.deepEqual(rulesOf(hardeningIn(form, changed, DATE)), rulesOf(hardeningIn(form, incident, DATE)), form);
      }
      assert.doesNotMatch(hardeningIn('guide', changed, DATE).replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
    });
  }
});
