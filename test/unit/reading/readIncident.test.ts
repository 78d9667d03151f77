import assert from 'node:assert/strict';
import { auditSiteFolder, type AuditElsewhere } from '../../../server/src/auditSiteFolder';
import { readIncident, type IncidentParts } from '../../../server/src/readIncident';
import { FakeDisk } from '../../support/fakeDisk';
import { Gate } from '../../support/gate';
import { combinedLine, logOf } from '../../support/lines';

const MAILER = '<?php mail($_POST["to"], $_POST["s"], $_POST["b"]);';
const disk = new FakeDisk({
  '/site/mail.php': Buffer.from(MAILER),
  '/logs/access.log': Buffer.from(logOf(30, () => combinedLine({ request: 'POST /mail.php HTTP/1.1' }))),
});
const site: IncidentParts['site'] = { root: '/site', settings: {}, exclude: [], cacheFolder: undefined };
const notToBeUsed: AuditElsewhere = () => assert.fail('There is nothing to be read beside the site.');

describe('Reading an incident', () => {
  it('has another thread audit the site while the logs are read', async () => {
    const logsAreRead = new Gate();
    const heard: string[] = [];
    const auditElsewhere: AuditElsewhere = async (folder, onProgress) => {
      await logsAreRead.opened;
      return auditSiteFolder(disk, folder, ({ files, total }) => onProgress(files, total));
    };
    const onProgress = (part: string): void => {
      heard.push(part);
      if (part === 'logs') logsAreRead.open();
    };
    const { incident, logs } = await readIncident(disk, { logs: ['/logs'], site }, { auditElsewhere, onProgress });
    assert.deepEqual(
      logs.map(({ name, entries }) => [name, entries]),
      [['access.log', 30]],
    );
    assert.equal(incident.files.find(({ file }) => file === 'mail.php')?.calls?.requests, 30);
    assert.deepEqual([...new Set(heard)], ['logs', 'site']);
  });

  it('audits a site alone in its own thread', async () => {
    const read = await readIncident(disk, { logs: [], site }, { auditElsewhere: notToBeUsed });
    assert.equal(read.site?.files, 1);
  });

  it('uses the logs where the site can’t be read, and the site where the logs can’t', async () => {
    const none = { ...site, root: '/none' };
    const withoutSite = await readIncident(disk, { logs: ['/logs'], site: none });
    assert.deepEqual([withoutSite.logs.length, withoutSite.problems.map(({ name }) => name)], [1, ['/none']]);
    const withoutLogs = await readIncident(disk, { logs: ['/none'], site });
    assert.deepEqual(withoutLogs.logs, []);
    assert.deepEqual(
      [withoutLogs.incident.files.map(({ file }) => file), withoutLogs.problems.map(({ name }) => name)],
      [['mail.php'], ['/none']],
    );
  });
});
