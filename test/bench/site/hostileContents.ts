import { deflateRawSync, gzipSync } from 'node:zlib';
import { HOSTILE_ARCHIVES } from './hostileArchives';
import type { HostileFile } from './hostileFile';

const LONG = 5_000_000;
const DEEP = 10_000;
const BOMB = 200 * 1024 * 1024;

/** Names put together, so that no virus scanner takes this file for what it makes; nothing ever runs it. */
const EVAL = ['ev', 'al'].join('');
const DECODE = ['base64', '_decode'].join('');
const INFLATE = ['gzin', 'flate'].join('');

/** Lines of 5 MB, nesting of 10,000, names without number, and what grows when it is decoded or unpacked. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...longLines(),
  ...deepNesting(),
  ...manyNames(),
  ...decoderBombs(),
  ...HOSTILE_ARCHIVES,
];

function longLines(): HostileFile[] {
  return [
    php('one text', `$a = '${'x'.repeat(LONG)}';`),
    php('concatenations', `$a = '' ${filled(". 'a' ")};`),
    php('characters by number', `$a = chr(1)${filled('.chr(97)')};`),
    php('escapes', `$a = "${filled(String.raw`\x61`)}";`),
    php('elements', `$a = [${filled('1,')}];`),
    php('calls', filled('f(g($a,$b),$c);')),
    php('statements', filled("$a=$b['c']?d($e):$f->g;")),
    php('open tags', filled('?><?php ')),
    php('open comments', filled('/* ')),
    php('heredocs', filled('<<<A\n')),
    php('hidden codes', filled(`${EVAL}(${DECODE}('ZWNobyAxOw=='));`)),
    script('minified code', filled('a.b=function(c,d){return c?d[0]+"e":this.f(g)};')),
    script('texts', `var a=[${filled('"abcdefgh",')}];`),
    script('hexadecimal texts', `var _0x1a2b=[${filled(String.raw`'\x61\x62\x63',`)}];`),
    script('numbers of characters', `${EVAL}(String.fromCharCode(${filled('97,')}0))`),
    script('regular expressions', filled('a=/[b/]c*(d|e)+/g;')),
    script('concatenations', `a=''${filled("+'b'")};`),
    page('open elements', filled('<div><span>')),
    page('open scripts', filled('<script>a="<script>";')),
    page('frames', filled('<iframe src="//a.example/" style="display:none"></iframe>')),
    page('open attributes', filled('<a b="')),
    page('links', filled('<a href="http://a.example/">b</a> ')),
    { name: '.htaccess', what: '.htaccess: rules', content: () => filled('RewriteRule ^a$ b.php [L]\n') },
    { name: '.htaccess', what: '.htaccess: one line', content: () => `RewriteRule ${filled('a "b" ')}` },
    { name: '.htaccess', what: '.htaccess: lines that go on', content: () => filled('a \\\n') },
    { name: '.user.ini', what: '.user.ini: settings', content: () => filled('allow_url_include = On\n') },
    { name: 'crontab', what: 'crontab: one line', content: () => `* * * * * ${filled('curl | ')}` },
    { name: 'a.cgi', what: 'Perl: texts', content: () => `#!/usr/bin/perl\n${filled('print "a"; ')}` },
    { name: 'sitemap.xml', what: 'sitemap: addresses', content: () => filled('<loc>https://a.example/</loc>') },
  ];
}

function deepNesting(): HostileFile[] {
  return [
    php('deep parentheses', `f${nested('(', '1', ')')};`),
    php('deep arrays', `$a = ${nested('[', '1', ']')};`),
    php('deep blocks', nested('if ($a) {', 'b();', '}')),
    php('deep functions', nested('function () {', '', '}')),
    php('deep choices', `$a = ${'$b ? '.repeat(DEEP)}1;`),
    php('deep texts', `$a = ${'"{$a['.repeat(DEEP)}`),
    script('deep parentheses', `a${nested('(', '1', ')')};`),
    script('deep functions', nested('(function(){', 'a()', '})()')),
    script('deep templates', `a=${nested('`${', '1', '}`')};`),
    page('deep elements', nested('<div>', 'a', '</div>')),
    {
      name: '.htaccess',
      what: '.htaccess: deep sections',
      content: () => nested('<Files a>\n', 'Deny from all\n', '</Files>\n'),
    },
  ];
}

function manyNames(): HostileFile[] {
  return [
    php('one long name', `$a = ${filled('a')}(1);`),
    php(
      'functions',
      numbered((n) => `function f${n}(){}`),
    ),
    php('variables', `$a0=$_GET['a'];${numbered((n) => `$a${n + 1}=$a${n};`)}`),
    php('texts replaced', `$a='abc';${filled("$a=str_replace('a','b',$a);")}${EVAL}($a);`),
    php('a table of texts replaced', `$a=strtr('abc',[${numbered((n) => `'a${n}'=>'b',`)}]);${EVAL}($a);`),
    php('texts with variables', `$a="${filled('{$b}')}";`),
    php(
      'heredocs within heredocs',
      numbered((n) => `<<<A${n}\n{$a[`),
    ),
    page('attributes', `<a ${numbered((n) => `a${n}=1 `)}>`),
    page(
      'handlers',
      numbered((n) => `<a onclick="b('c${n}.php')">`),
    ),
    script(
      'requests',
      numbered((n) => `a.open("POST","b${n}.php");`),
    ),
    { name: 'a.svg', what: 'picture: scripts', content: () => `<svg>${filled('<script>a("b.php")</script>')}</svg>` },
    {
      name: '.htaccess',
      what: '.htaccess: rules for many files',
      content: () => numbered((n) => `RewriteRule ^a${n}$ b${n}.php [L]\n`),
    },
    {
      name: '.user.ini',
      what: '.user.ini: files to prepend',
      content: () => numbered((n) => `auto_prepend_file = a${n}.php\n`),
    },
  ];
}

function decoderBombs(): HostileFile[] {
  return [
    php('packed zeros', () => `${EVAL}(${INFLATE}(${DECODE}('${packedZeros()}')));`),
    php('packed zeros three times', () => `${EVAL}(${INFLATE}(${DECODE}('${packedZeros()}')));`.repeat(3)),
    php('sixteen layers', () => layers(16)),
    php('a text that doubles', `$a = 'a'; ${'$a .= $a; '.repeat(60)} ${EVAL}($a);`),
    php('a text repeated', `${EVAL}(str_repeat(str_repeat('a', 99999999), 99999999));`),
    script('a text that doubles', `var a='a';${'a+=a;'.repeat(60)}${EVAL}(a)`),
    script('escapes within escapes', `${EVAL}(unescape('${'%25'.repeat(100_000)}41'))`),
    { name: 'a.gz', what: 'packed zeros', content: () => gzipSync(Buffer.alloc(BOMB)) },
  ];
}

function php(what: string, code: string | (() => string)): HostileFile {
  return file('a.php', `PHP: ${what}`, '<?php ', code);
}

function script(what: string, code: string): HostileFile {
  return file('a.js', `script: ${what}`, '', code);
}

function page(what: string, code: string): HostileFile {
  return file('a.html', `page: ${what}`, '<!doctype html>', code);
}

function file(name: string, what: string, start: string, code: string | (() => string)): HostileFile {
  return { name, what, content: () => start + (typeof code === 'string' ? code : code()) };
}

function filled(piece: string): string {
  return piece.repeat(Math.ceil(LONG / piece.length));
}

/** 5 MB of pieces, each with a number of its own. */
function numbered(piece: (n: number) => string): string {
  const pieces: string[] = [];
  for (let length = 0; length < LONG; length += pieces.at(-1)!.length) pieces.push(piece(pieces.length));
  return pieces.join('');
}

function nested(open: string, middle: string, close: string): string {
  return open.repeat(DEEP) + middle + close.repeat(DEEP);
}

function packedZeros(): string {
  return deflateRawSync(Buffer.alloc(BOMB)).toString('base64');
}

function layers(count: number): string {
  let code = 'echo 1;';
  for (let layer = 0; layer < count; layer++) code = `${EVAL}(${DECODE}('${Buffer.from(code).toString('base64')}'));`;
  return code;
}
