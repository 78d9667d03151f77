import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { knownGoodAnswer } from '../../../../server/src/features/knownGoodAnswer';
import { knownGoodEntry, readKnownGood } from '../../../../server/src/site/known/knownGood';
import { memoryDisk } from '../memoryDisk';

const HASH = 'a1'.repeat(32);
const NOW = new Date('2021-11-01T09:30:00Z');

function uriOf(path: string): string {
  return pathToFileURL(path).toString();
}

describe('The list of known good files', () => {
  it('is read from an array and from an object that has it', () => {
    const entry = { sha256: HASH, note: 'our own tool', date: '2021-11-01' };
    assert.deepEqual(readKnownGood([entry]), { entries: [entry], rejected: 0 });
    assert.deepEqual(readKnownGood({ schema: 1, files: [entry], more: 1 }), { entries: [entry], rejected: 0 });
  });

  it('takes hashes in capitals and entries without note and date', () => {
    const list = readKnownGood([{ sha256: ` ${HASH.toUpperCase()} ` }]);
    assert.deepEqual(list?.entries, [{ sha256: HASH, note: '', date: '' }]);
  });

  it('counts what is no entry, and reads the rest', () => {
    const list = readKnownGood([{ sha256: 'd41d8cd98f00b204e9800998ecf8427e' }, null, 7, HASH, {}, { sha256: HASH }]);
    assert.deepEqual([list?.entries.length, list?.rejected], [1, 5]);
  });

  it('is nothing that is no list', () => {
    for (const written of [undefined, null, 'x', 1, {}, { files: {} }]) assert.equal(readKnownGood(written), undefined);
  });

  it('keeps a note within bounds', () => {
    assert.equal(knownGoodEntry(HASH, ` ${'n'.repeat(9_999)} `, NOW).note.length, 500);
  });
});

describe('The entry for a file', () => {
  const disk = memoryDisk({
    'own tool.php': '<?php phpinfo();',
    link: { kind: 'link' },
    'locked.php': { content: 'x', unreadable: 'EACCES' },
  });

  it('has the hash of its content, the note and the time', async () => {
    const answer = await knownGoodAnswer(disk, { uri: uriOf('/site/own tool.php'), note: ' mine ' }, NOW);
    const sha256 = createHash('sha256').update('<?php phpinfo();').digest('hex');
    assert.deepEqual(answer, { entry: { sha256, note: 'mine', date: '2021-11-01T09:30:00.000Z' } });
  });

  it('is refused for links, folders, locked and missing files and what is not on the disk', async () => {
    const uris = ['/site/link', '/site', '/site/locked.php', '/site/none'].map(uriOf);
    for (const uri of [...uris, 'log-archive:/x', 'file://elsewhere/x', 'file:', '']) {
      const answer = await knownGoodAnswer(disk, { uri, note: '' }, NOW);
      assert.ok('problem' in answer && answer.problem !== '', uri);
    }
  });
});
