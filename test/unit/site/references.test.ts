import assert from 'node:assert/strict';
import type { PhpFacts } from '../../../server/src/site/php/phpFacts';
import { readAccessFile } from '../../../server/src/site/references/accessFile';
import { readHtmlReferences, readScriptReferences } from '../../../server/src/site/references/markup';
import { readPerl } from '../../../server/src/site/references/perl';
import { readPhp } from '../../../server/src/site/php/readPhp';
import { readPhpReferences } from '../../../server/src/site/references/php';
import { readPhpSettingsReferences } from '../../../server/src/site/references/phpSettings';
import { readSitemapReferences } from '../../../server/src/site/references/sitemap';
import { UNKNOWN_PART } from '../../../server/src/site/references/target';
import type { SiteReference } from '../../../server/src/site/siteModel';
import { endsSoon } from '../../support/endsSoon';

const brief = (references: readonly SiteReference[]): string[] =>
  references.map(({ kind, target }) => `${kind} ${target.replaceAll(UNKNOWN_PART, '…')}`);

const noFacts: PhpFacts = {
  sends: [],
  includes: [],
  references: [],
  html: [],
  protections: [],
  suspicions: [],
  declares: [],
  runsCode: true,
};

describe('references of a page', () => {
  const cases: Record<string, [html: string, references: string[]]> = {
    'a form target': ['<form action="mail.php" method="post">', ['form mail.php']],
    'a form target without quotes, in capitals': ['<FORM METHOD=POST ACTION=mail.php>', ['form mail.php']],
    'a button with a target of its own': ['<button formaction="a.php?x=1&amp;y=2">', ['form a.php?x=1&y=2']],
    'links and areas': ['<a href="a.php">x</a><area href="b.php">', ['link a.php', 'link b.php']],
    'scripts and frames': ['<script src="a.js"></script><iframe src="b.php">', ['embed a.js', 'embed b.php']],
    'a program that makes a picture': ['<img src="counter.php">', ['link counter.php']],
    'a data attribute that names a program': ['<div data-url="send.php" data-name="x">', ['request send.php']],
    'a request of htmx': ['<div hx-post="/contact/send">', ['request /contact/send']],
    'a refresh': ['<meta http-equiv="Refresh" content="0; URL=\'thanks.php\'">', ['redirect thanks.php']],
    'a canonical link': ['<link rel="canonical" href="https://a.example/">', ['sitemap https://a.example/']],
    'a script in the page': ['<script>fetch("/send")</script>', ['request /send']],
    'an event handler': ['<a onclick="location.href=\'go.php\'">', ['redirect go.php']],
    'a base': ['<base href="/shop/"><form action="mail.php">', ['form /shop/mail.php']],
    'no self-post, script link, anchor or mail address': [
      '<form action=""><form><a href="javascript:x()"><a href="#top"><a href="mailto:a@example.jp">',
      [],
    ],
    'nothing in a comment': ['<!-- <form action="old.php"> -->', []],
    'a page that breaks off in a tag': ['<form action="mail.php"><input name="', ['form mail.php']],
  };
  for (const [name, [html, expected]] of Object.entries(cases)) {
    it(`reads ${name}`, () => assert.deepEqual(brief(readHtmlReferences(html)), expected));
  }

  it('knows line and column, in scripts within the page too', () => {
    const [form, request] = readHtmlReferences('<html>\n  <form action="a.php">\n<script>\n  fetch("b.php")</script>');
    assert.deepEqual([form?.line, form?.column], [2, 9]);
    assert.deepEqual([request?.line, request?.column], [4, 10]);
  });

  it('are none for attributes that are called like what every object has', () => {
    assert.deepEqual(readHtmlReferences('<a constructor="a.php" __proto__="b.php">'), []);
    assert.deepEqual(readHtmlReferences('<constructor name="c.php">'), []);
  });

  it('counts lines as editors do, and none that only an escape makes', () => {
    const page = '<p>\r<a onclick="f(\'a\')&#10;&#13;">\n<script>"\\x0a\\u000d"</script><a href="b.php">';
    assert.deepEqual(
      readHtmlReferences(page).map(({ target, line, column }) => [target, line, column]),
      [['b.php', 3, 33]],
    );
  });
});

