import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { chmod, link, lstat, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { nodeQuarantineDisk } from '../../../../client/src/quarantine/nodeQuarantineDisk';
import type { SuspectFile } from '../../../../client/src/quarantine/checkSuspect';
import { Quarantine } from '../../../../client/src/quarantine/quarantine';
import type { QuarantineDisk } from '../../../../client/src/quarantine/quarantineDisk';
import { QuarantineProblem, type QuarantineReason } from '../../../../client/src/quarantine/quarantineProblem';
import { TemporaryFolder } from '../../../support/temporaryFolder';

/** Bytes that are no text in any encoding. */
const BYTES = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256);
const MODIFIED = new Date('2021-11-01T03:04:05.678Z');
const hasPermissions = process.platform !== 'win32';

/** A test of what Windows has not. */
function whereFilesHavePermissions(title: string, test: () => Promise<void>): void {
  if (hasPermissions) it(title, test);
}

/** Everything about a file that must come back. */
async function stateOf(file: string): Promise<object> {
  const { mode, mtimeMs } = await lstat(file);
  return {
    mode: hasPermissions ? mode & 0o7777 : undefined,
    modified: Math.round(mtimeMs),
    bytes: await readFile(file),
  };
}

/** Whether there is something at a path, be it a link that leads nowhere. */
async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

