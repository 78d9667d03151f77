import assert from 'node:assert/strict';
import { countFindings } from '../../../client/src/logs/countFindings';

const found = (error: number, warning = 0): Parameters<typeof countFindings>[0][0]['findings'] => ({
  error,
  warning,
  information: 0,
  hint: 0,
});

describe('The findings of all logs', () => {
  it('are those of each log while none were read together', () => {
    const logs = [
      { uri: 'a', findings: found(1, 2) },
      { uri: 'b', findings: found(3) },
    ];
    assert.deepEqual(countFindings([], logs), found(4, 2));
  });

  it('count once what concerns several logs that were read together', () => {
    const logs = [
      { uri: 'a', findings: found(1) },
      { uri: 'b', findings: found(1) },
    ];
    assert.deepEqual(countFindings([{ logs, findings: found(1) }], logs), found(1));
  });

  it('count what an open log says that was not read with the others', () => {
    const together = { logs: [{ uri: 'a' }], findings: found(0, 1) };
    const logs = [
      { uri: 'a', findings: found(0, 1) },
      { uri: 'open', findings: found(2) },
    ];
    assert.deepEqual(countFindings([together], logs), found(2, 1));
  });
});
