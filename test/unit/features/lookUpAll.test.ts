import assert from 'node:assert/strict';
import { lookUpAll } from '../../../server/src/features/registries/lookUpAll';
import type { NetworkAnswer } from '../../../server/src/protocol';

const failed = (reason: 'timeout' | 'unknown'): NetworkAnswer => ({ kind: 'failed', reason, message: reason });

/** Looks addresses up at registries that are named by their first number, which answer what the second one says. */
async function lookUp(addresses: readonly string[], limit = 50) {
  const asked: string[] = [];
  const progress: string[] = [];
  const { answers, leftOut } = await lookUpAll(addresses, limit, {
    lookUp: async (address) => {
      asked.push(address);
      return failed(address.split('.')[1] === '0' ? 'timeout' : 'unknown');
    },
    registryFor: async (address) => address.split('.')[0] ?? '',
    onProgress: (done, total) => progress.push(`${done}/${total}`),
  });
  const reasons = answers.map(({ answer }) => (answer.kind === 'failed' ? answer.reason : answer.kind));
  return { asked, progress, reasons, leftOut };
}

describe('Looking up many addresses', () => {
  it('gives up a registry that is out of reach three times in a row, and no other', async () => {
    const down = ['1.0.0.1', '1.0.0.2', '1.0.0.3', '1.0.0.4', '1.0.0.5'];
    const { asked, reasons, progress } = await lookUp([...down, '2.0.0.1', '2.1.0.1', '2.0.0.2', '2.0.0.3', '2.1.0.2']);
    assert.deepEqual(
      asked.filter((address) => address.startsWith('1.')),
      down.slice(0, 3),
    );
    assert.equal(asked.filter((address) => address.startsWith('2.')).length, 5);
    assert.deepEqual(
      reasons.slice(0, 5),
      Array.from({ length: 5 }, () => 'timeout'),
    );
    assert.equal(progress.at(-1), '10/10');
  });

  it('takes each address once, however it is written, and no more than asked for', async () => {
    const { asked, leftOut } = await lookUp(['1.1.0.1', '::ffff:1.1.0.1', '1.1.0.1:80', '1.1.0.2', '1.1.0.3'], 2);
    assert.deepEqual(asked, ['1.1.0.1', '1.1.0.2']);
    assert.equal(leftOut, 1);
  });

  it('takes none for a limit that is none', async () => {
    for (const limit of [0, -1, Number.NaN]) assert.deepEqual((await lookUp(['1.1.0.1'], limit)).asked, []);
  });
});
