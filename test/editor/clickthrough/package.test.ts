import { startSampleSession, type SampleSession } from '../harness/sampleSession';
import { newestVsCode, oldestVsCode } from '../harness/versions';

for (const version of [oldestVsCode, newestVsCode]) {
  describe(`The package in VS Code from registry version ${version}`, () => {
    let sample: SampleSession;

    before(async () => {
      sample = await startSampleSession(version);
    });

    after(() => sample.close());

    it('installs without a network, and files still open by a double click', async () => {
      await sample.session.openFileFromExplorer('site/robots.txt');
      await sample.session.waitForText('User-agent');
    });
  });
}
