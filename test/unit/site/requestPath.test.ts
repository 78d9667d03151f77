import assert from 'node:assert/strict';
import { indexPaths } from '../../../server/src/site/pathIndex';
import { filesOfRequestPath } from '../../../server/src/site/requestPath';
import { resolveReference } from '../../../server/src/site/resolve';
import type { ReferenceKind } from '../../../server/src/site/siteModel';
import { endsSoon } from '../../support/endsSoon';

describe('the file that a request in a log was for', () => {
  const paths = [
    'public_html/index.html',
    'public_html/tw/tw_contact.php',
    'public_html/tw/index.php',
    'public_html/お問い合わせ/mail.php',
    'two.example/tw/tw_contact.php',
    'two.example/about.html',
    'deep/er/only.php',
  ];
  const index = indexPaths(paths);
  const cases: Record<string, [requestPath: string, host: string | undefined, files: string[]]> = {
    'below each document root': [
      '/tw/tw_contact.php',
      undefined,
      ['public_html/tw/tw_contact.php', 'two.example/tw/tw_contact.php'],
    ],
    'of the log’s own domain alone': ['/tw/tw_contact.php', 'www.two.example:443', ['two.example/tw/tw_contact.php']],
    'not in another domain’s folder': ['/tw/', 'two.example', []],
    'of any domain that nothing is known of': [
      '/tw/tw_contact.php',
      'alias.example',
      ['public_html/tw/tw_contact.php', 'two.example/tw/tw_contact.php'],
    ],
    'of the host that the target names': ['http://two.example/about.html', undefined, ['two.example/about.html']],
    'of the log’s host whatever the target names': [
      'https://else.example:8443/about.html',
      'two.example',
      ['two.example/about.html'],
    ],
    'without the query': ['/tw/tw_contact.php?a=../../x#y', 'two.example', ['two.example/tw/tw_contact.php']],
    'as a folder’s index': ['/tw/', undefined, ['public_html/tw/index.php']],
    'without its extension': ['/about', undefined, ['two.example/about.html']],
    'with arguments behind the program': ['/tw/index.php/a/b', undefined, ['public_html/tw/index.php']],
    'with an encoded name': [
      '/%E3%81%8A%E5%95%8F%E3%81%84%E5%90%88%E3%82%8F%E3%81%9B/mail.php',
      undefined,
      ['public_html/お問い合わせ/mail.php'],
    ],
    'in another case': ['/TW/TW_contact.PHP', 'two.example', ['two.example/tw/tw_contact.php']],
    'anywhere that the path ends alike': ['/er/only.php', undefined, ['deep/er/only.php']],
    'with doubled slashes and dots': ['//tw/./x/..//index.php', undefined, ['public_html/tw/index.php']],
    'with a slash encoded': ['/tw%2Findex.php', undefined, ['public_html/tw/index.php']],
    'with dots encoded': ['/tw/%2e%2E/tw/index.php', undefined, ['public_html/tw/index.php']],
    'with dots and blanks that Windows drops': ['/tw/index.php.%20.', undefined, ['public_html/tw/index.php']],
    'below the folder of a user': ['/~account/tw/index.php', undefined, ['public_html/tw/index.php']],
    'as the start page of a user': ['/~account/', undefined, ['public_html/index.html']],
    'with a program’s name in the arguments': ['/tw/index.php/a.php/b', undefined, ['public_html/tw/index.php']],
    'not when it is encoded twice': ['/tw%252Findex.php', undefined, []],
    'not with a zero byte': ['/tw/index.php%00.jpg', undefined, []],
    'not in a tunnel': ['two.example:443', undefined, []],
    'not in a question to the server': ['*', undefined, []],
    'not by a target that no server takes': [`/${'../tw/'.repeat(6000)}index.php`, undefined, []],
    'not outside of the document root': ['/../two.example/about.html', undefined, []],
    'not outside of the folder': ['/../../../etc/passwd', undefined, []],
    'not by broken encoding': ['/%ZZ%E3.php', undefined, []],
    'not by the end of a name': ['/contact.php', undefined, []],
  };
  for (const [name, [requestPath, host, files]] of Object.entries(cases)) {
    it(`is found ${name}`, () => assert.deepEqual(filesOfRequestPath(index, requestPath, host), files));
  }

  it('is found when the user chose a folder of the site', () => {
    const inside = indexPaths(['tw_contact.php', 'index.php'], 'tw');
    assert.deepEqual(filesOfRequestPath(inside, '/tw/tw_contact.php'), ['tw_contact.php']);
    assert.deepEqual(filesOfRequestPath(inside, '/tw/'), ['index.php']);
  });

  it('is found for names in kana whichever way they are composed', () => {
    const copy = indexPaths(['が/mail.php'.normalize('NFD')]);
    assert.deepEqual(filesOfRequestPath(copy, `/${encodeURIComponent('が')}/mail.php`), [...copy.paths]);
  });

  it('is looked for in linear time', async () => {
    for (const piece of ['/', '../', './', '%2e', '%', '.', ' ', '~', 'a.php/', '?', '://']) {
      const path = `/${piece.repeat(30_000 / piece.length)}`;
      await endsSoon(() => {
        for (let times = 0; times < 100; times++) filesOfRequestPath(index, path);
      }, piece);
    }
  });

  it('is the start page for the address of the domain', () => {
    assert.deepEqual(filesOfRequestPath(index, '/'), ['public_html/index.html']);
  });
});

