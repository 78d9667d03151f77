import assert from 'node:assert/strict';
import { JudgedLogSets } from '../../../server/src/judgedLogs';
import { LOG_URI, openLogOf } from '../../support/openLog';
import { findingOfSite } from '../../support/siteFindings';

const TOGETHER = {
  name: 'logs',
  uris: [LOG_URI, 'file:///logs/b.log'],
  findings: [findingOfSite({ title: 'together' })],
};

async function namesOf(sets: JudgedLogSets): Promise<string[]> {
  return sets.with([await openLogOf('x\n')]).map(({ name }) => name);
}

describe('What was found in logs', () => {
  it('is told once for each log, by those with which most others were read', async () => {
    const sets = new JudgedLogSets();
    assert.deepEqual(await namesOf(sets), ['access.log']);
    sets.setFolder('file:///logs', TOGETHER);
    assert.deepEqual(await namesOf(sets), ['logs']);
    sets.setIncident({ name: '', uris: [...TOGETHER.uris, 'file:///other.log'], findings: [] });
    assert.deepEqual(await namesOf(sets), ['']);
    sets.setFolder('file:///more', { ...TOGETHER, name: 'more', uris: ['file:///more/c.log'] });
    assert.deepEqual(await namesOf(sets), ['', 'more']);
    sets.forgetFolders();
    assert.deepEqual(await namesOf(sets), ['']);
  });

  it('is kept without every single line', () => {
    const sets = new JudgedLogSets();
    const lines = [{ file: 'a.log', lines: new Uint32Array(1000) }];
    sets.setFolder('file:///logs', { ...TOGETHER, findings: [findingOfSite({ lines })] });
    assert.equal(sets.with([])[0]!.findings[0]!.lines, undefined);
  });
});
