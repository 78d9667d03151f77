import assert from 'node:assert/strict';
import { joinIncident, type Incident } from '../../../../server/src/incident/incident';
import type { IncidentSources } from '../../../../server/src/incident/incidentSources';
import { readHostNotice } from '../../../../server/src/incident/notice/readHostNotice';
import { TASKS, type Task } from '../../../../server/src/incident/notice/task';
import { taskName, taskText } from '../../../../server/src/incident/notice/noticeWords';
import { taskHelp } from '../../../../server/src/incident/tasks/taskHelp';
import { wantedTasks, type WantedTask } from '../../../../server/src/incident/tasks/wantedTasks';
import { auditSite } from '../../../../server/src/site/auditSite';
import { openLogOf } from '../../../support/openLog';
import { findingOfSite } from '../../../support/siteFindings';
import { type Content, memoryDisk } from '../../site/memoryDisk';

const MAIL_LIMIT =
  'アカウント【a】のWEBサーバーより、\n【 10,000 】件のメールが送信されたことを確認いたしました。\nメール送信を制限しております。';
const INTRUSION =
  'エックスサーバー\n不正アクセス\n「WAF設定」の全機能を有効化\n検出されたファイルを削除してください。\n' +
  'allow_url_fopen を無効にしてください。\n本文に入れて返信してください。';
const MAILER = '<?php mail("owner@example.jp", "x", $_POST["body"]);';

/** An incident with what an audit of these files really finds. */
async function incidentOf(files: Record<string, Content>, more: IncidentSources = {}): Promise<Incident> {
  const site = await auditSite(memoryDisk({ 'index.html': '<p>shop', ...files }), '/site');
  return joinIncident({ site, ...more });
}

function idsOf(incident: Incident): Task[] {
  return wantedTasks(incident).map(({ id }) => id);
}

function taskOf(incident: Incident, id: Task): WantedTask {
  return wantedTasks(incident).find((task) => task.id === id)!;
}

/** What is shown of a task, then its facts with their places. */
function shownOf(incident: Incident, id: Task): string[] {
  const { shown = 'untold', facts } = taskOf(incident, id);
  return [
    shown,
    ...facts.map(({ text, place }) => (place === undefined ? text : `${text} [${place.file}:${place.line ?? ''}]`)),
  ];
}

describe('What is to be done', () => {
  it('is what is right in every case, where nothing is known', () => {
    assert.deepEqual(idsOf(joinIncident({})), [
      'keep-evidence',
      'scan-computer',
      'delete-files',
      'find-cause',
      'change-ftp-password',
      'reply',
      'check-again',
    ]);
  });

  it('is short where a form was abused, and stops the sending first', () => {
    const ids = idsOf(joinIncident({ notice: readHostNotice(MAIL_LIMIT) }));
    assert.deepEqual(ids.slice(0, 2), ['keep-evidence', 'stop-sending']);
    assert.ok(ids.includes('protect-forms') && ids.includes('change-mail-password'));
    for (const id of ['restrict-ftp', 'tell-authorities', 'php-settings'] as const) assert.ok(!ids.includes(id), id);
  });

  it('begins with the evidence where somebody got in, goes on with what the host asks for, and ends behind the reply', () => {
    const tasks = wantedTasks(joinIncident({ notice: readHostNotice(INTRUSION) }));
    const asked = tasks.filter(({ isAsked }) => isAsked).map(({ id }) => id);
    assert.deepEqual(asked, ['delete-files', 'php-settings', 'reply']);
    assert.deepEqual(
      tasks.slice(0, 3).map(({ id }) => id),
      ['keep-evidence', 'delete-files', 'php-settings'],
    );
    assert.deepEqual(
      tasks.slice(-3).map(({ id }) => id),
      ['reply', 'check-again', 'check-reputation'],
    );
    for (const id of ['restrict-ftp', 'check-accounts', 'tell-authorities'] as const) {
      assert.ok(
        tasks.some((task) => task.id === id),
        id,
      );
    }
  });

  it('shuts out addresses only where some attacked', async () => {
    const { model } = await openLogOf(
      '192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "POST /l.php HTTP/1.1" 200 10 "-" "x"\n',
    );
    const incident = joinIncident({ model, site: { paths: ['l.php'], findings: [findingOfSite()] } });
    assert.deepEqual(shownOf(incident, 'block-addresses'), ['untold', '192.0.2.1: 1 requests']);
    assert.ok(!idsOf(joinIncident({})).includes('block-addresses'));
  });
});

