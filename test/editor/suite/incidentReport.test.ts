import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { inside, inWorkspace } from './support/inside';
import { sarifErrors } from '../../support/sarifSchema';
import { unpackedZip } from '../../support/unpacked';
import { activeEditorOf } from './support/openLog';

const SAVE = 'logSiteAudit.saveReport';

describe('The report on the incident', () => {
  let folder: string;
  const at = (name: string): vscode.Uri => vscode.Uri.file(path.join(folder, name));

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'log-site-audit-report-'));
    await vscode.commands.executeCommand('logSiteAudit.readHostMail', inWorkspace('mail-from-host.txt'));
    assert.ok((await inside()).incidents.result);
  });

  after(async () => {
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true });
  });

  it('is saved as a page that names the abused file and who called it', async () => {
    await vscode.commands.executeCommand(SAVE, { form: 'html', mask: true, file: at('report.html') });
    const page = await readFile(at('report.html').fsPath, 'utf8');
    assert.match(page, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.match(page, /first of all [^<]*tw_contact\.php/);
    assert.match(page, /AS45753 Netsec Limited, HK/);
    assert.match(page, /values of queries and addresses of visitors are masked/);
  });

  it('is saved as a table that spreadsheets know as UTF-8', async () => {
    await vscode.commands.executeCommand(SAVE, { form: 'csv', mask: false, file: at('report.csv') });
    const bytes = await readFile(at('report.csv').fsPath);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  });

  it('is not saved into the folder of the site', async () => {
    const { incidents } = await inside();
    const site = vscode.Uri.parse(incidents.parts.site!, true);
    const file = vscode.Uri.joinPath(site, 'report.html');
    await symlink(site.fsPath, at('link').fsPath);
    for (const target of [file, at('link/report.html')]) {
      await vscode.commands.executeCommand(SAVE, { form: 'html', mask: true, file: target });
      await assert.rejects(async () => vscode.workspace.fs.stat(file));
    }
  });

  it('is joined by an archive of the evidence, in which the lines are as the server wrote them', async () => {
    await vscode.commands.executeCommand('logSiteAudit.saveEvidence', { mask: false, file: at('evidence.zip') });
    const members = await unpackedZip(await readFile(at('evidence.zip').fsPath));
    assert.match(members.get('host/mail.txt')!.toString(), /20211101-004821/);
    const lines = [...members].filter(([name]) => /^logs\/.*\.txt$/.test(name)).map(([, bytes]) => bytes.toString());
    assert.match(lines.join(''), /^182\.16\.27\.106 - - \[01\/Nov\/2021:[^\n]*"POST \/tw\/tw_contact\.php/m);
    const { incidents } = await inside();
    const file = vscode.Uri.joinPath(vscode.Uri.parse(incidents.parts.site!, true), 'evidence.zip');
    await vscode.commands.executeCommand('logSiteAudit.saveEvidence', { mask: false, file });
    await assert.rejects(async () => vscode.workspace.fs.stat(file));
  });

  it('is joined by the findings of the logs alone', async () => {
    const wanted = { format: 'sarif', extension: 'sarif', file: at('logs.sarif') };
    await vscode.commands.executeCommand('logSiteAudit.exportLogFindings', wanted);
    const text = await readFile(at('logs.sarif').fsPath, 'utf8');
    assert.deepEqual(sarifErrors(JSON.parse(text)), []);
    assert.match(text, /"ruleId": "flood-address"[^]*"uri": "20211101\.log\.gz"/);
  });

  it('is joined by a mail to the network that attacked', async () => {
    const client = { address: '182.16.27.106', requests: 1, logs: [], findings: [], moreFindings: 0 };
    const network = { key: 'x', name: 'EXAMPLE', kind: 'public', requests: 1, clients: [client] };
    await vscode.commands.executeCommand('logSiteAudit.draftAbuseMail', { kind: 'network', network });
    const draft = await activeEditorOf('untitled');
    assert.match(draft.document.getText(), /^Subject: Abuse report: attack on a web site from 182\.16\.27\.106\n/);
    assert.match(draft.document.getText(), /POST \/tw\/tw_contact\.php/);
  });
});
