import { strict as assert } from 'node:assert';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditFromView, startSampleSession, type SampleSession } from '../harness/sampleSession';
import { newestVsCode } from '../harness/versions';

const QUESTION = 'May WordPress.org be asked for checksums?';
const COMMAND = 'Log & Site Audit: Compare with WordPress.org…';

/** Makes the sample's site one of WordPress. */
async function addWordPress(folder: string): Promise<void> {
  await mkdir(join(folder, 'site/wp-includes'));
  await writeFile(join(folder, 'site/wp-includes/version.php'), "<?php\n$wp_version = '6.5.2';\n");
}

describe('The comparison with WordPress.org', () => {
  let sample: SampleSession;

  afterEach(() => sample.close());

  it('asks for consent each time until the user says yes, in words that say what is sent', async () => {
    sample = await startSampleSession(newestVsCode, addWordPress, { trusted: true });
    const { session } = sample;
    await auditFromView(session);
    for (let time = 0; time < 2; time++) {
      await session.runCommand(COMMAND);
      await session.waitForText(QUESTION);
      await session.waitForText(/No file of your site is sent, nor its name\./);
      await session.page.getByRole('button', { name: 'Not Now' }).click();
      await session.page.getByText(QUESTION).first().waitFor({ state: 'detached' });
    }
  });

  it('stays off in Restricted Mode and says why', async () => {
    sample = await startSampleSession(newestVsCode, addWordPress);
    const { session } = sample;
    await auditFromView(session);
    await session.runCommand(COMMAND);
    await session.waitForText(/Nothing was sent: this folder is open in Restricted Mode/);
    assert.equal(await session.page.getByText(QUESTION).count(), 0);
  });
});
