import { strict as assert } from 'node:assert';
import { URI } from 'vscode-uri';
import { findingKeys } from '../../../client/src/findingKeys';
import type { SiteFinding } from '../../../server/src/protocol';
import type { Finding } from '../../../server/src/rules/finding';
import { keysOf } from '../../../server/src/siteFindings';

const PLACES: readonly (readonly [rule: string, file: string])[] = [
  ['a', 'x.php'],
  ['b', 'x.php'],
  ['a', 'x.php'],
  ['a', 'y.php'],
  ['a', ''],
];

function shown([rule, file]: readonly [string, string]): SiteFinding {
  return { rule, ruleTitle: rule, severity: 'error', title: '', detail: '', advice: '', file, related: [] };
}

function found([rule, file]: readonly [string, string]): Finding {
  const places = file === '' ? [] : [{ file }];
  return { rule, severity: 'error', title: '', detail: '', advice: '', clients: [], endpoints: [], places };
}

describe('The names of findings', () => {
  it('are the same in the client and in the server', () => {
    const folder = URI.file('/site');
    const counts = { files: 1, excluded: 0, quiet: 0, knownGood: 0, inArchives: 0, bytes: 1, problems: [] };
    const result = { folder: folder.toString(), findings: PLACES.map(shown), ...counts };
    const named = [...findingKeys({ folder, result }).values()];
    assert.deepEqual(named, keysOf(folder.toString(), PLACES.map(found)));
    assert.deepEqual(
      named.map(({ nth }) => nth),
      [0, 0, 1, 0, 0],
    );
  });
});
