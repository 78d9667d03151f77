import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

describe('The extension host in Japanese', () => {
  it('tells extensions that the display language is Japanese', () => {
    assert.equal(vscode.env.language, 'ja');
  });

  it('shows the words of the manifest in Japanese', () => {
    const manifest: { displayName: string } = vscode.extensions.getExtension(
      'log-site-audit.log-site-audit',
    )?.packageJSON;
    assert.match(manifest.displayName, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
  });
});
