import { strict as assert } from 'node:assert';
import { chmod, lstat, mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eachFile, type Outcome } from '../../../../client/src/cleanUp/eachFile';
import { restoreEntries, type RestoredEntry } from '../../../../client/src/cleanUp/restoreEntries';
import { nodeQuarantineDisk } from '../../../../client/src/quarantine/nodeQuarantineDisk';
import { Quarantine, type IfTaken } from '../../../../client/src/quarantine/quarantine';
import type { QuarantineEntry } from '../../../../client/src/quarantine/quarantineEntry';
import { fileState } from '../../../support/fileState';
import { TemporaryFolder } from '../../../support/temporaryFolder';

const MODIFIED = new Date('2021-11-01T03:04:05.678Z');

/** Files that are hard to handle, with their permissions. */
const FILES: Readonly<Record<string, { readonly bytes: Uint8Array; readonly mode: number }>> = {
  'l.php': { bytes: Uint8Array.from({ length: 3000 }, (_, index) => (index * 11) % 256), mode: 0o604 },
  'locked.php': { bytes: Buffer.from('<?php'), mode: 0o000 },
  'empty.php': { bytes: new Uint8Array(), mode: 0o644 },
  ' -rf フォーム %2e #1.php': { bytes: Buffer.from([0xff, 0x00, 0x0d, 0x0a]), mode: 0o600 },
};
const NAMES = Object.keys(FILES);

const neverAsk = (): Promise<never> => Promise.reject(new Error('There was no reason to ask.'));

describe('Several files of the quarantine', () => {
  let temporary: TemporaryFolder;
  let site: string;

  beforeEach(async () => {
    temporary = await TemporaryFolder.create();
    site = path.join(temporary.path, 'site');
    await mkdir(site);
    for (const [name, { bytes, mode }] of Object.entries(FILES)) {
      await writeFile(inSite(name), bytes);
      await utimes(inSite(name), MODIFIED, MODIFIED);
      await chmod(inSite(name), mode);
    }
  });

  afterEach(() => temporary.remove());

  const inSite = (name: string): string => path.join(site, name);

  /** A quarantine as a window has it that was just opened: nothing of an earlier one is left but the disk. */
  const openQuarantine = (): Quarantine => new Quarantine(path.join(temporary.path, 'store'), nodeQuarantineDisk);

  const stateOf = (name: string): Promise<object> => fileState(inSite(name));

  async function quarantineAll(): Promise<void> {
    const quarantine = openQuarantine();
    for (const name of NAMES) await quarantine.add({ site, path: inSite(name), rules: ['x'], reasons: ['odd'] });
  }

  async function restoreAll(
    ask: (taken: readonly QuarantineEntry[]) => Promise<IfTaken | undefined>,
  ): Promise<Outcome<QuarantineEntry, RestoredEntry>> {
    const quarantine = openQuarantine();
    const { entries } = await quarantine.list();
    return restoreEntries(quarantine, entries, ask, (files, work) =>
      eachFile(files, work, { onProgress: () => undefined, isCancelled: () => false }),
    );
  }

  it('come back byte for byte, with permissions and times, after a restart', async () => {
    const before = await Promise.all(NAMES.map(stateOf));
    await quarantineAll();
    await assert.rejects(lstat(inSite('l.php')), { code: 'ENOENT' });
    const { done, failed } = await restoreAll(neverAsk);
    assert.deepEqual([done.length, failed], [NAMES.length, []]);
    assert.deepEqual(await Promise.all(NAMES.map(stateOf)), before);
    assert.deepEqual((await openQuarantine().list()).entries, []);
  });

  it('are asked about once where others have taken their places, and may replace these', async () => {
    const before = await Promise.all(NAMES.map(stateOf));
    await quarantineAll();
    for (const name of ['l.php', 'empty.php']) await writeFile(inSite(name), 'new');
    const asked: string[][] = [];
    const { done } = await restoreAll(async (taken) => {
      asked.push(taken.map((entry) => path.basename(entry.path)));
      return 'replace';
    });
    assert.deepEqual(
      asked.map((names) => names.toSorted()),
      [['empty.php', 'l.php']],
    );
    assert.equal(done.length, NAMES.length);
    assert.deepEqual(await Promise.all(NAMES.map(stateOf)), before);
    const replaced = (await openQuarantine().list()).entries.map((entry) => path.basename(entry.path));
    assert.deepEqual(replaced.toSorted(), ['empty.php', 'l.php']);
  });

  it('may lie beside those that have taken their places', async () => {
    await quarantineAll();
    await writeFile(inSite('l.php'), 'new');
    const { done } = await restoreAll(() => Promise.resolve('keepBoth'));
    assert.equal(await readFile(inSite('l.php'), 'utf8'), 'new');
    assert.deepEqual(await readFile(inSite('l-restored.php')), Buffer.from(FILES['l.php']!.bytes));
    assert.ok(done.some((restored) => restored.path === inSite('l-restored.php')));
  });

  it('stay in quarantine where the user can’t decide, the others come back', async () => {
    await quarantineAll();
    await writeFile(inSite('l.php'), 'new');
    const { done, left } = await restoreAll(() => Promise.resolve(undefined));
    assert.equal(done.length, NAMES.length - 1);
    assert.deepEqual(
      left.map((entry) => path.basename(entry.path)),
      ['l.php'],
    );
    assert.equal((await openQuarantine().list()).entries.length, 1);
  });

  it('are named when they can’t be had back, and keep the others from nothing', async () => {
    await quarantineAll();
    const lost = (await openQuarantine().list()).entries.find((entry) => entry.path === inSite('l.php'))!;
    await writeFile(path.join(temporary.path, 'store', `${lost.id}.quarantined`), 'changed');
    const { done, failed } = await restoreAll(neverAsk);
    assert.equal(done.length, NAMES.length - 1);
    assert.deepEqual(
      failed.map(({ file, error }) => [file.id, (error as { readonly reason?: string }).reason]),
      [[lost.id, 'damaged']],
    );
  });
});
