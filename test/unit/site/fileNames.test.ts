import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { nameOfBytes, pathForSystem } from '../../../server/src/fileNames';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { auditSite } from '../../../server/src/site/auditSite';
import { siteFileUri } from '../../../server/src/siteFileUri';
import { plantedFile, SHELL_CODE } from '../../support/plantedFile';
import { TemporaryFolder } from '../../support/temporaryFolder';

describe('Names of files', () => {
  /** Shift_JIS, EUC-JP, lone bytes, a cut character, an overlong slash, a surrogate as some write it; and UTF-8. */
  const names = [
    '93fa967b2e706870',
    'c6fccbdc2e706870',
    'ff',
    '80e3',
    '61e382',
    'c0af',
    'edb280',
    'e38182f09f9880',
    'efbfbd',
  ];
  for (const hex of names) {
    it(`can be told from others and opened, whatever their bytes: ${hex}`, () => {
      const bytes = Buffer.from(hex, 'hex');
      const system = pathForSystem(`/a/${nameOfBytes(bytes)}`);
      assert.equal(Buffer.from(system as string).toString('hex'), Buffer.from('/a/').toString('hex') + hex);
    });
  }

  // Windows and macOS have no other names.
  if (process.platform !== 'linux') return;
  it('that are not UTF-8 do not keep their files from being audited', async () => {
    const folder = await TemporaryFolder.create();
    try {
      const odd = Buffer.concat([Buffer.from(`${folder.path}/`), Buffer.from('93fa967b', 'hex')]);
      await mkdir(odd);
      await writeFile(
        Buffer.concat([odd, Buffer.from('/'), Buffer.from('ff2e706870', 'hex')]),
        plantedFile(SHELL_CODE),
      );
      const { findings, problems } = await auditSite(nodeDisk, folder.path);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        findings.filter(({ severity }) => severity === 'error').map(({ places }) => places[0]?.file),
        ['\u{dc93}\u{dcfa}\u{dc96}{/\u{dcff}.php'],
      );
      const [finding] = findings;
      assert.ok(siteFileUri(folder.uri, finding?.places[0]?.file ?? '').endsWith('%EF%BF%BD.php'));
    } finally {
      await folder.remove();
    }
  });
});
