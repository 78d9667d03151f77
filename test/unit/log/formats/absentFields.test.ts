import assert from 'node:assert/strict';
import { memorySource } from '../../../../server/src/log/byteSource';
import { readLog } from '../../../../server/src/log/readLog';
import { analyseLog, type LogAnalysis } from '../../../../server/src/logAnalysis';
import { logOf } from '../../../support/lines';

async function analyse(count: number, make: (index: number) => Record<string, unknown>): Promise<LogAnalysis> {
  const log = logOf(count, (n) => JSON.stringify(make(n)));
  return analyseLog(await readLog(memorySource(Buffer.from(log))), 'access.json');
}

const FLOOD = { remote_addr: '192.0.2.1', method: 'POST', uri: '/mail.php', status: 200 };

describe('Rules over logs that lack fields', () => {
  it('find a flood where all is logged, to compare with', async () => {
    const { findings } = await analyse(1000, (n) => ({ ...FLOOD, time: 1_635_731_815 + n }));
    assert.deepEqual(findings.map(({ rule }) => rule).toSorted(), ['flood-address', 'hot-endpoint']);
  });

  it('take requests without a time for no flood, as nothing is known of their pace', async () => {
    const { model, findings } = await analyse(1000, () => FLOOD);
    assert.equal(model.table.rows, 1000);
    assert.deepEqual(findings, []);
  });

  it('count only the times that are logged', async () => {
    const { findings } = await analyse(2000, (n) => (n % 2 === 0 ? FLOOD : { ...FLOOD, time: 1_635_731_815 + n }));
    const [finding] = findings;
    assert.equal(finding?.count, 2000);
    assert.deepEqual([finding.first, finding.last], ['2021-11-01T01:56:56+00:00', '2021-11-01T02:30:14+00:00']);
  });

  it('do not take all requests without a client for those of one', async () => {
    const { remote_addr: _, ...unknown } = FLOOD;
    const { model, findings } = await analyse(2000, (n) => ({ ...unknown, time: 1_635_731_815 + n }));
    assert.equal(model.table.rows, 2000);
    assert.deepEqual(findings, []);
  });

  it('take a request without a method for no writing one', async () => {
    const { method: _, ...unknown } = FLOOD;
    const { model, findings } = await analyse(300, (n) => ({ ...unknown, time: 1_635_731_815 + n }));
    assert.equal(model.table.rows, 300);
    assert.deepEqual(findings, []);
  });
});