describe('references of a script', () => {
  const cases: Record<string, [script: string, references: string[]]> = {
    fetch: ["fetch('mail.php', {method: 'POST'})", ['request mail.php']],
    'fetch of an address without extension': ["await fetch('/api/contact')", ['request /api/contact']],
    axios: ["axios.post('send.php', data)", ['request send.php']],
    jQuery: [
      "$.post('a.php');jQuery.getJSON('/b'); $('#x').load('c.php')",
      ['request a.php', 'request /b', 'request c.php'],
    ],
    'the settings of an ajax call': ["$.ajax({type:'POST', url: './mail', data: x})", ['request ./mail']],
    XMLHttpRequest: ['x.open("POST", "/send", true)', ['request /send']],
    'a beacon': ["navigator.sendBeacon('/log')", ['request /log']],
    'a form whose target is set': ["form.action = 'mail'; $f.attr('action', 'b')", ['form mail', 'form b']],
    setAttribute: ["f.setAttribute('action','mail.cgi')", ['form mail.cgi']],
    'changes of the location': [
      "location.href='a';window.location='b';location.replace('c')",
      ['redirect a', 'redirect b', 'redirect c'],
    ],
    'a string that ends like a program': ["var u = 'lib/send.php?x=1'", ['literal lib/send.php?x=1']],
    'no string without context': ["var a = 'contact'; x('/send')", []],
    'escaped slashes': [String.raw`var u = "contact\/send.php"`, ['literal contact/send.php']],
    'a template': ['fetch(`${base}/send.php?id=${id}`)', ['request …/send.php?id=…']],
    'strings within a template': [
      "x(`a ${ b ? 'one.php' : `${'two.php'}` } c`)",
      ['literal one.php', 'literal two.php'],
    ],
    'HTML in a string': [`document.write('<form action="mail.php">')`, ['form mail.php']],
    'no comment': ["// fetch('a.php')\n/* fetch('b.php') */ fetch('c.php')", ['request c.php']],
    'quotes in a regular expression': [`s.replace(/["']/g,"x");fetch('a.php')`, ['request a.php']],
    'a division': ["a = b / c; fetch('a.php'); d = e / f", ['request a.php']],
    'a string that breaks off': ["var a = 'abc\nfetch('b.php')", ['request b.php']],
  };
  for (const [name, [script, expected]] of Object.entries(cases)) {
    it(`reads ${name}`, () => assert.deepEqual(brief(readScriptReferences(script)), expected));
  }

  it('reads 4 MB on one line in time that grows with its length', async () => {
    const script = `a("x",'y',/z/,b/2);`.repeat(220_000) + "fetch('mail.php')";
    await endsSoon(() => assert.deepEqual(brief(readScriptReferences(script)), ['request mail.php']));
  });

  it('does not fall over pages in scripts in pages', () => {
    const nested = Array.from({ length: 5000 }, () => `<a onclick="'`).join('');
    assert.ok(Array.isArray(readHtmlReferences(nested)));
  });
});

describe('places of references', () => {
  it('lie within the file though expressions in templates have lines of their own', () => {
    const script = 'a = `${\n\n\nb}<p><a href="c.php">\n<script>d("<a href=e.php>")</script>`;\nf';
    const lines = script.split('\n');
    const found = readScriptReferences(script);
    assert.deepEqual(brief(found), ['link c.php', 'link e.php']);
    for (const { line, column } of found) assert.ok(line <= lines.length && column <= lines[line - 1]!.length + 1);
  });
});

