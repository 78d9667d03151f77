import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { inWorkspace } from './support/inside';
import { codeOf, diagnosticsOf, hoverText, openLog } from './support/openLog';

const REQUESTS = 240;
const DIRECTIVES = [
  '#Software: Microsoft Internet Information Services 10.0',
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status time-taken',
];

/** Every ten seconds one request, day and night. */
function request(index: number): string {
  const time = new Date(Date.UTC(2021, 10, 1) + index * 10_000).toISOString();
  return `${time.slice(0, 10)} ${time.slice(11, 19)} 192.0.2.80 POST /contact/mail.asp - 443 - 203.0.113.9 Mozilla/5.0 200 31`;
}

/** In the folder that is open only while the tests run. */
const file = (): vscode.Uri => inWorkspace('u_ex211101.log');

describe('The log of a Windows server', () => {
  before(async () => {
    const lines = [...DIRECTIVES, ...Array.from({ length: REQUESTS }, (_, index) => request(index))];
    await vscode.workspace.fs.writeFile(file(), Buffer.from(`${lines.join('\r\n')}\r\n`));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file());
  });

  it('is recognised by its directives, and its flood is found', async () => {
    const { document } = await openLog(file());
    const flood = (await diagnosticsOf(document.uri)).find(({ code }) => codeOf(code) === 'flood-address');
    assert.ok(flood);
    assert.equal(document.getText(flood.range), '203.0.113.9');
    assert.match(flood.message, new RegExp(`\\b${REQUESTS}\\b`));
  });

  it('explains an address in the column that its directives say', async () => {
    const { document } = await openLog(file());
    const line = DIRECTIVES.length + 5;
    const column = document.lineAt(line).text.indexOf('203.0.113.9');
    assert.match(await hoverText(document.uri, new vscode.Position(line, column)), /\b240\b/);
  });
});
