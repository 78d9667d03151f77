import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  AbuseMailRequest,
  ARCHIVE_SCHEME,
  BuildIncidentRequest,
  DenyRulesRequest,
  EvidenceRequest,
  HARDENING_FORMS,
  HardeningRequest,
  HostTextRequest,
  IncidentForgotten,
  IncidentReportRequest,
  LogReportRequest,
  REPORT_FORMS,
  ReplyToHostRequest,
  SiteFileRequest,
  type ReportForm,
} from '../../server/src/protocol';
import { plantedFile, SHELL_CODE } from '../support/plantedFile';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';
import { unpackedZip } from '../support/unpacked';

const MAIL = `エックスサーバー
お問い合わせ番号：42-1
不正アクセスを確認しました。
不正なプログラムファイルのパーミッションを「000」へ変更しました。
検出されたファイルをすべて削除してください。`;
const LIST = '/home/u/public_html/l.php\n/home/u/public_html/images/x.php\n';
const ENTRY = '182.16.27.106 - - [01/Nov/2021:10:00:00 +0900] "POST /l.php HTTP/1.1" 200 10 "-" "x"\n';

describe('An incident in the editor', () => {
  let folder: TemporaryFolder;
  let client: TestClient;
  let parts: {
    readonly notice: string;
    readonly list: string;
    readonly logs: readonly string[];
    readonly site: string;
  };

  before(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('site/index.html', '<p>Welcome</p>');
    await folder.write('site/l.php', plantedFile(SHELL_CODE));
    await folder.write('logs/20211101.log.gz', gzipSync('x\n' + ENTRY.repeat(50)));
    parts = { notice: MAIL, list: LIST, logs: [`${folder.uri}/logs`], site: `${folder.uri}/site` };
  });

  beforeEach(async () => {
    client = connectServer();
    await client.initialize();
  });

  afterEach(() => client.close());
  after(() => folder.remove());

  it('says nothing of it any more once it is forgotten', async () => {
    const { connection } = client;
    await folder.write('flood/access.log', ENTRY.repeat(2000));
    await connection.sendRequest(BuildIncidentRequest, { ...parts, logs: [`${folder.uri}/flood`] });
    assert.notEqual(await connection.sendRequest(ReplyToHostRequest, { done: [] }), '');
    assert.ok((await connection.sendRequest(LogReportRequest, { format: 'json' })).findings > 0);
    await connection.sendNotification(IncidentForgotten);
    assert.equal(await connection.sendRequest(ReplyToHostRequest, { done: [] }), '');
    assert.equal((await connection.sendRequest(LogReportRequest, { format: 'json' })).findings, 0);
  });

  it('reads the copies of several sites as one, as the user says of them', async () => {
    await folder.write('sites/two.example/web/l.php', plantedFile(SHELL_CODE));
    const [site, other] = [`${folder.uri}/site`, `${folder.uri}/sites/two.example`];
    const roots = [{ folder: 'site', domains: ['one.example'] }];
    const read = await client.connection.sendRequest(BuildIncidentRequest, {
      logs: [],
      site,
      otherSites: [other],
      roots,
    });
    assert.equal(read.site, folder.uri);
    assert.deepEqual(read.roots, [...roots, { folder: 'sites/two.example/web', domains: ['two.example'] }]);
    assert.deepEqual(
      read.files.map(({ file, uri }) => [file, uri]),
      [
        ['site/l.php', `${site}/l.php`],
        ['sites/two.example/web/l.php', `${other}/web/l.php`],
      ],
    );
  });

  it('names files from the outer folder where one copy lies in another', async () => {
    const [site, outer] = [`${folder.uri}/sites/two.example`, `${folder.uri}/sites`];
    const read = await client.connection.sendRequest(BuildIncidentRequest, { logs: [], site, otherSites: [outer] });
    assert.equal(read.site, outer);
    assert.deepEqual(
      read.files.map(({ file, uri }) => [file, uri]),
      [['two.example/web/l.php', `${site}/web/l.php`]],
    );
  });

  it('asks what only the user can say, and believes him', async () => {
    for (const copy of ['a', 'b']) await folder.write(`copies/${copy}/l.php`, plantedFile(SHELL_CODE));
    const given = { list: LIST, logs: [], site: `${folder.uri}/copies` };
    const { questions } = await client.connection.sendRequest(BuildIncidentRequest, given);
    assert.deepEqual(questions, [{ remote: '/home/u/public_html', locals: ['a', 'b'] }]);
    const prefixRules = [{ remote: '/home/u/public_html', local: 'b' }];
    const answered = await client.connection.sendRequest(BuildIncidentRequest, { ...given, prefixRules });
    assert.deepEqual(answered.questions, []);
    assert.ok(answered.files.some(({ file, path }) => file === 'b/l.php' && path === '/home/u/public_html/l.php'));
  });

  it('reads what a host wrote from bytes', async () => {
    const list = Buffer.from('/home/u/l.php').toString('base64');
    const mail = `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-Disposition: attachment; filename=a.txt\nContent-Transfer-Encoding: base64\n\n${list}\n--b--\n`;
    const answer = await client.connection.sendRequest(HostTextRequest, {
      base64: Buffer.from(mail).toString('base64'),
    });
    assert.deepEqual([answer.text.trim(), answer.list], ['Hello', '/home/u/l.php']);
  });

  it('tells what the mail says and what is to be done, what the host asks for first', async () => {
    const { notice, measures, tasks, problems } = await client.connection.sendRequest(BuildIncidentRequest, parts);
    assert.deepEqual(problems, []);
    assert.ok(notice?.includes('The mail is from エックスサーバー.'));
    assert.ok(notice?.includes('Quote these when you reply: 42-1'));
    assert.equal(measures.length, 1);
    const { title, help, facts, ...task } = tasks.find(({ isAsked }) => isAsked)!;
    assert.equal(title, 'Delete every malicious file on the server.');
    assert.deepEqual([task.id, task.shown], ['delete-files', 'open']);
    assert.match(help.at(-1)!, /^At エックスサーバー: サーバーパネル/);
    assert.ok(facts.length > 0);
    const last = tasks.filter(({ isAsked }) => !isAsked).map(({ id }) => id);
    assert.deepEqual(last.slice(-3), ['reply', 'check-again', 'check-reputation']);
  });

  it('tells of each file what is known, with places to go to', async () => {
    const { files } = await client.connection.sendRequest(BuildIncidentRequest, parts);
    assert.deepEqual(
      files.map(({ file, state, severity, uri }) => ({ file, state, severity, uri })),
      [
        { file: 'l.php', state: 'present', severity: 'error', uri: `${folder.uri}/site/l.php` },
        { file: 'images/x.php', state: 'notDownloaded', severity: 'error', uri: undefined },
      ],
    );
    const [shell] = files;
    const calls = shell!.facts.find(({ text }) => text.startsWith('Requests: 50'));
    const log = `${folder.uri}/logs/20211101.log.gz`.replace('file://', `${ARCHIVE_SCHEME}:`);
    assert.deepEqual([calls?.uri, calls?.line], [log, 1]);
    assert.deepEqual([shell!.isNamed, shell!.requests], [true, 50]);
  });

  it('gives what the audit of the copy found, which the editor then knows as if it had been audited', async () => {
    const { audits } = await client.connection.sendRequest(BuildIncidentRequest, parts);
    const [audit, ...others] = audits;
    assert.deepEqual(others, []);
    const finding = audit?.findings.find(({ file }) => file === 'l.php');
    assert.deepEqual([audit?.folder, audit?.files, finding?.line], [`${folder.uri}/site`, 2, 2]);
    const uri = await client.connection.sendRequest(SiteFileRequest, { path: '/l.php' });
    assert.equal(uri, `${folder.uri}/site/l.php`);
  });

  it('tells which logs were read, and what was found in them', async () => {
    const { logs, logFindings } = await client.connection.sendRequest(BuildIncidentRequest, parts);
    const [log, ...others] = logs;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [log?.uri, log?.format, log?.entries, log?.unreadable, log?.findings],
      [`${folder.uri}/logs/20211101.log.gz`.replace('file://', `${ARCHIVE_SCHEME}:`), 'combined', 50, 1, logFindings],
    );
  });

  it('tells where a file was called first, and the path by which the host named it', async () => {
    const { files } = await client.connection.sendRequest(BuildIncidentRequest, parts);
    const [shell, gone] = files;
    assert.equal(shell?.path, '/home/u/public_html/l.php');
    assert.ok(shell.firstCall?.uri.startsWith(`${ARCHIVE_SCHEME}:`), shell.firstCall?.uri);
    assert.equal(shell.firstCall?.line, 1);
    assert.deepEqual(
      [gone?.path, gone?.uri, gone?.firstCall],
      ['/home/u/public_html/images/x.php', undefined, undefined],
    );
  });

  it('says what speaks for and against each cause', async () => {
    const { causes } = await client.connection.sendRequest(BuildIncidentRequest, parts);
    assert.deepEqual(
      causes.map(({ verdict }) => verdict),
      ['possible', 'unknown', 'unlikely', 'unlikely', 'unlikely'],
    );
  });

  it('tells what happened when, with the way to each line', async () => {
    const { events, files } = await client.connection.sendRequest(BuildIncidentRequest, parts);
    const call = events.find(({ kind }) => kind === 'first-call')!;
    assert.match(call.time!, /^2021-\d\d-\d\d \d\d:\d\d:\d\d \+09:00$/);
    assert.equal(call.certainty, 'confirmed');
    assert.deepEqual({ uri: call.uri, line: call.line }, files[0]!.firstCall);
    assert.ok(events.some(({ kind, uri }) => kind === 'log-begin' && uri !== undefined));
  });

  it('is the base of a reply in the host’s language and of rules that shut out the attackers', async () => {
    assert.equal(await client.connection.sendRequest(ReplyToHostRequest, { done: [] }), '', 'nothing was built');
    await client.connection.sendRequest(BuildIncidentRequest, parts);
    const reply = await client.connection.sendRequest(ReplyToHostRequest, { done: ['delete-files'] });
    assert.match(reply, /お問い合わせ番号: 42-1/);
    const { text, networks, refused } = await client.connection.sendRequest(DenyRulesRequest, { format: 'nginx' });
    assert.match(text, /^deny 182\.16\.27\.106;$/m);
    assert.deepEqual([networks, refused], [1, []]);
  });

  it('is the base of reports in every form', async () => {
    const wanted = { done: ['delete-files'], mask: true } as const;
    const send = (form: ReportForm) => client.connection.sendRequest(IncidentReportRequest, { ...wanted, form });
    assert.equal(await send('html'), '', 'nothing was built');
    await client.connection.sendRequest(BuildIncidentRequest, parts);
    for (const form of REPORT_FORMS) assert.match(await send(form), /l\\?\.php/, form);
    assert.match(await send('html'), /values of queries and addresses of visitors are masked/);
  });

  it('is the base of what makes the site safer, in every form', async () => {
    assert.equal(await client.connection.sendRequest(HardeningRequest, { form: 'guide' }), '', 'nothing was built');
    await client.connection.sendRequest(BuildIncidentRequest, parts);
    for (const form of HARDENING_FORMS) {
      assert.match(await client.connection.sendRequest(HardeningRequest, { form }), /Log \\?& Site Audit/, form);
    }
  });

  it('is the base of a bundle of evidence', async () => {
    const file = `${folder.uri}/evidence.zip`;
    const wanted = { file, done: [], mask: false };
    assert.deepEqual(await client.connection.sendRequest(EvidenceRequest, wanted), { isBuilt: false });
    await client.connection.sendRequest(BuildIncidentRequest, parts);
    const { isBuilt, packed } = await client.connection.sendRequest(EvidenceRequest, wanted);
    assert.ok(isBuilt);
    assert.deepEqual([packed!.leftOut, packed!.problems], [0, 0]);
    const members = await unpackedZip(await readFile(fileURLToPath(file)));
    const extract = [...members].find(([name]) => /^logs\/.*\.txt$/.test(name));
    assert.equal(extract![1].toString().trimEnd().split('\n').length, packed!.lines);
    const nowhere = client.connection.sendRequest(EvidenceRequest, {
      ...wanted,
      file: `${folder.uri}/none/evidence.zip`,
    });
    await assert.rejects(nowhere, /not found/);
  });

  it('is the base of a mail to the network that attacked', async () => {
    const network = { network: 'EXAMPLE', addresses: ['182.16.27.106'], contacts: ['abuse@example.net'] };
    assert.deepEqual(await client.connection.sendRequest(AbuseMailRequest, network), { isBuilt: false });
    await client.connection.sendRequest(BuildIncidentRequest, parts);
    const { text } = await client.connection.sendRequest(AbuseMailRequest, network);
    assert.match(text!, /^To: abuse@example\.net\nSubject: Abuse report: attack on a web site from 182\.16\.27\.106\n/);
    assert.match(
      text!,
      /\n {2}20211101\.log\.gz:2 {2}182\.16\.27\.106 - - \[01\/Nov\/2021:10:00:00 \+0900\] "POST \/l\.php HTTP/,
    );
    const other = { ...network, addresses: ['198.51.100.1'] };
    assert.deepEqual(await client.connection.sendRequest(AbuseMailRequest, other), { isBuilt: true });
  });

  it('uses what can be read, and says what can’t', async () => {
    const { files, problems } = await client.connection.sendRequest(BuildIncidentRequest, {
      logs: [`${folder.uri}/none.log`],
      site: `${folder.uri}/site`,
    });
    assert.equal(files[0]?.file, 'l.php');
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.name, /none\.log$/);
  });
});