describe('references of a PHP file', () => {
  const at = { line: 3, column: 5, endColumn: 9, isAsWritten: true };

  it('takes includes, literals, redirects and HTML in strings', () => {
    const references = readPhpReferences({
      ...noFacts,
      includes: [
        { path: 'lib/mail.php', ...at },
        { path: undefined, ...at },
      ],
      references: [
        { text: 'send.php', kind: 'literal', ...at },
        { text: 'thanks.html', kind: 'redirect', ...at },
        { text: '<form action="mail.php">', kind: 'literal', ...at },
      ],
    });
    assert.deepEqual(brief(references), [
      'include lib/mail.php',
      'literal send.php',
      'redirect thanks.html',
      'form mail.php',
    ]);
    assert.deepEqual([references[0]?.line, references[0]?.column], [3, 5]);
  });

  it('reads a tag that PHP code stands in the middle of, and keeps its line', () => {
    const html = [
      { text: '<html>\n<form action="', line: 1, column: 1 },
      { text: '/send.php" method="post">\n', line: 5, column: 3 },
      { text: '<a href="b.php">', line: 9, column: 1 },
    ];
    const references = readPhpReferences({ ...noFacts, html });
    assert.deepEqual(brief(references), ['form …/send.php', 'link b.php']);
    assert.deepEqual(
      references.map(({ line }) => line),
      [2, 9],
    );
  });

  const places: Record<string, [code: string, line: number, column: number]> = {
    'behind code on its line': ['<?php f(); ?><p><a href="b.php">', 1, 20],
    'behind code of several lines': ['<p>\r\n<?php\r\nf();\r\n?> <a href="b.php">', 4, 7],
    'in lines that end as old Macs end them': ['<p>\r<?php f() ?>\r<a href="b.php">', 3, 4],
    'in a text of several lines': ['<?php echo \'<p>\n  <a href="b.php">\';', 2, 6],
    'in a heredoc': ['<?php echo <<<A\n <a href="b.php">\nA;', 2, 5],
    'in a text that is put together': ['<?php\necho "<p>\\n\\n<a href=\'b.php\'>";', 2, 6],
  };
  for (const [where, [code, line, column]] of Object.entries(places)) {
    it(`lie where they stand in the file: ${where}`, () => {
      const found = readPhpReferences(readPhp(code)).map((one) => [one.target, one.line, one.column]);
      assert.deepEqual(found, [['b.php', line, column]]);
    });
  }
});

describe('references of the server’s settings', () => {
  it('reads rewriting, error pages, indexes and what PHP puts around programs', () => {
    const { references } = readAccessFile(
      [
        '# RewriteRule ^x$ commented.php',
        'RewriteEngine On',
        'RewriteRule ^contact/?$ /tw/mail.php?x=$1 [L,QSA]',
        'RewriteRule ^(.*)$ - [L]',
        'ErrorDocument 404 /404.php',
        'DirectoryIndex start.php index.html',
        'php_value auto_prepend_file "/home/x/www/a.ico"',
        'Redirect 301 /old.html https://a.example/new.php',
        'RewriteRule ^long$ \\',
        '  continued.php',
      ].join('\n'),
    );
    assert.deepEqual(brief(references), [
      'rewrite /tw/mail.php?x=…',
      'rewrite /404.php',
      'directoryIndex start.php',
      'directoryIndex index.html',
      'prepend /home/x/www/a.ico',
      'rewrite https://a.example/new.php',
      'rewrite continued.php',
    ]);
    assert.equal(references.at(-1)?.line, 9);
  });

  it('takes no directive for one of those that name files because of what every object has', () => {
    assert.deepEqual(readAccessFile('constructor a.php b.php\ntoString c.php\n__proto__ d.php').references, []);
  });

  const closings: Record<string, [text: string, closed: 'denied' | 'login' | undefined]> = {
    'a folder closed in the old way': ['Order deny,allow\nDeny from all', 'denied'],
    'a folder closed in the new way': ['<IfModule mod_authz_core.c>\nRequire all denied\n</IfModule>', 'denied'],
    'a folder open for some addresses': ['deny from all\nallow from 192.0.2.1', 'login'],
    'a folder with a password': ['AuthType Basic\nRequire valid-user', 'login'],
    'a rule about single files as open': ['<Files .htaccess>\nDeny from all\n</Files>', undefined],
    'an open folder': ['Require all granted', undefined],
  };
  for (const [name, [text, closed]] of Object.entries(closings)) {
    it(`knows ${name}`, () => assert.equal(readAccessFile(text).access.closed, closed));
  }

  it('knows what is run as PHP', () => {
    const text =
      'AddHandler application/x-httpd-php .html .htm\n<FilesMatch "\\.(jpg)$">\nSetHandler application/x-httpd-php\n</FilesMatch>\nAddType image/x-icon .ico';
    assert.deepEqual(readAccessFile(text).access.phpExtensions, ['html', 'htm', 'jpg']);
  });

  it('reads php.ini and .user.ini', () => {
    const text =
      '; auto_prepend_file = no.php\nauto_prepend_file = "a b.php"\n auto_append_file=/x/b.php ; comment\nauto_prepend_file = none';
    assert.deepEqual(brief(readPhpSettingsReferences(text)), ['prepend /x/b.php']);
  });

  it('takes of a setting of PHP the last value, in each section', () => {
    const text =
      'auto_prepend_file = a.php\nauto_prepend_file = b.php\n[HOST=x.example]\nauto_prepend_file = c.php\nauto_prepend_file = d.php';
    assert.deepEqual(brief(readPhpSettingsReferences(text)), ['prepend b.php', 'prepend d.php']);
  });

  it('reads sitemaps and robots.txt', () => {
    const xml =
      '<?xml version="1.0"?><urlset><url>\n<loc> https://a.example/c.php?a=1&amp;b=2 </loc></url><url><loc>broken';
    assert.deepEqual(brief(readSitemapReferences(xml)), ['sitemap https://a.example/c.php?a=1&b=2']);
    assert.deepEqual(
      brief(readSitemapReferences('User-agent: *\nDisallow: /x.php\nSitemap: https://a.example/s.xml')),
      ['sitemap https://a.example/s.xml'],
    );
  });
});

