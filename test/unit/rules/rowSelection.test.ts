import assert from 'node:assert/strict';
import { NO_ENTRY, NO_TIME } from '../../../server/src/log/logTable';
import { Activity } from '../../../server/src/rules/log/facts/activity';
import { flaggedOf, flaggedRows, flagsOfMarks } from '../../../server/src/rules/log/facts/flaggedRows';
import { NumberList } from '../../../server/src/rules/log/facts/numberList';

describe('Rows with a wanted value', () => {
  const column = Uint32Array.of(2, 0, NO_ENTRY, 1, 2, 7);

  it('are found in the whole log and among some rows, those without a value never', () => {
    const flags = Uint8Array.of(0, 1, 1);
    assert.deepEqual([...flaggedRows(column, flags)], [0, 3, 4]);
    assert.deepEqual([...flaggedOf(Uint32Array.of(0, 1, 2, 3, 5), column, flags)], [0, 3]);
    assert.deepEqual([...flaggedRows(column, Uint8Array.of(0, 0, 0))], []);
  });

  it('are told by the marks of their values', () => {
    assert.deepEqual([...flagsOfMarks(Uint32Array.of(0, 1, 2, 6), 2)], [0, 0, 1, 1]);
  });

  it('may be as many as there are', () => {
    const list = new NumberList();
    for (let number = 0; number < 5000; number++) list.push(number * 1000);
    assert.deepEqual(
      list.values,
      Uint32Array.from({ length: 5000 }, (_, at) => at * 1000),
    );
  });
});

describe('The minutes in which a log has entries', () => {
  const activity = new Activity([Uint32Array.of(130, 60, 119, NO_TIME, 125), Uint32Array.of(600, 61, 661)]);

  it('are each counted once, whatever the order of the entries and of the files', () => {
    assert.deepEqual([...activity.minutes], [1, 2, 10, 11]);
    assert.equal(activity.share(1, 5), 0.5);
  });

  it('leave the pauses between them', () => {
    assert.deepEqual(activity.pauses(2), [[3, 10]]);
    assert.deepEqual(activity.pauses(8), []);
  });
});
