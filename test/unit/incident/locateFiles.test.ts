import assert from 'node:assert/strict';
import { locateFiles, type NamedPath } from '../../../server/src/incident/locate/locateFiles';
import { prefixQuestions } from '../../../server/src/incident/locate/prefixQuestions';
import { indexPaths } from '../../../server/src/site/pathIndex';
import { endsSoon } from '../../support/endsSoon';

function located(paths: readonly (string | NamedPath)[], site: readonly string[], ...rest: [string?]): string[] {
  const named = paths.map((path) => (typeof path === 'string' ? { path } : path));
  return locateFiles(named, indexPaths(site, ...rest)).map(({ file, expected }) => file ?? `(${expected})`);
}

describe('A file that the host names', () => {
  it('is found where the copy is the document root', () => {
    const paths = ['/home/u/shop.example/public_html/l.php', '/home/u/shop.example/public_html/wp-includes/a/b.php'];
    assert.deepEqual(located(paths, ['l.php', 'index.php', 'wp-includes/a/b.php']), ['l.php', 'wp-includes/a/b.php']);
  });

  it('is found where the copy is the whole account', () => {
    const site = ['one.example/public_html/l.php', 'two.example/public_html/l.php', 'two.example/public_html/x.php'];
    const paths = ['/home/u/two.example/public_html/l.php', '/home/u/one.example/public_html/l.php'];
    assert.deepEqual(located(paths, site), [...site.slice(1, 2), ...site.slice(0, 1)]);
  });

  it('is found where folders have other names on the server', () => {
    const paths = ['/home/users/2/u/web/a/x.php', '/home/users/2/u/web/a/y.php', '/home/users/2/u/web/index.php'];
    const site = ['backup/a/x.php', 'backup/a/y.php', 'backup/index.php', 'index.php'];
    assert.deepEqual(located(paths, site), ['backup/a/x.php', 'backup/a/y.php', 'backup/index.php']);
  });

  it('is found where the copy was made on a Mac, which takes marks off letters', () => {
    const site = ['ギャラリー.php'.normalize('NFD'), 'l.php'];
    const paths = ['/home/u/public_html/l.php', '/home/u/public_html/ギャラリー.php'];
    assert.deepEqual(located(paths, site), [site[1], site[0]]);
  });

  it('is expected where the others are when the copy does not have it', () => {
    const site = ['copy/index.html', 'copy/l.php'];
    const paths = ['/home/u/public_html/l.php', '/home/u/public_html/img/gone.php'];
    assert.deepEqual(located(paths, site), ['copy/l.php', '(copy/img/gone.php)']);
  });

  it('is expected below the document root when the copy has none of them', () => {
    assert.deepEqual(located(['/home/u/public_html/a/l.php'], ['public_html/index.html']), ['(public_html/a/l.php)']);
    assert.deepEqual(located(['/home/u/public_html/a/l.php'], ['index.html']), ['(a/l.php)']);
    assert.deepEqual(
      located(
        ['/var/www/vhosts/two.example/httpdocs/l.php'],
        ['one.example/httpdocs/i.html', 'two.example/httpdocs/i.html'],
      ),
      ['(two.example/httpdocs/l.php)'],
    );
  });

  it('is found by its address', () => {
    const site = ['one.example/web/tw/mail.php', 'two.example/web/tw/mail.php'];
    assert.deepEqual(located([{ path: '/tw/mail.php', domain: 'two.example' }], site), [site[1]]);
    assert.deepEqual(located([{ path: '/tw/gone.php', domain: 'one.example' }], ['index.html']), ['(tw/gone.php)']);
  });

  it('keeps to the copy, whatever the path says', () => {
    assert.deepEqual(located(['/home/u/public_html/../../../etc/passwd'], ['index.html', 'etc/passwd']), [
      'etc/passwd',
    ]);
    assert.deepEqual(located(['/../../x.php'], ['index.html']), ['(/../../x.php)'.replace('/../../', '../../')]);
  });

  it('is not taken for another one of the same name', () => {
    const site = ['a/index.php', 'b/index.php', 'c/l.php'];
    assert.deepEqual(located(['/home/u/public_html/c/l.php', '/home/u/public_html/d/index.php'], site), [
      'c/l.php',
      '(d/index.php)',
    ]);
  });

  it('is gone where the copy has its folder, though another folder has a file of that name', () => {
    const site = [
      'one.example/public_html/l.php',
      'one.example/public_html/sub/m.php',
      'one.example/public_html/i.html',
    ];
    const others = ['one.example/public_html/sub/gone.php', 'two.example/public_html/gone.php'];
    const root = '/home/u/one.example/public_html';
    assert.deepEqual(located([`${root}/l.php`, `${root}/sub/m.php`, `${root}/gone.php`], [...site, ...others]), [
      ...site.slice(0, 2),
      '(one.example/public_html/gone.php)',
    ]);
  });

  it('is looked for in linear time, however many folders have a file of its name', async () => {
    const site = Array.from({ length: 80_000 }, (_, n) => `c${n % 40}/x${n}/f${Math.floor(n / 40)}.php`);
    const named = Array.from({ length: 2000 }, (_, n) => ({ path: `/r${n}/q/f${n}.php` }));
    const index = indexPaths(site);
    await endsSoon(() => assert.equal(locateFiles(named, index).length, named.length));
    await endsSoon(() => assert.deepEqual(prefixQuestions(named, index), [], 'nobody chooses among forty'));
  });
});
