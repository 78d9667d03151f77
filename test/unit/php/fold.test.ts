import assert from 'node:assert/strict';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { Flag } from '../../../server/src/site/php/value';
import { base64, folded, valueOf } from './support';

function hex(bytes: Buffer): string {
  return bytes.toString('hex');
}

describe('PHP constant folding', () => {
  const cases: [name: string, code: string, expected: unknown][] = [
    ['concatenation', `'a' . 'b' . 1`, 'ab1'],
    ['interpolation', `$a = 'x'; "b$a{$a}\${a}"`, 'bxxx'],
    ['escapes', `"\\x41\\102\\u{43}\\n"`, 'ABC\n'],
    ['no escapes in single quotes', `'\\x41\\'\\\\'`, "\\x41'\\"],
    ['a heredoc', '<<<A\n  b\n  c\n  A', '  b\n  c'],
    ['an indented nowdoc', "<<<'A'\n  b\n  c\n  A", 'b\nc'],
    ['numbers', '0x10 + 0b11 + 010 + 1_0', 37],
    ['precedence', '2 + 3 * 4 ** 2 . 1 - 1', '500'],
    ['comparison', `'1' == 1 && '1' !== 1`, true],
    ['an unknown condition', 'true ? 1 : 2', 1],
    ['exclusive or of texts', `'abc' ^ '   '`, 'ABC'],
    ['and and or of texts', `('ab' & 'ac') . ('a' | 'b')`, 'abc'],
    ['the complement of a text', `~"\\x9e"`, 'a'],
    ['names without quotes, mixed bit by bit', `('@@@' . A_b) ^ '   '`.replace('A_b', 'abc'), '```'],
    ['the complement of a name without quotes', `~x`, '\x87'],
    ['a short name without quotes', `str_replace(x, '', 'axbxc')`, 'abc'],
    ['a variable named without quotes', `$c = 'd'; \${c}`, 'd'],
    ['what nothing has set before', `$new = $new . 'a'; $new = $new . 'b'; $new`, 'ab'],
    ['a query', `parse_str('a=%62&c[]=d'); $a`, 'b'],
    ['a query into a list', `parse_str('a=%62', $list); $list['a']`, 'b'],
    ['texts in their order', `'b' > 'a'`, true],
    ['empty lists', `$l = [] == array(); 'ab'[$l]`, 'b'],
    ['an index', `$a = 'xyz'; $a[1] . $a[-1] . $a{0}`, 'yzx'],
    ['a table', `$a = ['k' => ['v', 'w']]; $a['k'][1]`, 'w'],
    ['an array that grows', `$a = array(); $a[] = 'b'; $a[] = 'c'; $a[1]`, 'c'],
    ['list assignment', `[$a, 'k' => $b] = ['x', 'k' => 'y']; $a . $b`, 'xy'],
    ['another base', `base_convert('1751504350', 10, 36)`, 'system'],
    ['a list of directives', `vsprintf('%c%s', [97, 'b'])`, 'ab'],
    ['a pattern of one class', `preg_replace('/[0-9]/', '', 'a1b2')`, 'ab'],
    ['a pattern of one class, any case', `preg_replace('~[x-z]+~i', '-', 'aXYb')`, 'a-b'],
    ['keys and values', `array_combine(['a', 'b'], ['x', 'y'])['b']`, 'y'],
    ['words', `ucwords('ab cd')`, 'Ab Cd'],
    ['a count', `substr_count('abab', 'ab')`, 2],
    ['chr and ord', 'chr(ord("a") + 1)', 'b'],
    ['assignment by operator', `$a = 'x'; $a .= 'y'; $a .= 'z'; $a`, 'xyz'],
    ['counting through letters', `$a = 'Az'; $a++; $a`, 'Ba'],
    ['constants', `define('A', 'x'); const B = 'y'; A . B`, 'xy'],
    ['variables by name', `$n = 'a'; $$n = 'x'; \${'a'}`, 'x'],
    ['GLOBALS', `$GLOBALS['a'] = 'x'; $a`, 'x'],
    ['a function of the file', `function f($a) { return strrev($a); } f('ab')`, 'ba'],
    ['a function that fills its argument', `function f(&$a) { $a = 'x'; } f($b); $b`, 'x'],
    ['a closure with use', `$x = 'a'; $f = function ($y) use ($x) { return $x . $y; }; $f('b')`, 'ab'],
    ['an arrow function', `$x = 'a'; $f = fn($y) => $x . $y; $f('b')`, 'ab'],
    ['a function by name', `$f = 'str' . 'rev'; $f('ab')`, 'ba'],
    ['call_user_func', `call_user_func('strrev', 'ab')`, 'ba'],
    ['goto', `goto b; a: $x .= 'y'; goto c; b: $x = 'x'; goto a; c: $x`, 'xy'],
    ['explode and implode', `implode('-', explode(',', 'a,b'))`, 'a-b'],
    ['array functions', `join(array_reverse(array_merge(['a'], ['b'])))`, 'ba'],
    ['array_map', `implode(array_map('chr', [97, 98]))`, 'ab'],
    ['str_split', `str_split('abcd', 2)[1]`, 'cd'],
    ['str_replace', `str_replace(['a', 'b'], ['1', '2'], 'abc')`, '12c'],
    ['strtr with texts', `strtr('abc', 'ab', 'xy')`, 'xyc'],
    ['strtr with pairs', `strtr('aab', ['aa' => 'x', 'a' => 'y'])`, 'xb'],
    ['substr', `substr('abcdef', -3, 2) . substr('abc', 1)`, 'debc'],
    ['substr_replace', `substr_replace('abc', 'X', 1, 1)`, 'aXc'],
    ['case', `strtoupper('a') . ucfirst('b') . lcfirst('CD')`, 'ABcD'],
    ['sprintf', `sprintf('%s-%d-%c-%%-%2$s', 'a', 65, 66)`, 'a-65-B-%-65'],
    ['pack', `pack('H*', '6162') . pack('C*', 99, 100)`, 'abcd'],
    ['trim', `trim('  a ') . rtrim('b--', '-')`, 'ab'],
    ['base64_decode', `base64_decode('${base64('abc')}')`, 'abc'],
    ['gzinflate', `gzinflate(hex2bin('${hex(deflateRawSync('abc'))}'))`, 'abc'],
    ['gzuncompress', `gzuncompress(hex2bin('${hex(deflateSync(Buffer.from('abc')))}'))`, 'abc'],
    ['gzdecode', `gzdecode(hex2bin('${hex(gzipSync('abc'))}'))`, 'abc'],
    ['str_rot13', `str_rot13('Nop')`, 'Abc'],
    ['strrev', `strrev('abc')`, 'cba'],
    ['urldecode', `urldecode('%61+b') . rawurldecode('%61+b')`, 'a ba+b'],
    ['convert_uudecode', `convert_uudecode('#86)C')`, 'abc'],
    ['dirname', `dirname('/a/b/c', 2)`, '/a'],
    ['md5', `substr(md5('a'), 0, 4)`, '0cc1'],
  ];
  for (const [name, code, expected] of cases) {
    it(`folds ${name}`, () => assert.equal(folded(code), expected));
  }

  it('does not know what a branch may have changed', () => {
    assert.equal(folded(`$a = 'x'; if ($b) { $a = 'y'; } $a`), undefined);
    assert.equal(folded(`$a = 'x'; while ($b) { $a .= 'y'; } $a`), undefined);
    assert.equal(folded(`$a = 'x'; if ($b) { $c = 'y'; } $a`), 'x');
  });

  it('does not run what has an effect', () => {
    assert.equal(folded(`file_get_contents('/etc/hostname')`), undefined);
    assert.equal(folded('phpversion()'), undefined);
  });

  it('keeps the known end of a text whose beginning is not known', () => {
    assert.equal(valueOf(`$x . '/a' . '.php'`).suffix, '/a.php');
  });

  it('does not inflate more than its limit', () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64');
    assert.equal(folded(`gzinflate(base64_decode('${bomb}'))`), undefined);
  });

  it('does not build texts without end', () => {
    assert.equal(folded(`str_repeat('a', 999999999)`), undefined);
    assert.equal(folded(`str_repeat('', 1e999)`), undefined);
    const doubling = `$a = str_repeat('a', 1000);${'$a .= $a;'.repeat(40)} strlen($a)`;
    assert.equal(folded(doubling), undefined);
  });

  describe('origins', () => {
    const origins: [code: string, flag: number, has: boolean][] = [
      [`$_POST['a']`, Flag.Request, true],
      [`trim(base64_decode($_GET['a']))`, Flag.Whole, true],
      [`'a' . $_GET['a']`, Flag.Whole, false],
      [`intval($_GET['a'])`, Flag.Request, false],
      [`(int) $_GET['a']`, Flag.Request, false],
      [`$_SERVER['HTTP_USER_AGENT']`, Flag.Request, true],
      [`$_SERVER['DOCUMENT_ROOT']`, Flag.Request, false],
      [`$_FILES['a']['tmp_name']`, Flag.Upload, true],
      [`file_get_contents('php://input')`, Flag.Request, true],
      [`file_get_contents('http://192.0.2.1/')`, Flag.Remote, true],
      [`clean($_POST['a'])`, Flag.MaybeRequest, true],
      [`clean($_POST['a'])`, Flag.Request, false],
      [`function f($x) { return $x; } f($_POST['a'])`, Flag.Request, true],
      [`class A { function s() { $this->p = $_POST['a']; } } (new A)->s(); $o->p`, Flag.Request, true],
      [`function f() { global $g; $g = $_POST['a']; } f(); $g`, Flag.Request, true],
      [`foreach ($_POST as $k => $v) { $x = $v; } $x`, Flag.Request, true],
      [`extract($_POST); $anything`, Flag.Request, true],
      [`explode("\\n", $_POST['a'])`, Flag.Split, true],
      [`$_SESSION['a'] = $_POST['a']; $_SESSION['a']`, Flag.Request, true],
      [`$_SESSION['a'] = 'x'; $_SESSION['a']`, Flag.Request, false],
      [`md5($_POST['a'])`, Flag.Digest, true],
    ];
    for (const [code, flag, has] of origins) {
      const name = Object.entries(Flag).find(([, bit]) => bit === flag)![0];
      it(`${has ? 'sees' : 'does not see'} ${name} in ${code}`, () =>
        assert.equal((valueOf(code).flags & flag) !== 0, has));
    }
  });
});