describe('the file that a reference means', () => {
  const index = indexPaths([
    'www/index.html',
    'www/mail.php',
    'www/sub/page.html',
    'www/sub/mail.php',
    'www/new/lib/send.php',
    'www/old/lib/send.php',
    'www/unique-name.php',
  ]);
  const resolve = (
    target: string,
    folder: string,
    kind: ReferenceKind = 'form',
    ownHosts: string[] = [],
  ): string | undefined => resolveReference({ index, ownHosts: new Set(ownHosts) }, { kind, target }, [folder]);

  it('counts relative paths from the page, and rooted ones from the document root', () => {
    assert.equal(resolve('mail.php', 'www/sub'), 'www/sub/mail.php');
    assert.equal(resolve('../mail.php?x#y', 'www/sub'), 'www/mail.php');
    assert.equal(resolve('/mail.php', 'www/sub'), 'www/mail.php');
    assert.equal(resolve('./', 'www'), 'www/index.html');
  });

  it('takes addresses of the site’s own hosts, and of others only while it does not know them', () => {
    assert.equal(resolve('https://www.a.example/mail.php', 'www', 'form', ['a.example']), 'www/mail.php');
    assert.equal(resolve('//a.example/sub/mail.php', 'www', 'form', ['a.example']), 'www/sub/mail.php');
    assert.equal(resolve('https://b.example/mail.php', 'www', 'form', ['a.example']), undefined);
    assert.equal(resolve('https://b.example/mail.php', 'www'), 'www/mail.php');
  });

  it('does not take a query or an empty target for a page', () => {
    assert.equal(resolve('?a=1', 'www'), undefined);
    assert.equal(resolve('', 'www'), undefined);
  });

  it('falls back to the only file that ends alike', () => {
    assert.equal(resolve('/somewhere/unique-name.php', 'www'), undefined);
    assert.equal(resolve('unique-name.php', 'www/sub'), 'www/unique-name.php');
    assert.equal(resolve('\uE000/unique-name.php', 'www/sub'), 'www/unique-name.php');
    assert.equal(resolve('\uE000/mail.php', 'www'), undefined, 'two files have that name');
  });

  it('takes the nearest of several files for an include', () => {
    assert.equal(resolve('lib/send.php', 'www/old/deeper', 'include'), 'www/old/lib/send.php');
    assert.equal(resolve('send.php', 'www/sub', 'include'), undefined, 'a bare name says too little');
  });

  it('leads nowhere outside of the folder', () => {
    assert.equal(resolve('../../../etc/passwd', 'www'), undefined);
    assert.equal(resolve('..\\mail.php', 'www/sub'), 'www/mail.php', 'Windows paths are understood');
  });
});
