import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagedExtension } from '../harness/extensionUnderTest';
import { copySample } from '../harness/sampleFolder';
import { startSession, type Session } from '../harness/session';
import { newestVsCode, oldestVsCode } from '../harness/versions';

for (const version of [oldestVsCode, newestVsCode]) {
  describe(`The package in VS Code from registry version ${version}`, () => {
    let temporaryFolder: string;
    let session: Session;

    before(async () => {
      temporaryFolder = await mkdtemp(join(tmpdir(), 'clickthrough-'));
      const folder = await copySample(join(temporaryFolder, 'incident'));
      session = await startSession({ version, folder, vsixFiles: [packagedExtension()] });
    });

    after(async () => {
      await session.close();
      await rm(temporaryFolder, { recursive: true, force: true });
    });

    it('installs without a network, and files still open by a double click', async () => {
      await session.openFileFromExplorer('site/robots.txt');
      await session.waitForText('User-agent');
    });
  });
}
