import assert from 'node:assert/strict';
import { chooseLines } from '../../../../server/src/report/evidence/chosenLines';
import type { EvidencePoint } from '../../../../server/src/report/evidence/evidencePoint';

function point(id: string, lines: Readonly<Record<string, readonly number[]>>, leftOutBefore = 0): EvidencePoint {
  return {
    id,
    kind: 'finding',
    title: id,
    lines: Object.entries(lines).map(([file, own]) => ({ file, lines: Uint32Array.from(own) })),
    leftOutBefore,
  };
}

describe('The lines of a bundle', () => {
  it('are each there once in their log, with all that they show', () => {
    const { logs, taken } = chooseLines([
      point('a', { 'x.log': [3, 5], 'y.log': [1] }),
      point('b', { 'x.log': [1, 5] }),
    ]);
    assert.deepEqual([...logs.keys()], ['x.log', 'y.log']);
    assert.deepEqual(logs.get('x.log')!.lines, Uint32Array.of(1, 3, 5));
    assert.deepEqual(
      logs.get('x.log')!.points.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.deepEqual(
      [...taken],
      [
        ['a', { lines: 3, leftOut: 0 }],
        ['b', { lines: 2, leftOut: 0 }],
      ],
    );
  });

  it('are the first ones of each point as far as there is room, and the others are counted', () => {
    const points = [point('a', { 'x.log': [1, 2, 3, 4], 'y.log': [1, 2] }), point('b', { 'y.log': [7, 8, 9] }, 100)];
    const { logs, taken } = chooseLines(points, { ofPoint: 5, ofAll: 6 });
    assert.deepEqual(
      [...taken],
      [
        ['a', { lines: 5, leftOut: 1 }],
        ['b', { lines: 1, leftOut: 102 }],
      ],
    );
    assert.deepEqual(logs.get('y.log')!.lines, Uint32Array.of(1, 7));
  });
});