describe('a CGI program in Perl', () => {
  const mailer = [
    '#!/usr/bin/perl',
    "require './lib/jcode.pl';",
    '# open(MAIL, "|/usr/sbin/sendmail -t");',
    'open(MAIL, "| $sendmail -t -i") || die;',
    'if ($ENV{HTTP_REFERER} !~ /example/) { exit; }',
    'print "Location: thanks.html\\n" . \'next.cgi\';',
  ].join('\n');

  it('shows where it sends, what it checks and what it names', () => {
    const { program, references } = readPerl(mailer);
    assert.deepEqual(
      program.sends.map(({ via, line }) => [via, line]),
      [['sendmail', 4]],
    );
    assert.deepEqual(
      program.protections.map(({ kind }) => kind),
      ['referrer'],
    );
    assert.deepEqual(brief(references), ['include ./lib/jcode.pl', 'literal next.cgi']);
    assert.equal(program.runsCode, true);
  });

  it('is a library when it ends with 1', () => {
    assert.equal(
      readPerl('sub send { open(M, "|/usr/sbin/sendmail -t"); }\n1;\n__END__\nopen(M, "|sendmail")').program.runsCode,
      false,
    );
  });
});

describe('hostile files', () => {
  const size = 200_000;
  const cases: Record<string, () => unknown> = {
    'a page of elements that never close': () => readHtmlReferences('<div>'.repeat(size) + '</x>'.repeat(size)),
    'a page of forms in forms': () => readHtmlReferences('<form action=a.php>'.repeat(size)),
    'attributes that never end': () => readHtmlReferences('<a href="'.repeat(size)),
    'a refresh of blanks': () => readHtmlReferences(`<meta http-equiv=refresh content="url=a${' '.repeat(size)}x">`),
    'slashes that begin nothing': () => readScriptReferences('=/[x'.repeat(size)),
    'templates in templates': () => readScriptReferences('`${'.repeat(size)),
    'an .htaccess of one line': () => readAccessFile(`x ${'>" '.repeat(size)}y`),
    'an .htaccess whose lines all go on': () => readAccessFile('a\\\n'.repeat(size)),
    'variables of an .htaccess that never end': () => readAccessFile(`RewriteRule x ${'%{'.repeat(size)}`),
    'a CGI program of one line': () => readPerl('open | '.repeat(size)),
    'a sitemap of blanks': () => readSitemapReferences('<loc> '.repeat(size) + ' '.repeat(size)),
  };
  for (const [name, read] of Object.entries(cases)) {
    // All of these took minutes when any step cost time that grows with the square of the length.
    it(`reads ${name} in linear time`, () => endsSoon(read));
  }
});
