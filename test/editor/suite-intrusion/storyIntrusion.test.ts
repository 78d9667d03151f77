import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { whatIsKnownOf } from '../../../client/src/cleanUp/knownFiles';
import type { IncidentResult, Task } from '../../../server/src/protocol';
import { LISTED_FILES, type Fate } from '../../support/stories/intrusion/listedFiles';
import { INTRUSION, REMOTE_ROOT, THIEF } from '../../support/stories/intrusion/places';
import { inSection, itemsBelow, labelOf, labelsIn, listedFile, listedTasks } from '../suite/support/incidentTrees';
import { inside, inWorkspace } from '../suite/support/inside';
import { activeEditorOf } from '../suite/support/openLog';
import { runAndAccept, runAndTakeLast } from '../suite/support/quickPick';

/** What the mail asks for. */
const ASKED: readonly Task[] = [
  'scan-computer',
  'delete-files',
  'upload-clean-files',
  'check-backups',
  'find-cause',
  'update-programs',
  'change-cms-password',
  'turn-on-waf',
  'php-settings',
  'reply',
];
const SHELL = `${INTRUSION.root}/l.php`;
const WORDS: Readonly<Record<Fate, string>> = {
  present: 'named by the host',
  empty: 'not downloaded',
  locked: 'not downloaded',
  deletedByFtp: 'gone',
  deletedInPanel: 'gone',
};
const STATES = Object.fromEntries(LISTED_FILES.map(({ path: file, fate }) => [`${REMOTE_ROOT}/${file}`, WORDS[fate]]));
const PRESENT = LISTED_FILES.filter(({ fate }) => fate === 'present').map((file) => `${INTRUSION.root}/${file.path}`);

function inCopy(file: string): string {
  return inWorkspace(`${INTRUSION.site}/${file}`).fsPath;
}

/** SHA-256, permissions and time (ms) of a file. */
async function stateOf(file: string): Promise<object> {
  const { mode, mtimeMs } = await lstat(inCopy(file));
  const sha256 = createHash('sha256')
    .update(await readFile(inCopy(file)))
    .digest('hex');
  return { sha256, mode: mode & 0o7777, modified: Math.round(mtimeMs) };
}

/** What the view of files says of each file that the host names: whether it is there, gone, or was not downloaded. */
async function listedStates(): Promise<Record<string, string>> {
  const { siteTree } = await inside();
  const states = siteTree.getChildren().flatMap((element) => {
    if (element.kind !== 'group' || element.file?.isNamed !== true) return [];
    const { description } = siteTree.getTreeItem(element);
    return [
      [element.file.path, /named by the host|not downloaded|out of the copy|gone/.exec(String(description))?.[0] ?? ''],
    ];
  });
  return Object.fromEntries(states) as Record<string, string>;
}

