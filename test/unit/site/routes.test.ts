import assert from 'node:assert/strict';
import { callsOfFiles } from '../../../server/src/incident/fileCalls';
import { callsText } from '../../../server/src/incident/fileWords';
import { apacheDirectives } from '../../../server/src/site/config/apacheDirectives';
import { routesOf, type FolderRoutes } from '../../../server/src/site/config/routes';
import { indexPaths, type SitePathIndex } from '../../../server/src/site/pathIndex';
import { filesOfRequestPath } from '../../../server/src/site/requestPath';
import { endsSoon } from '../../support/endsSoon';
import { openLogOf } from '../../support/openLog';

const WORDPRESS = `# BEGIN WordPress
<IfModule mod_rewrite.c>
RewriteEngine On
RewriteBase /
RewriteRule ^index\\.php$ - [L]
RewriteCond %{REQUEST_FILENAME} !-f
RewriteCond %{REQUEST_FILENAME} !-d
RewriteRule . /index.php [L]
</IfModule>
`;

function routes(text: string): FolderRoutes | undefined {
  return routesOf(apacheDirectives(text));
}

/** An index of a site with settings in some of its folders. */
function site(paths: readonly string[], settings: Readonly<Record<string, string>>): SitePathIndex {
  const all = Object.entries(settings).flatMap(([folder, text]): [string, FolderRoutes][] => {
    const own = routes(text);
    return own === undefined ? [] : [[folder, own]];
  });
  return indexPaths(paths, '', { routes: new Map(all) });
}

describe('What settings say of addresses', () => {
  it('is the front controller of programs', () => {
    assert.deepEqual(routes(WORDPRESS), { indexNames: [], frontController: '/index.php', rewrites: [] });
    assert.equal(routes('FallbackResource /app.php')?.frontController, '/app.php');
    assert.equal(routes('RewriteRule ^(.*)$ index.php/$1 [QSA,L]')?.frontController, 'index.php');
    assert.equal(routes('RewriteRule ^(.*)$ index.php?q=$1 [L]')?.frontController, 'index.php');
  });

  it('is what is shown for folders, and which addresses are those of files', () => {
    assert.deepEqual(routes('DirectoryIndex top.html /x/y.php disabled\nRewriteRule ^Contact/?$ form/mail.php [L]'), {
      indexNames: ['top.html'],
      rewrites: [['contact', 'form/mail.php']],
    });
  });

  it('is nothing where visitors are sent elsewhere, refused, or where it is computed', () => {
    for (const text of [
      'RewriteRule ^(.*)$ https://shop.example/$1 [R=301,L]',
      'RewriteRule . /index.php [R]',
      'RewriteRule .* - [F]',
      'RewriteRule ^(\\w+)$ $1.php [L]',
      'RewriteRule ^a$ ../../etc/passwd',
      '<Files "a">\nDirectoryIndex b.php\n</Files>',
      'RewriteRule',
    ]) {
      assert.equal(routes(text), undefined, text);
    }
  });

  it('is read in linear time', async () => {
    for (const piece of ['(', '.*', '^', 'a/', '\\.', '$1', '?', '-']) {
      const text = `RewriteRule ${piece.repeat(4000)} ${piece.repeat(4000)}\n`.repeat(20);
      await endsSoon(() => routes(text), piece);
    }
  });
});

describe('A request in a site with such settings', () => {
  const paths = [
    'public_html/top.html',
    'public_html/index.php',
    'public_html/shop/index.html',
    'public_html/form/mail.php',
  ];
  const settings = { public_html: `DirectoryIndex top.html\nRewriteRule ^contact/?$ form/mail.php [L]\n${WORDPRESS}` };

  it('is for the file that they name', () => {
    const index = site(paths, settings);
    assert.deepEqual(filesOfRequestPath(index, '/'), ['public_html/top.html']);
    assert.deepEqual(filesOfRequestPath(index, '/shop/'), ['public_html/shop/index.html']);
    assert.deepEqual(filesOfRequestPath(index, '/Contact/?a=b'), ['public_html/form/mail.php']);
    assert.deepEqual(filesOfRequestPath(index, '/2021/11/news/'), [], 'a page that a program makes');
  });

  it('is for it also where a folder has a capital letter', () => {
    const index = site(['public_html/Shop/form.php'], { 'public_html/Shop': 'RewriteRule ^Order$ form.php [L]' });
    assert.deepEqual(filesOfRequestPath(index, '/Shop/order'), ['public_html/Shop/form.php']);
  });

  it('is not counted as a call of the front controller, but told beside them', async () => {
    const requests = ['GET /index.php', 'GET /2021/11/news/', 'POST /nothing', 'GET /form/mail.php', 'POST /contact'];
    const lines = requests.map(
      (each) => `192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "${each} HTTP/1.1" 200 1 "-" "x"\n`,
    );
    const { model } = await openLogOf(lines.join(''));
    const calls = callsOfFiles(
      model,
      site(paths, settings),
      new Set(['public_html/index.php', 'public_html/form/mail.php']),
    );
    const controller = calls.get('public_html/index.php')!;
    assert.deepEqual([controller.requests, controller.routed], [1, 2]);
    assert.match(callsText(controller), /2 more for addresses without a file/);
    assert.equal(calls.get('public_html/form/mail.php')?.requests, 2);
  });
});