describe('What shows whether a task is done', () => {
  it('names every bad file that is left, and those that the copy does not have', () => {
    const paths = ['l.php', 'locked.php', 'gone.php'];
    const incident = joinIncident({
      notice: readHostNotice('不正アクセス\nパーミッションを「000」に変更'),
      list: { format: 'paths', files: paths.map((name) => ({ path: `/home/u/public_html/${name}` })), leftOut: 0 },
      site: { paths: ['public_html/index.html', 'public_html/l.php'], findings: [] },
    });
    assert.equal(taskOf(incident, 'delete-files').shown, 'open');
    const texts = shownOf(incident, 'delete-files').join('\n');
    assert.match(texts, /public_html\/l\.php is still in your copy\. \[public_html\/l\.php:\]/);
    assert.match(texts, /locked\.php may still be on the server/);
  });

  it('is a copy without any bad file', async () => {
    assert.deepEqual(shownOf(await incidentOf({}), 'delete-files'), [
      'done',
      'No file that must go was found in your copy.',
    ]);
    assert.deepEqual(shownOf(joinIncident({}), 'delete-files'), ['untold']);
  });

  it('does not ask to delete a form that is in use', async () => {
    const incident = await incidentOf({ 'index.html': '<form action="mail.php">', 'mail.php': MAILER });
    assert.equal(taskOf(incident, 'delete-files').shown, 'done');
  });

  it('is a switch of PHP with its line', async () => {
    const files = { 'php.ini': 'allow_url_include = Off\nallow_url_fopen = On' };
    assert.deepEqual(shownOf(await incidentOf(files), 'php-settings'), [
      'open',
      'php.ini: allow_url_fopen is “On”; it should be Off. [php.ini:2]',
    ]);
    const safe = await incidentOf({ 'php.ini': 'allow_url_fopen = Off' }, { notice: readHostNotice(INTRUSION) });
    assert.deepEqual(shownOf(safe, 'php-settings'), [
      'done',
      'php.ini: allow_url_fopen is “Off”, as it should be. [php.ini:1]',
    ]);
  });

  it('is an upload folder in which PHP can run', async () => {
    const open = await incidentOf({ 'upload/a.gif': 'GIF89a' });
    assert.deepEqual(shownOf(open, 'php-off-in-uploads'), ['open', 'upload: PHP can run here.']);
    const files = { 'upload/a.gif': 'GIF89a', 'upload/.htaccess': 'php_flag engine off' };
    const safe = await incidentOf(files, { notice: readHostNotice(INTRUSION) });
    assert.deepEqual(shownOf(safe, 'php-off-in-uploads'), ['done', 'upload: PHP is off.']);
  });

  it('is a form without a check, at the place where it stands', async () => {
    const incident = await incidentOf({ 'index.html': '<p>\n<form action="mail.php">', 'mail.php': MAILER });
    assert.deepEqual(shownOf(incident, 'protect-forms'), [
      'open',
      'mail.php has no check against robots. [index.html:2]',
    ]);
  });

  it('is what the host writes that it did', () => {
    const intrusion = joinIncident({ notice: readHostNotice(INTRUSION) });
    assert.equal(taskOf(intrusion, 'turn-on-waf').shown, 'done');
    assert.equal(taskOf(joinIncident({ notice: readHostNotice(MAIL_LIMIT) }), 'stop-sending').shown, 'done');
  });

  it('is a cause that the logs show, with its lines', async () => {
    const call = '192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "POST /mail.php HTTP/1.1" 200 10 "-" "x"\n';
    const { model } = await openLogOf(call.repeat(30));
    const incident = await incidentOf({ 'mail.php': MAILER }, { model });
    const [shown, text] = shownOf(incident, 'find-cause');
    assert.deepEqual([shown, text], ['done', 'A program of the site itself was abused; nobody had to get in.']);
    assert.equal(taskOf(incident, 'find-cause').facts.at(-1)?.place?.file, 'mail.php');
  });

  it('says how many facts are left out', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${at}/upload/a.gif`, 'GIF89a']));
    const { facts, factsTruncated } = taskOf(await incidentOf(files), 'php-off-in-uploads');
    assert.deepEqual([facts.length, factsTruncated], [50, 10]);
  });
});

describe('The help on a task', () => {
  it('is there for each, and none is said twice', () => {
    const texts = TASKS.flatMap((task) => [taskText(task, false), taskName(task), ...taskHelp(task).help]);
    assert.equal(new Set(texts).size, texts.length);
    for (const task of TASKS) assert.ok(taskHelp(task).help.length > 0, task);
  });

  it('does not put words in the mouth of a host that did not ask', () => {
    const asked = TASKS.filter((task) => / host /.test(taskText(task, true)) && task !== 'reply');
    assert.deepEqual(asked, ['php-settings']);
    for (const task of asked) assert.doesNotMatch(taskText(task, false), / host /);
  });

  it('names the way through the host’s own pages, and its manual, where a page supports it', () => {
    const { help, page } = taskHelp('php-settings', { id: 'xserver', name: 'エックスサーバー' });
    assert.equal(help.at(-1), 'At エックスサーバー: サーバーパネル →「php.ini設定」');
    assert.equal(page, 'https://www.xserver.ne.jp/manual/man_server_phpini_edit.php');
    const other = taskHelp('php-settings', { id: 'ovh', name: 'OVHcloud' });
    assert.deepEqual(other, taskHelp('php-settings'));
  });
});