describe('The story of the files that a host locked', () => {
  before(async () => {
    await vscode.commands.executeCommand('logSiteAudit.auditSiteFolder', inWorkspace(INTRUSION.site));
    await vscode.commands.executeCommand('logSiteAudit.readHostMail', inWorkspace(INTRUSION.mail));
    // The mail names it, so that it is the first that is offered.
    await runAndAccept('logSiteAudit.importHostList');
  });

  after(async () => {
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says what happened, what the host did, and by which numbers it knows the customer', async () => {
    const said = await labelsIn('notice');
    for (const line of [
      'The mail is from エックスサーバー.',
      'The load of the server was too high.',
      'Quote these when you reply: 21110900417, potter, xsa1148295',
      'The firewall for web pages (WAF) was switched on.',
    ]) {
      assert.ok(said.includes(line), `${line}\n\n${said.join('\n')}`);
    }
    assert.deepEqual((await inside()).incidents.result?.problems, []);
  });

  it('knows of each of the forty files whether it is there, gone, or was not downloaded', async () => {
    assert.deepEqual(await listedStates(), STATES);
    const words = Object.values(STATES);
    const count = (word: string): number => words.filter((each) => each === word).length;
    assert.deepEqual([count('named by the host'), count('not downloaded'), count('gone')], [18, 14, 8]);
  });

  it('takes the list out of the editor as well, which shows it in the wrong encoding', async () => {
    const { incidents } = await inside();
    const { list } = incidents.parts;
    assert.match(list ?? '', /ギャラリー\.php/);
    const shown = await vscode.window.showTextDocument(inWorkspace(INTRUSION.list));
    assert.doesNotMatch(shown.document.getText(), /ギャラリー/);
    await runAndTakeLast('logSiteAudit.importHostList');
    assert.equal(incidents.parts.list, list);
    assert.deepEqual(await listedStates(), STATES);
  });

  it('lists l.php first, and leads to its first call', async () => {
    const { siteTree } = await inside();
    const first = siteTree.getTreeItem(siteTree.getChildren()[0]!);
    assert.equal(labelOf(first), 'l.php');
    assert.match(String(first.description), /named by the host · 1,935 calls · tsuchinone\.example\/public_html$/);
    const calls = (await itemsBelow(await listedFile(SHELL))).find((each) => labelOf(each).startsWith('Requests: '));
    await vscode.commands.executeCommand(calls!.command!.command, ...calls!.command!.arguments!);
    const log = await activeEditorOf('log-archive');
    const line = log.document.lineAt(log.selection.active.line).text;
    assert.ok(line.startsWith(`tsuchinone.example ${THIEF} - - [08/Nov/2021:23:46:30 +0900] "GET /l.php `), line);
  });

  it('says once who called a file when it is about to be put into quarantine', async () => {
    const { incidents } = await inside();
    const uri = vscode.Uri.file(inCopy(SHELL));
    const audit = incidents.result!.audits[0]!;
    const details = { [SHELL]: { text: 'Requests: 9; clients: 1', isUrgent: true } };
    const calls = { logs: 1, requests: { [SHELL]: 9 }, details };
    const audits = { all: [{ folder: vscode.Uri.parse(audit.folder, true), result: audit, calls }] };
    const saidWith = (result: IncidentResult | undefined): number =>
      whatIsKnownOf({ audits, incidents: { result } }, [uri])[0]!.reasons.filter((each) =>
        each.startsWith('Requests: '),
      ).length;
    assert.deepEqual([saidWith(undefined), saidWith(incidents.result)], [1, 1]);
  });

  it('names the hole in the plug-in as the way in, and leads to the line', async () => {
    assert.equal((await labelsIn('causes'))[0], 'A hole in a program of the site was used.');
    const { checklistTree } = await inside();
    const [cause] = await inSection('causes');
    const [evidence] = checklistTree.getChildren(cause);
    const { command } = checklistTree.getTreeItem(evidence!);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    const log = await activeEditorOf('log-archive');
    assert.match(log.document.lineAt(log.selection.active.line).text, /\/wp-content\/plugins\/wp-file-manager\//);
  });

  it('has a checklist with all that the mail asks for in its order, of which ticks are kept', async () => {
    const { incidents, checklistTree } = await inside();
    const asked = (await inSection('asked')).filter((each) => each.kind === 'task');
    assert.deepEqual(
      asked.map(({ task }) => task.id),
      ASKED,
    );
    await incidents.setDone('scan-computer', true);
    const [scan] = asked;
    assert.equal(checklistTree.getTreeItem(scan!).checkboxState, vscode.TreeItemCheckboxState.Checked);
    assert.deepEqual(incidents.parts.done, ['scan-computer']);
  });

  it('says of the settings of PHP that one is still open, and leads to its line', async () => {
    const { checklistTree } = await inside();
    const settings = (await listedTasks()).find((each) => each.task.id === 'php-settings');
    assert.match(String(checklistTree.getTreeItem(settings!).description), /still open/);
    const fact = checklistTree.getChildren(settings).find(({ kind }) => kind === 'fact');
    const { command } = checklistTree.getTreeItem(fact!);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    const editor = await activeEditorOf('file');
    assert.match(editor.document.uri.path, /xserver_php\/php\.ini$/);
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, 'allow_url_fopen = On');
  });

  it('takes the planted files out of the copy, nothing else, and gives them back byte for byte', async () => {
    const others = [`${INTRUSION.root}/index.php`, 'school.example/public_html/index.html'];
    const before = await Promise.all([...PRESENT, ...others].map(stateOf));
    await runAndAccept('logSiteAudit.quarantineFiles');
    assert.deepEqual(
      PRESENT.filter((file) => existsSync(inCopy(file))),
      [],
    );
    const taken = Object.values(await listedStates()).filter((state) => state === 'out of the copy');
    assert.equal(taken.length, PRESENT.length, 'what is out of the copy may still be on the server');
    const { entries } = await (await inside()).quarantine.list();
    assert.equal(entries.length, PRESENT.length);
    await vscode.commands.executeCommand(
      'logSiteAudit.restoreFromQuarantine',
      entries.map(({ id }) => id),
    );
    assert.deepEqual(await Promise.all([...PRESENT, ...others].map(stateOf)), before, 'back byte for byte');
    assert.deepEqual(await listedStates(), STATES);
  });

  it('gives a file back byte for byte where another took its place, and keeps the other', async () => {
    const { quarantine } = await inside();
    const before = await stateOf(SHELL);
    await runAndAccept('logSiteAudit.quarantineFiles');
    await writeFile(inCopy(SHELL), 'another');
    const entries = new Map((await quarantine.list()).entries.map((entry) => [entry.path, entry]));
    await assert.rejects(quarantine.restore(entries.get(inCopy(SHELL))!, 'refuse'));
    assert.equal(await readFile(inCopy(SHELL), 'utf8'), 'another');
    const { replaced } = await quarantine.restore(entries.get(inCopy(SHELL))!, 'replace');
    assert.deepEqual(await stateOf(SHELL), before);
    const { path: beside } = await quarantine.restore(replaced!, 'keepBoth');
    assert.equal(await readFile(beside, 'utf8'), 'another');
    await rm(beside);
  });

  it('drafts a reply that quotes the numbers and says what is done and what is open', async () => {
    await vscode.commands.executeCommand('logSiteAudit.replyToHost');
    const draft = (await activeEditorOf('untitled', /^件名: Re: /)).document.getText();
    for (const number of ['21110900417', 'xsa1148295', 'potter']) assert.ok(draft.includes(number), number);
    const [, , files] = draft.split(/^\d+\. /m);
    assert.equal(files!.split('\n').filter((line) => line.startsWith(`- ${REMOTE_ROOT}/`)).length, 40);
    const [done, open] = draft.slice(draft.indexOf('完了した対応')).split('対応中');
    assert.match(done!, /ウイルス/);
    assert.match(open!, /パスワード/);
    assert.doesNotMatch(open!, /ウイルス/);
  });

  it('is saved as a report with all forty files, outside of the copy', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'log-site-audit-story-'));
    try {
      const file = vscode.Uri.file(path.join(folder, 'report.csv'));
      await vscode.commands.executeCommand('logSiteAudit.saveReport', { form: 'csv', mask: false, file });
      const table = await readFile(file.fsPath, 'utf8');
      for (const { path: name } of LISTED_FILES) assert.ok(table.includes(`${INTRUSION.root}/${name}`), name);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
