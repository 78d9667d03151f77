import assert from 'node:assert/strict';
import path from 'node:path';
import { foldersAsOne } from '../../../server/src/site/foldersAsOne';

describe('Several folders with copies of sites', () => {
  const root = path.resolve('/copies');
  const at = (...names: readonly string[]): string => path.join(root, ...names);

  it('are read from the nearest folder around them', () => {
    assert.deepEqual(foldersAsOne([at('a', 'one'), at('a', 'two', 'web')]), {
      root: at('a'),
      within: ['one', 'two/web'],
    });
  });

  it('are one where they are the same, or where one lies in another', () => {
    assert.deepEqual(foldersAsOne([at('a'), at('a', '.')]), { root: at('a') });
    assert.deepEqual(foldersAsOne([at('a', 'b'), at('a')]), { root: at('a') });
    assert.deepEqual(foldersAsOne([at('a', 'x'), at('ab')]), { root, within: ['a/x', 'ab'] });
    assert.equal(foldersAsOne([]), undefined);
  });
});
