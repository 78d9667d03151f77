import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { inside } from './support/inside';

describe('What a site is made with', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'log-site-audit-'));
    for (const [name, text] of Object.entries({
      'blog/wp-includes/version.php': "<?php\n$wp_version = '6.5.2';\n$wp_local_package = 'ja';\n",
      'blog/wp-content/plugins/form/form.php': '<?php\n/* Plugin Name: Form\n * Version: 5.1 */\n',
      'shop/src/Eccube/Common/Constant.php': "<?php class Constant { const VERSION = '4.2.3'; }\n",
    })) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    await vscode.commands.executeCommand('logSiteAudit.auditSiteFolder', vscode.Uri.file(folder));
  });

  after(async () => {
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    await rm(folder, { recursive: true, force: true });
  });

  it('is in the view of files, with versions and places', async () => {
    const { siteTree } = await inside();
    const made = siteTree.getChildren().find(({ kind }) => kind === 'products');
    assert.ok(made);
    assert.equal(siteTree.getTreeItem(made).description, 'WordPress 6.5.2, EC-CUBE 4.2.3');
    const products = siteTree.getChildren(made).map((product) => siteTree.getTreeItem(product));
    assert.deepEqual(
      products.map(({ label, tooltip }) => [label, tooltip]),
      [
        ['WordPress 6.5.2', 'WordPress 6.5.2 in /blog'],
        ['EC-CUBE 4.2.3', 'EC-CUBE 4.2.3 in /shop'],
        ['Form 5.1', 'Plug-in Form 5.1 in /blog/wp-content/plugins/form'],
      ],
    );
  });
});