async function refuses(work: Promise<unknown>, reason: QuarantineReason): Promise<void> {
  await assert.rejects(work, (error) => error instanceof QuarantineProblem && error.reason === reason);
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function failing(code: string): () => Promise<never> {
  return () => Promise.reject(failure(code));
}

/** A copy of a file that is another one by now. */
const copyAnother: QuarantineDisk['copyToNew'] = async (from, to) => ({
  ...(await nodeQuarantineDisk.copyToNew(from, to)),
  identity: 'another',
});

describe('The quarantine', () => {
  let temporary: TemporaryFolder;
  let store: string;
  let suspect: SuspectFile;

  beforeEach(async () => {
    temporary = await TemporaryFolder.create();
    store = path.join(temporary.path, 'store', 'quarantine');
    const site = path.join(temporary.path, 'site');
    suspect = {
      site,
      path: path.join(site, 'images', 'l.php'),
      rules: ['web-shell', 'php-in-uploads'],
      reasons: ['It runs what visitors send.'],
    };
    await mkdir(path.dirname(suspect.path), { recursive: true });
    await writeFile(suspect.path, BYTES);
    await utimes(suspect.path, MODIFIED, MODIFIED);
    await chmod(suspect.path, 0o640);
  });

  afterEach(() => temporary.remove());

  function quarantine(changes: Partial<QuarantineDisk> = {}): Quarantine {
    return new Quarantine(store, { ...nodeQuarantineDisk, ...changes });
  }

  describe('takes a file out of the site', () => {
    it('and keeps its bytes under a name that nothing runs', async () => {
      const entry = await quarantine().add(suspect);
      assert.equal(await exists(suspect.path), false);
      const names = await readdir(store);
      assert.deepEqual(names.toSorted(), [`${entry.id}.json`, `${entry.id}.quarantined`]);
      assert.deepEqual(await readFile(path.join(store, `${entry.id}.quarantined`)), Buffer.from(BYTES));
      if (hasPermissions) assert.equal((await lstat(store)).mode & 0o777, 0o700);
    });

    it('with a manifest that says where it was, what it was and why', async () => {
      const { id } = await quarantine().add(suspect);
      const manifest = JSON.parse(await readFile(path.join(store, `${id}.json`), 'utf8')) as Record<string, unknown>;
      assert.ok(Math.abs(Date.parse(String(manifest['quarantined'])) - Date.now()) < 60_000);
      assert.ok(Math.abs(Number(manifest['modified']) - MODIFIED.getTime()) < 1);
      assert.deepEqual(
        { ...manifest, quarantined: '', modified: 0 },
        {
          version: 1,
          id,
          ...suspect,
          sha256: createHash('sha256').update(BYTES).digest('hex'),
          size: BYTES.length,
          ...(hasPermissions && { mode: 0o640 }),
          modified: 0,
          quarantined: '',
        },
      );
    });

    it('as often as one of the same name comes back', async () => {
      await quarantine().add(suspect);
      await writeFile(suspect.path, 'second');
      await quarantine().add(suspect);
      assert.equal((await quarantine().list()).entries.length, 2);
    });

    whereFilesHavePermissions('though the host has locked it', async () => {
      await chmod(suspect.path, 0);
      const entry = await quarantine({
        copyToNew: async (from, to) => {
          // Root may read everything, others only what the permissions allow.
          if (((await lstat(from)).mode & 0o400) === 0) throw failure('EACCES');
          return nodeQuarantineDisk.copyToNew(from, to);
        },
      }).add(suspect);
      assert.equal(entry.mode, 0);
      await quarantine().restore(entry, 'refuse');
      assert.equal((await lstat(suspect.path)).mode & 0o777, 0);
    });

    it('and keeps the copy when the original vanishes under its hands', async () => {
      const vanishing: QuarantineDisk['writeNew'] = async (file, text) => {
        await rm(suspect.path);
        await nodeQuarantineDisk.writeNew(file, text);
      };
      const entry = await quarantine({ writeNew: vanishing }).add(suspect);
      await quarantine().restore(entry, 'refuse');
      assert.deepEqual(await readFile(suspect.path), Buffer.from(BYTES));
    });

    it('and believes its eyes when deleting is said to have failed', async () => {
      const remove = async (file: string): Promise<void> => {
        await nodeQuarantineDisk.remove(file);
        if (file === suspect.path) throw failure('EIO');
      };
      const entry = await quarantine({ remove }).add(suspect);
      assert.deepEqual((await quarantine().list()).entries, [entry]);
    });

    it('and keeps the copy when it can’t be told whether the original is there', async () => {
      let isCutOff = false;
      const remove = async (file: string): Promise<void> => {
        await nodeQuarantineDisk.remove(file);
        isCutOff = true;
        throw failure('EIO');
      };
      const facts: QuarantineDisk['facts'] = (file) => (isCutOff ? failing('EIO')() : nodeQuarantineDisk.facts(file));
      await refuses(quarantine({ remove, facts }).add(suspect), 'other');
      assert.equal((await quarantine().list()).entries.length, 1);
    });

    it('but not the other names of the file', async () => {
      const other = path.join(temporary.path, 'other.php');
      await link(suspect.path, other);
      await quarantine().add(suspect);
      assert.deepEqual(await readFile(other), Buffer.from(BYTES));
    });
  });

  describe('leaves the file where it is', () => {
    let before: object;

    beforeEach(async () => {
      before = await stateOf(suspect.path);
    });

    afterEach(async () => {
      assert.deepEqual(await stateOf(suspect.path), before);
      assert.deepEqual((await quarantine().list()).entries, []);
      assert.deepEqual(await readdir(store).catch(() => []), []);
    });

    it('when the disk is full', async () => {
      await refuses(quarantine({ copyToNew: failing('ENOSPC') }).add(suspect), 'full');
      await refuses(quarantine({ writeNew: failing('EDQUOT') }).add(suspect), 'full');
    });

    it('when the folder of the quarantine can’t be made', async () => {
      await refuses(quarantine({ makePrivateFolder: failing('EACCES') }).add(suspect), 'forbidden');
    });

    it('when it may not be read or deleted', async () => {
      await refuses(quarantine({ copyToNew: failing('EACCES') }).add(suspect), 'forbidden');
      const remove = (file: string): Promise<void> =>
        file === suspect.path ? failing('EPERM')() : nodeQuarantineDisk.remove(file);
      await refuses(quarantine({ remove }).add(suspect), 'forbidden');
    });

    whereFilesHavePermissions('when its permissions were lifted in vain', async () => {
      await chmod(suspect.path, 0o040);
      before = await stateOf(suspect.path);
      await refuses(quarantine({ copyToNew: failing('EIO') }).add(suspect), 'other');
    });

    it('when the copy can’t be read back as it was', async () => {
      await refuses(quarantine({ hash: async () => 'f'.repeat(64) }).add(suspect), 'damaged');
    });

    it('when another file takes its name meanwhile', async () => {
      const looks: string[] = [];
      const facts: QuarantineDisk['facts'] = async (file) => {
        const found = await nodeQuarantineDisk.facts(file);
        if (file === suspect.path) looks.push(file);
        return looks.length === 2 ? { ...found, identity: 'another' } : found;
      };
      await refuses(quarantine({ facts }).add(suspect), 'changed');
      await refuses(quarantine({ copyToNew: copyAnother }).add(suspect), 'changed');
    });

    it('when it lies outside the site, or in the quarantine itself', async () => {
      await refuses(quarantine().add({ ...suspect, site: path.join(temporary.path, 'sit') }), 'outside');
      await refuses(quarantine().add({ ...suspect, site: suspect.path }), 'outside');
      const within = new Quarantine(path.dirname(suspect.path), nodeQuarantineDisk);
      await refuses(within.add(suspect), 'outside');
    });
  });

  describe('refuses', () => {
    it('a link, and leaves it and what it leads to', async () => {
      const shortcut = path.join(suspect.site, 'shortcut.php');
      await symlink(suspect.path, shortcut);
      await refuses(quarantine().add({ ...suspect, path: shortcut }), 'link');
      assert.ok((await lstat(shortcut)).isSymbolicLink());
      assert.deepEqual(await readFile(suspect.path), Buffer.from(BYTES));
    });

    it('a link that takes the place of the file at the last moment', async () => {
      const secret = path.join(temporary.path, 'secret');
      await writeFile(secret, 'secret');
      const copyToNew: QuarantineDisk['copyToNew'] = async (from, to) => {
        await rm(from);
        await symlink(secret, from);
        return nodeQuarantineDisk.copyToNew(from, to);
      };
      await refuses(quarantine({ copyToNew }).add(suspect), process.platform === 'win32' ? 'changed' : 'link');
      assert.equal(await readFile(secret, 'utf8'), 'secret');
      assert.deepEqual(await readdir(store), []);
    });

    it('a file to which a linked folder leads', async () => {
      const outside = path.join(temporary.path, 'outside');
      await mkdir(outside);
      await writeFile(path.join(outside, 'own.php'), 'own');
      await symlink(outside, path.join(suspect.site, 'linked'));
      await refuses(quarantine().add({ ...suspect, path: path.join(suspect.site, 'linked', 'own.php') }), 'outside');
      assert.equal(await readFile(path.join(outside, 'own.php'), 'utf8'), 'own');
    });

    it('a file whose name is no text, and says so', async () => {
      const name = path.join(path.dirname(suspect.path), 'form\u{fffd}.php');
      await refuses(quarantine().add({ ...suspect, path: name }), 'unnameable');
      await writeFile(name, BYTES);
      await quarantine().add({ ...suspect, path: name });
      assert.equal(await exists(name), false);
    });

    it('a folder, and a file that has vanished', async () => {
      await refuses(quarantine().add({ ...suspect, path: path.dirname(suspect.path) }), 'folder');
      await rm(suspect.path);
      await refuses(quarantine().add(suspect), 'gone');
      await rm(path.dirname(suspect.path), { recursive: true });
      await refuses(quarantine().add(suspect), 'gone');
    });
  });

  describe('gives a file back', () => {
    it('with its bytes, permissions and time, also in another window or after a restart', async () => {
      const before = await stateOf(suspect.path);
      await quarantine().add(suspect);
      const later = quarantine();
      const [entry] = (await later.list()).entries;
      assert.ok(entry);
      assert.deepEqual(await later.restore(entry, 'refuse'), { path: suspect.path, replaced: undefined });
      assert.deepEqual(await stateOf(suspect.path), before);
      assert.deepEqual(await readdir(store), []);
    });

    it('though its folder is gone', async () => {
      const entry = await quarantine().add(suspect);
      await rm(suspect.site, { recursive: true });
      await quarantine().restore(entry, 'refuse');
      assert.deepEqual(await readFile(suspect.path), Buffer.from(BYTES));
    });

    it('not where another file has taken its place, unless it is told to', async () => {
      const entry = await quarantine().add(suspect);
      await writeFile(suspect.path, 'new');
      await refuses(quarantine().restore(entry, 'refuse'), 'exists');
      assert.equal(await readFile(suspect.path, 'utf8'), 'new');
      assert.deepEqual((await quarantine().list()).entries, [entry]);
    });

    it('beside the other file', async () => {
      const folder = path.dirname(suspect.path);
      for (const name of ['l-restored.php', 'l-restored-2.php']) {
        const entry = await quarantine().add(suspect);
        await writeFile(suspect.path, 'new');
        const { path: restored } = await quarantine().restore(entry, 'keepBoth');
        assert.equal(restored, path.join(folder, name));
        assert.deepEqual(await readFile(restored), Buffer.from(BYTES));
        assert.equal(await readFile(suspect.path, 'utf8'), 'new');
        await writeFile(suspect.path, BYTES);
      }
    });

    it('in the place of the other file, which can be had back in turn', async () => {
      const entry = await quarantine().add(suspect);
      await writeFile(suspect.path, 'new');
      const { replaced } = await quarantine().restore(entry, 'replace');
      assert.deepEqual(await readFile(suspect.path), Buffer.from(BYTES));
      assert.deepEqual((await quarantine().list()).entries, [replaced]);
      await rm(suspect.path);
      await quarantine().restore(replaced!, 'refuse');
      assert.equal(await readFile(suspect.path, 'utf8'), 'new');
    });

    it('where nothing was to be replaced', async () => {
      const entry = await quarantine().add(suspect);
      assert.equal((await quarantine().restore(entry, 'replace')).replaced, undefined);
    });
  });

  describe('keeps a file', () => {
    it('when the disk is full, and puts what it replaced back', async () => {
      const entry = await quarantine().add(suspect);
      await writeFile(suspect.path, 'new');
      let copies = 0;
      const copyToNew: QuarantineDisk['copyToNew'] = (from, to) =>
        ++copies === 2 ? failing('ENOSPC')() : nodeQuarantineDisk.copyToNew(from, to);
      await refuses(quarantine({ copyToNew }).restore(entry, 'replace'), 'full');
      assert.equal(await readFile(suspect.path, 'utf8'), 'new');
      assert.deepEqual((await quarantine().list()).entries, [entry]);
    });

    it('when its permissions can’t be given back, and leaves nothing of it in the site', async () => {
      const entry = await quarantine().add(suspect);
      await refuses(quarantine({ setModified: failing('EPERM') }).restore(entry, 'refuse'), 'forbidden');
      assert.equal(await exists(suspect.path), false);
      assert.deepEqual((await quarantine().list()).entries, [entry]);
    });

    it('when a linked folder now leads out of the site', async () => {
      const entry = await quarantine().add(suspect);
      const outside = path.join(temporary.path, 'outside');
      await mkdir(outside);
      await rm(path.dirname(suspect.path), { recursive: true });
      await symlink(outside, path.dirname(suspect.path));
      await refuses(quarantine().restore(entry, 'refuse'), 'outside');
      assert.deepEqual(await readdir(outside), []);
    });

    it('when a folder is in its place', async () => {
      const entry = await quarantine().add(suspect);
      await mkdir(suspect.path);
      await refuses(quarantine().restore(entry, 'refuse'), 'exists');
      await refuses(quarantine().restore(entry, 'replace'), 'folder');
    });
  });

  it('says when a scanner removed or something changed what it kept', async () => {
    const entry = await quarantine().add(suspect);
    const content = path.join(store, `${entry.id}.quarantined`);
    await writeFile(content, 'changed');
    await refuses(quarantine().restore(entry, 'refuse'), 'damaged');
    await rm(content);
    await refuses(quarantine().restore(entry, 'refuse'), 'lost');
    assert.equal(await exists(suspect.path), false);
  });

  it('lists the newest first and counts manifests that can’t be read', async () => {
    assert.deepEqual(await quarantine().list(), { entries: [], unreadable: 0 });
    const entry = await quarantine().add(suspect);
    const manifest = path.join(store, `${entry.id}.json`);
    const text = await readFile(manifest, 'utf8');
    await writeFile(path.join(store, 'a.json'), '{');
    await writeFile(path.join(store, 'b.json'), text);
    const older = { ...entry, id: 'c', quarantined: '2020-01-01T00:00:00.000Z' };
    await writeFile(path.join(store, 'c.json'), JSON.stringify(older));
    await writeFile(path.join(store, 'd.json'), JSON.stringify({ ...entry, id: 'd', path: 5 }));
    const { entries, unreadable } = await quarantine().list();
    assert.deepEqual(
      entries.map(({ id }) => id),
      [entry.id, 'c'],
    );
    assert.equal(unreadable, 3);
  });
});
