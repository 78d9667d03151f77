import assert from 'node:assert/strict';
import { CodeActionRequest } from 'vscode-languageserver-protocol';
import {
  AuditSiteRequest,
  PROTECT_FORM_COMMAND,
  ProtectFormRequest,
  type FindingOfSite,
} from '../../server/src/protocol';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';

const MAIL = "<?php\nmail('owner@example.jp', 'x', $_POST['text']); mail($_POST['mail'], 'thanks', 'x');";
const LINE_2 = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };

describe('The help on protecting a form', () => {
  let folder: TemporaryFolder;
  let client: TestClient;
  let site: string;

  before(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('site/index.html', '<p>\n<p>\n<form action="form/mail.php" method="post"><input name="text">');
    await folder.write('site/form/mail.php', MAIL);
    site = `${folder.uri}/site`;
    client = connectServer();
    await client.initialize();
    await client.connection.sendRequest(AuditSiteRequest, { folder: site });
  });

  after(async () => {
    client.close();
    await folder.remove();
  });

  it('is offered at the program that sends, and is about the form that is sent to it', async () => {
    const textDocument = { uri: `${site}/form/mail.php` };
    const context = { diagnostics: [] };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: LINE_2,
      context,
    });
    const commands = actions?.flatMap((action) => (typeof action.command === 'object' ? [action.command] : [])) ?? [];
    const offered = commands.find(({ command }) => command === PROTECT_FORM_COMMAND);
    assert.equal(offered?.title, 'How to protect this form');
    const finding = offered?.arguments?.[0] as FindingOfSite;
    const guide = await client.connection.sendRequest(ProtectFormRequest, finding);
    assert.match(
      guide,
      /\*\*index\\\.html\\:3\*\*, \*\*form\\\/mail\\\.php\\:2\*\* sends the mail\. Its fields: \*\*text\*\*/,
    );
    assert.match(guide, /Take out the automatic reply/);
  });

  it('is empty for what names no form', async () => {
    const finding = { folder: site, file: 'index.html', rule: 'unprotected-mailer', nth: 0 };
    assert.equal(await client.connection.sendRequest(ProtectFormRequest, finding), '');
    const other = { ...finding, file: 'form/mail.php', rule: 'suspicious-code' };
    assert.equal(await client.connection.sendRequest(ProtectFormRequest, other), '');
  });
});
