import assert from 'node:assert/strict';
import { readRuleSources } from '../../../server/src/yara/ruleSources';
import { FakeDisk } from '../../support/fakeDisk';

async function read(files: Record<string, string>) {
  const onDisk = Object.entries(files).map(([name, text]) => [`/rules/${name}`, Buffer.from(text)] as const);
  return readRuleSources(new FakeDisk(Object.fromEntries(onDisk)), '/rules');
}

describe('A folder of YARA rules', () => {
  it('is read with the folders below, whatever else lies there', async () => {
    const { sources, problems } = await read({
      'b.yar': 'rule b',
      'web/a.YARA': 'rule a',
      'README.md': 'rules',
      'web/c.txt': '',
    });
    assert.deepEqual(sources, [
      { name: 'b.yar', text: 'rule b' },
      { name: 'web/a.YARA', text: 'rule a' },
    ]);
    assert.deepEqual(problems, []);
  });

  it('has includes put in their places, and what is included only there', async () => {
    const { sources } = await read({
      'index.yar': 'include "web/all.yar"\nrule last',
      'web/all.yar': '  include "one.yar"\r\ninclude "../two.yar"',
      'web/one.yar': 'rule one',
      'two.yar': 'rule two',
    });
    assert.deepEqual(sources, [{ name: 'index.yar', text: 'rule one\nrule two\nrule last' }]);
  });

  it('says which includes lead nowhere, out of the folder or in a circle', async () => {
    const { sources, problems } = await read({
      'a.yar': 'include "b.yar"',
      'b.yar': 'include "a.yar"',
      'c.yar': 'include "../../etc/passwd"',
      'd.yar': 'include "missing.yar"',
      'good.yar': 'rule good',
    });
    assert.deepEqual(sources, [{ name: 'good.yar', text: 'rule good' }]);
    assert.deepEqual(
      problems.map(({ name }) => name),
      ['a.yar', 'b.yar', 'c.yar', 'd.yar'],
    );
  });
});
