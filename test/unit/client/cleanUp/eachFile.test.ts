import { strict as assert } from 'node:assert';
import { eachFile } from '../../../../client/src/cleanUp/eachFile';

const GO_ON = { onProgress: () => undefined, isCancelled: () => false };

describe('Work on each of several files', () => {
  it('goes on after one on which it fails, and names that one', async () => {
    const failure = new Error('locked');
    const work = (file: string): Promise<string> =>
      file === 'b.php' ? Promise.reject(failure) : Promise.resolve(file.toUpperCase());
    assert.deepEqual(await eachFile(['a.php', 'b.php', 'c.php'], work, GO_ON), {
      done: ['A.PHP', 'C.PHP'],
      failed: [{ file: 'b.php', error: failure }],
      left: [],
    });
  });

  it('stops where the user cancels, and says what is left', async () => {
    const begun: string[] = [];
    const work = async (file: string): Promise<void> => void begun.push(file);
    const outcome = await eachFile(['a.php', 'b.php', 'c.php'], work, {
      ...GO_ON,
      isCancelled: () => begun.length === 1,
    });
    assert.deepEqual(begun, ['a.php']);
    assert.deepEqual(outcome.left, ['b.php', 'c.php']);
  });

  it('says how far it is before each of them', async () => {
    const told: string[] = [];
    const onProgress = (done: number, total: number): void => void told.push(`${done} of ${total}`);
    await eachFile(['a.php', 'b.php'], () => Promise.resolve(), { ...GO_ON, onProgress });
    assert.deepEqual(told, ['0 of 2', '1 of 2']);
  });
});
