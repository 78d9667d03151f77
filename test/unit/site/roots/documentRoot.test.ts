import assert from 'node:assert/strict';
import { indexPaths } from '../../../../server/src/site/pathIndex';
import { domainOfPath } from '../../../../server/src/site/roots/documentRoot';
import { rootsOfHost } from '../../../../server/src/site/roots/hostRoots';
import { endsSoon } from '../../../support/endsSoon';

/** The document roots of a copy, each with its domains. */
function rootsOf(paths: readonly string[], rootName?: string): string[] {
  return indexPaths(paths, rootName).roots.map(({ folder, domains }) => [folder, ...domains].join(' '));
}

describe('The document roots of a copy', () => {
  it('are the folder itself where nothing else looks like one', () => {
    assert.deepEqual(rootsOf(['index.html', 'img/a.gif']), ['']);
    assert.deepEqual(rootsOf(['index.html'], 'shop.example'), [' shop.example']);
  });

  const layouts: Record<string, [paths: string[], roots: string[]]> = {
    エックスサーバー: [
      ['shop.example/public_html/index.php', 'shop.example/log/a.gz', 'blog.example/public_html/index.php'],
      ['shop.example/public_html shop.example', 'blog.example/public_html blog.example'],
    ],
    'ロリポップ!': [['web/index.html', 'web/tw/tw_contact.php'], ['web']],
    さくら: [['www/index.html', 'log/access_log_20211101.gz', 'MailBox/a'], ['www']],
    'ConoHa WING': [
      ['public_html/shop.example/index.php', 'public_html/blog.example/index.php'],
      ['public_html/shop.example shop.example', 'public_html/blog.example blog.example'],
    ],
    cPanel: [
      ['public_html/index.php', 'public_html/addon.example/index.php', 'public_html/app/public/index.php'],
      ['public_html/addon.example addon.example', 'public_html'],
    ],
    Plesk: [
      ['shop.example/httpdocs/index.php', 'shop.example/subdomains/blog/httpdocs/index.php'],
      ['shop.example/subdomains/blog/httpdocs blog.shop.example', 'shop.example/httpdocs shop.example'],
    ],
    'somebody who keeps the logs beside the sites': [
      ['logs/shop.example/20211101.log.gz', 'logs/blog.example/access_log_20211101', 'web/shop/index.html'],
      ['web'],
    ],
    'a framework': [['shop.example/artisan', 'shop.example/public/index.php'], ['shop.example shop.example']],
    'a theme with folders of such names': [
      ['htdocs/index.php', 'htdocs/wp-content/themes/a/public/x.js', 'htdocs/www/y.html'],
      ['htdocs'],
    ],
  };
  for (const [host, [paths, roots]] of Object.entries(layouts)) {
    it(`are told in the layout of ${host}`, () => assert.deepEqual(rootsOf(paths).toSorted(), roots.toSorted()));
  }

  it('are those that the user names, before those that were found', () => {
    const paths = ['web/index.html', 'copy/index.html', 'shop.example/index.html'];
    const roots = [
      { folder: 'copy', domains: ['shop.example'] },
      { folder: 'web', domains: ['blog.example'] },
    ];
    assert.deepEqual(indexPaths(paths, '', { roots }).roots, [...roots, { folder: 'shop.example', domains: [] }]);
  });

  it('are found in linear time, however many folders look like them', async () => {
    const paths = Array.from({ length: 20_000 }, (_, n) => `a${n}.example/public_html/public/index.php`);
    await endsSoon(() => rootsOf(paths));
  });

  it('are found by a host, by that of the domain around it, and by the folder of a subdomain', () => {
    const index = indexPaths(['shop.example/public_html/index.php', 'shop.example/public_html/blog/index.php']);
    const root = 'shop.example/public_html';
    assert.deepEqual(rootsOfHost(index, 'shop.example'), [root]);
    assert.deepEqual(rootsOfHost(index, 'blog.shop.example'), [`${root}/blog`, root]);
    assert.deepEqual(rootsOfHost(index, 'mail.shop.example'), [root]);
    assert.deepEqual(rootsOfHost(index, 'other.example'), []);
    assert.deepEqual(rootsOfHost(index, 'localhost'), []);
  });
});

describe('The domain of a folder', () => {
  it('is in its name or in that of the folder around it', () => {
    assert.equal(domainOfPath('/home/u/www.Shop.example/public_html'), 'shop.example');
    assert.equal(domainOfPath('C:\\copies\\shop.example\\'), 'shop.example');
    assert.equal(domainOfPath('/home/u/shop.example/img'), undefined);
    assert.equal(domainOfPath('/home/u/web'), undefined);
    assert.equal(domainOfPath(''), undefined);
  });
});
