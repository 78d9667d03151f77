import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
} from 'vscode-languageserver-protocol';
import {
  AuditSiteRequest,
  SiteCallsRequest,
  SiteFileRequest,
  SiteReportRequest,
  type SiteAuditResult,
} from '../../server/src/protocol';
import { JobCancelled, type JobRunner } from '../../server/src/workerThread';
import { Gate } from '../support/gate';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, runJobHere, type TestClient } from '../support/testClient';
import { every, logText } from '../support/traffic';

const MAILER = 'tw/tw_contact.php';
const MAIL = "<?php mail($_POST['to'], $_POST['subject'], $_POST['text']);";

describe('The audit of a site folder', () => {
  let folder: TemporaryFolder;
  let client: TestClient;
  let site: string;

  before(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('site/index.html', '<html><body><a href="about.html">About</a></body></html>');
    await folder.write('site/about.html', '<html></html>');
    await folder.write(`site/${MAILER}`, MAIL);
    site = `${folder.uri}/site`;
  });

  beforeEach(async () => {
    client = connectServer();
    await client.initialize();
  });

  afterEach(() => client.close());
  after(() => folder.remove());

  function audit(uri: string, token?: CancellationToken): Promise<SiteAuditResult> {
    const parameters = { folder: uri, workDoneToken: 'audit' };
    return client.connection.sendRequest(AuditSiteRequest, parameters, token);
  }

  it('finds the mailer that nothing leads to, and says how far it is', async () => {
    const result = await audit(site);
    assert.equal(result.folder, site);
    assert.equal(result.files, 3);
    const orphan = result.findings.find(({ rule }) => rule === 'orphaned-mailer');
    assert.deepEqual([orphan?.file, orphan?.line], [MAILER, 0]);
    assert.ok(orphan && orphan.title !== '' && orphan.advice !== '' && orphan.ruleTitle !== '');
    assert.ok(client.heard.filter((what) => what === '$/progress').length >= 2);
  });

  it('joins the folder with the logs that are open', async () => {
    await audit(site);
    const calls = await client.connection.sendRequest(SiteCallsRequest, { folder: site });
    assert.deepEqual(calls, { logs: 0, requests: {}, details: {} });
    const robot = every(3, 300, '192.0.2.66', `POST /${MAILER}?x=y`);
    await client.readLog(await folder.write('a.log', logText(robot, every(30, 5, '192.0.2.1', 'GET /'))));
    await client.readLog(await folder.write('b.log', logText(every(30, 7, '192.0.2.1', `GET /${MAILER}`))));
    const { logs, requests, details } = await client.connection.sendRequest(SiteCallsRequest, { folder: site });
    assert.equal(logs, 2);
    assert.deepEqual(requests, { [MAILER]: 307, 'index.html': 5 });
    assert.deepEqual(Object.keys(details), [MAILER]);
    assert.equal(
      details[MAILER]?.text,
      'Requests: 307 (POST 300, GET 7); clients: 2 · 2021-11-01 00:00:00 – 00:14:57 +09:00',
    );
    const file = await client.connection.sendRequest(SiteFileRequest, { path: `/${MAILER}?x` });
    assert.equal(file, `${site}/${MAILER}`);
  });

  it('hands on its findings as a text, and none of a site that it does not know', async () => {
    await audit(site);
    const key = { folder: site, file: MAILER, rule: 'orphaned-mailer', nth: 0 };
    const findings = [key, { ...key, nth: 7 }];
    const { text, unknown } = await client.connection.sendRequest(SiteReportRequest, { format: 'csv', findings });
    assert.match(text, /^"Site",[^]*\r\n"site","tw\/tw_contact\.php",1,/);
    assert.equal(unknown, 1);
    const elsewhere = [{ ...key, folder: `${folder.uri}/other` }];
    const nothing = await client.connection.sendRequest(SiteReportRequest, { format: 'json', findings: elsewhere });
    assert.deepEqual(JSON.parse(nothing.text), { schema: 1, sites: [{ site: 'other', findings: [] }] });
    const hostile = [{ ...key, folder: 'https://example.com/' }];
    const refused = await client.connection.sendRequest(SiteReportRequest, { format: 'json', findings: hostile });
    assert.deepEqual(refused, { text: '', unknown: 1 });
  });

  it('stops when it is cancelled', async () => {
    client.close();
    const began = new Gate();
    const waiting: JobRunner = (_job, _language, { signal } = {}) => {
      began.open();
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new JobCancelled())));
    };
    client = connectServer({ runJob: waiting });
    await client.initialize();
    const source = new CancellationTokenSource();
    const result = audit(site, source.token);
    await began.opened;
    source.cancel();
    await assert.rejects(
      result,
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
    await client.settled();
  });

  it('says why when the folder cannot be read', async () => {
    for (const uri of [`${folder.uri}/none`, 'untitled:x', 'file://elsewhere/x', '']) {
      await assert.rejects(audit(uri), (error) => error instanceof ResponseError && error.message !== '');
    }
    assert.equal((await audit(site)).files, 3);
  });

  it('counts nothing for a folder that was not audited', async () => {
    const calls = await client.connection.sendRequest(SiteCallsRequest, { folder: 'file:///other' });
    assert.deepEqual(calls, { logs: 0, requests: {}, details: {} });
  });

  it('does not hold up the log that is read meanwhile', async () => {
    client.close();
    const released = new Gate();
    const slowAudit: JobRunner = async (job, language, options) => {
      if ((job as { kind: string }).kind === 'site') await released.opened;
      return runJobHere(job, language, options);
    };
    client = connectServer({ runJob: slowAudit });
    await client.initialize();
    const result = audit(site);
    const log = await folder.write('c.log', logText(every(3, 300, '192.0.2.66', `POST /${MAILER}`)));
    assert.equal((await client.readLog(log)).length, 2);
    released.open();
    assert.equal((await result).files, 3);
  });
});
