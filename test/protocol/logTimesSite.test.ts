import assert from 'node:assert/strict';
import { HoverRequest, type Diagnostic, type Hover } from 'vscode-languageserver-protocol';
import { AuditsCleared, AuditSiteRequest, LogClosed } from '../../server/src/protocol';
import { textOf } from '../support/diagnosticText';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';
import { every, logText } from '../support/traffic';

const MAILER = 'tw/tw_contact.php';
const MAIL = "<?php mail($_POST['to'], $_POST['subject'], $_POST['text']);";

describe('A log and an audited site', () => {
  let folder: TemporaryFolder;
  let client: TestClient;
  let site: string;
  let quietLog: string;

  before(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('site/index.html', '<html></html>');
    await folder.write(`site/${MAILER}`, MAIL);
    site = `${folder.uri}/site`;
    quietLog = await folder.write('quiet.log', logText(every(900, 4, '192.0.2.1', `POST /${MAILER}`)));
  });

  beforeEach(async () => {
    client = connectServer();
    await client.initialize();
  });

  afterEach(() => client.close());
  after(() => folder.remove());

  async function audit(): Promise<void> {
    await client.connection.sendRequest(AuditSiteRequest, { folder: site, workDoneToken: 'audit' });
  }

  function ofMailer(diagnostics: readonly Diagnostic[]): Diagnostic[] {
    return diagnostics.filter(({ relatedInformation: related = [] }) =>
      related.some(({ location }) => location.uri === `${site}/${MAILER}`),
    );
  }

  it('says what the audit says of a file when the log is read after it', async () => {
    await audit();
    const [diagnostic, ...others] = ofMailer(await client.readLog(quietLog));
    assert.deepEqual(others, []);
    assert.match(textOf(diagnostic), /^Suspicious code, called by 1 addresses: 4 × tw\/tw_contact\.php\n/);
  });

  it('says it when the log was read before, and takes it back when the audits are forgotten', async () => {
    assert.deepEqual(ofMailer(await client.readLog(quietLog)), []);
    const told = client.nextDiagnostics(quietLog);
    await audit();
    assert.equal(ofMailer(await told).length, 1);
    const taken = client.nextDiagnostics(quietLog);
    await client.connection.sendNotification(AuditsCleared);
    assert.deepEqual(await taken, []);
  });

  it('does not bring back what a closed log said', async () => {
    await client.readLog(quietLog);
    const cleared = client.nextDiagnostics(quietLog);
    await client.connection.sendNotification(LogClosed, { uri: quietLog });
    assert.deepEqual(await cleared, []);
    await audit();
    await client.settled();
    assert.deepEqual(client.diagnosticsOf(quietLog), []);
  });

  it('explains the path of a line by what the audit says of its file', async () => {
    await client.readLog(quietLog);
    await audit();
    const line = logText(every(900, 1, '192.0.2.1', `POST /${MAILER}`));
    const position = { line: 0, character: line.indexOf(MAILER) };
    const hover: Hover | null = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: quietLog },
      position,
    });
    const text = JSON.stringify(hover?.contents);
    assert.match(text, /What the site audit says of this file/);
    assert.match(text, /command:logSiteAudit\.revealFinding/);
  });
});
