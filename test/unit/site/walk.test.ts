import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { walkSite } from '../../../server/src/site/walk';
import { memoryDisk } from './memoryDisk';

describe('walking a site folder', () => {
  it('finds every file, sorted, with slashes and odd names as they are', async () => {
    const names = [
      'b/c.php',
      'a.php',
      'b/a.php',
      '日本語/お問い合わせ.php',
      'back\\slash.php',
      'line\nbreak.php',
      '.htaccess',
    ];
    const { files } = await walkSite(memoryDisk(Object.fromEntries(names.map((name) => [name, 'x']))), '/site');
    assert.deepEqual(
      files.map(({ path }) => path),
      names.toSorted(),
    );
  });

  it('takes a folder given with a slash at its end', async () => {
    const { files } = await walkSite(memoryDisk({ 'a.php': 'x' }), '/site/');
    assert.equal(files.length, 1);
  });

  it('takes a single file', async () => {
    const { files, root } = await walkSite(memoryDisk({ 'tw/mail.php': 'abc' }), '/site/tw/mail.php');
    assert.deepEqual(files, [{ path: 'mail.php', size: 3, permissions: 0o644, modified: 0, changed: 0 }]);
    assert.equal(root, '/site/tw');
  });

  it('records links and special files and follows or opens none of them', async () => {
    const disk = memoryDisk({ loop: { kind: 'link' }, pipe: { kind: 'other' }, 'a.php': 'x' });
    const { files, problems } = await walkSite(disk, '/site');
    assert.deepEqual(
      files.map(({ path }) => path),
      ['a.php'],
    );
    assert.deepEqual(
      problems.map(({ file, kind }) => [file, kind]),
      [
        ['loop', 'link'],
        ['pipe', 'special'],
      ],
    );
  });

  it('goes on when a folder can not be listed, and says which', async () => {
    const disk = memoryDisk({ locked: { kind: 'directory', unreadable: 'EACCES' }, 'a.php': 'x' });
    const { files, problems } = await walkSite(disk, '/site');
    assert.equal(files.length, 1);
    assert.deepEqual(
      problems.map(({ file, kind }) => [file, kind]),
      [['locked', 'unreadable']],
    );
  });

  it('goes on when a file vanishes between listing and status', async () => {
    const disk = memoryDisk({ 'a.php': 'x', 'b.php': 'x' });
    const status = disk.status.bind(disk);
    disk.status = (path) => (path.endsWith('a.php') ? status('/site/gone') : status(path));
    const { files, problems } = await walkSite(disk, '/site');
    assert.deepEqual(
      files.map(({ path }) => path),
      ['b.php'],
    );
    assert.deepEqual(
      problems.map(({ file, kind }) => [file, kind]),
      [['a.php', 'gone']],
    );
  });

  it('leaves out a file that became a link since it was listed', async () => {
    const disk = memoryDisk({ 'a.php': 'x', link: { kind: 'link' } });
    const status = disk.status.bind(disk);
    disk.status = (path) => (path.endsWith('a.php') ? status('/site/link') : status(path));
    assert.equal((await walkSite(disk, '/site')).files.length, 0);
  });

  it('says how many files a limit left out', async () => {
    const disk = memoryDisk({ '1': 'x', '2': 'x', 'deeper/3': 'x' });
    const { files, problems } = await walkSite(disk, '/site', {}, 2);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['1', '2'],
    );
    assert.match(problems[0]?.message ?? '', /first 2 files.*1 more/);
  });

  it('leaves alone what is excluded, with all below it', async () => {
    const disk = memoryDisk({ 'node_modules/a/b.js': 'x', 'c.js': 'x' });
    const { files, excluded } = await walkSite(disk, '/site', { exclude: (path) => path === 'node_modules/' });
    assert.equal(excluded, 1);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['c.js'],
    );
  });

  it('rejects when the folder does not exist', async () => {
    await assert.rejects(walkSite(memoryDisk({}), '/nowhere'), { code: 'ENOENT' });
  });

  it('stops with the reason of the signal', async () => {
    const controller = new AbortController();
    const disk = memoryDisk({ 'a/b': 'x' });
    const onProgress = (): void => controller.abort(new Error('enough'));
    await assert.rejects(walkSite(disk, '/site', { signal: controller.signal, onProgress }), /enough/);
  });

  it('does not loop through real symbolic links to parents, and reads nothing outside', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'walk-'));
    try {
      await mkdir(join(folder, 'site', 'deep'), { recursive: true });
      await writeFile(join(folder, 'outside.php'), 'x');
      await writeFile(join(folder, 'site', 'deep', 'in.php'), 'x');
      await symlink('..', join(folder, 'site', 'deep', 'up'));
      await symlink(join(folder, 'outside.php'), join(folder, 'site', 'out.php'));
      await symlink('site', join(folder, 'chosen'));
      const { files, problems } = await walkSite(nodeDisk, join(folder, 'site'));
      assert.deepEqual(
        files.map(({ path }) => path),
        ['deep/in.php'],
      );
      assert.deepEqual(problems.map(({ file }) => file).toSorted(), ['deep/up', 'out.php']);
      assert.equal(
        (await walkSite(nodeDisk, join(folder, 'chosen'))).files.length,
        1,
        'a link given as the folder is followed',
      );
    } finally {
      await chmod(folder, 0o755);
      await rm(folder, { recursive: true });
    }
  });
});
