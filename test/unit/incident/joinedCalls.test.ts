import assert from 'node:assert/strict';
import { callsOfFiles, type FileCalls } from '../../../server/src/incident/fileCalls';
import { joinedCalls } from '../../../server/src/incident/joinedCalls';
import { indexPaths } from '../../../server/src/site/pathIndex';
import { combinedLine } from '../../support/lines';
import { openLogOf } from '../../support/openLog';
import { every, logText, type Request } from '../../support/traffic';

const FILE = 'tw/form.php';

async function callsIn(text: string): Promise<FileCalls> {
  const { model } = await openLogOf(text);
  return callsOfFiles(model, indexPaths([FILE]), new Set([FILE])).get(FILE)!;
}

const calls = (...traffic: readonly Request[][]): Promise<FileCalls> => callsIn(logText(...traffic));

describe('The calls of a file in several logs', () => {
  it('are counted together, each client once', async () => {
    const later = await calls(every(60, 3, '192.0.2.1', `GET /${FILE}`, 5_000));
    const earlier = await calls(every(60, 2, '192.0.2.1', `POST /${FILE}`), every(60, 4, '192.0.2.2', `POST /${FILE}`));
    const joined = joinedCalls([later, earlier]);
    assert.equal(joined.requests, 9);
    assert.deepEqual(joined.methods, [
      { method: 'POST', count: 6 },
      { method: 'GET', count: 3 },
    ]);
    assert.deepEqual(joined.clients, [
      { address: '192.0.2.1', count: 5 },
      { address: '192.0.2.2', count: 4 },
    ]);
    assert.deepEqual(joined.writers, [
      { address: '192.0.2.2', count: 4 },
      { address: '192.0.2.1', count: 2 },
    ]);
    assert.deepEqual(joined.statuses, [{ status: 200, count: 9 }]);
    assert.deepEqual([joined.firstWrite, joined.lastWrite], [earlier.first, earlier.last]);
  });

  it('reach from the first to the last of all, and end with the answer of the last', async () => {
    const later = await calls(every(60, 3, '192.0.2.1', `GET /${FILE}`, 5_000));
    const gone = await callsIn(
      combinedLine({ request: `GET /${FILE} HTTP/1.1`, status: 404, time: '02/Nov/2021:00:00:00 +0000' }),
    );
    const joined = joinedCalls([gone, later]);
    assert.deepEqual([joined.first, joined.last], [later.first, gone.last]);
    assert.deepEqual([joined.firstWrite, joined.lastWrite], [undefined, undefined], 'nobody sent anything');
    assert.equal(joined.lastStatus, 404);
    assert.equal(joinedCalls([later, gone]).lastStatus, 404);
  });

  it('are those of the one where only one saw any', async () => {
    const only = await calls(every(60, 3, '192.0.2.1', `GET /${FILE}`));
    assert.equal(joinedCalls([only]), only);
  });
});
