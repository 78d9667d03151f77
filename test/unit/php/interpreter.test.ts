import assert from 'node:assert/strict';
import { readPhp } from '../../../server/src/site/php/readPhp';
import { endsSoon } from '../../support/endsSoon';
import { EVAL, folded, POST, signalsOf, SYSTEM } from './support';

/** Each byte of a text moved by a number, as an attacker's decoder expects it. */
function moved(text: string, by: number): string {
  return text.replace(/./gs, (character) => String.fromCharCode(character.charCodeAt(0) + by));
}

describe('code that only calculates', () => {
  const cases: [code: string, value: unknown][] = [
    [`$s = ''; for ($i = 0; $i < 3; $i++) $s .= chr(97 + $i); $s`, 'abc'],
    [`for ($i = 0; $i < strlen('bcd'); $i++) $s .= chr(ord('bcd'[$i]) - 1); $s`, 'abc'],
    [`$s = ''; foreach ([104, 105] as $code) { $s .= chr($code); } $s`, 'hi'],
    [`$s = ''; foreach (['b' => 'x', 'a' => 'y'] as $k => $v) $s .= $k . $v; $s`, 'bxay'],
    [`$i = 5; do { $i--; if ($i == 2) break; } while (true); $i`, 2],
    [`$s = ''; for ($i = 0; $i < 5; $i++) { if ($i % 2) continue; $s .= $i; } $s`, '024'],
    [`$n = 0; for ($i = 0; $i < 3; $i++) for ($j = 0; $j < 3; $j++) { $n++; if ($j == 1) continue 2; } $n`, 6],
    [`$n = 0; while (true) { switch ($n) { case 3: break 2; default: $n++; } } $n`, 3],
    [`$a = []; for ($i = 0; $i < 4; $i++) $a[] = $i * $i; $b = $a; $b[0] = 9; $a[0] . $a[3]`, '09'],
    [`$s = 'abc'; for ($i = 0; $i < 3; $i++) $s[$i] = 'x'; $s`, 'xxx'],
    [`$t = []; foreach (['a', 'b'] as $x) $t[$x]['n'] = $x; $t['b']['n']`, 'b'],
    [`$a = ['p', 'q']; $s = ''; while (count($a) > 0) $s .= array_shift($a); $s`, 'pq'],
    [`$f = 'str' . 'rev'; $s = ''; foreach (['ba', 'dc'] as $x) $s .= $f($x); $s`, 'abcd'],
    [`$_ = 'a'; for ($i = 0; $i < 3; $i++) $_++; $_`, 'd'],
    [`$w = [['a', 'b']]; $s = ''; foreach ($w[0] as $x) $s .= $x; $s`, 'ab'],
    [`$s = ''; foreach ($w = ['a', 'b'] as $x) $s .= $x; $s`, 'ab'],
    [`$w = ['a', 'b']; $s = ''; foreach (true ? $w : [] as $x) $s .= $x; $s`, 'ab'],
    [`$w = ['a', 'b']; $n = 'w'; $s = ''; foreach ($$n as $x) $s .= $x; $s`, 'ab'],
    [`$w = ['a', 'b']; $s = ''; foreach (array_reverse($w) as $x) $s .= $x; $s`, 'ba'],
    [`$i = 0; $s = ''; while ($i++ < 2) $s .= 'x'; $s`, 'xx'],
    [`$n = 3; $s = ''; while ($n -= 1) $s .= 'x'; $s`, 'xx'],
    [`$i = 0; $s = ''; while (!($i > 1)) { $s .= 'x'; $i++; } $s`, 'xx'],
    [
      `$r = f('ab', 1); function f($t, $n) { $o = ''; foreach (str_split($t) as $c) $o .= chr(ord($c) + $n); return $o; } $r`,
      'bc',
    ],
    [`$r = f('xab'); function f($t) { return $t === '' ? '' : f(substr($t, 1)) . $t[0]; } $r`, 'bax'],
    [
      `$key = 'k'; $r = f("\\x0a"); function f($t) { global $key; $o = ''; for ($i = 0; $i < 1; $i++) $o .= $t[$i] ^ $key; return $o; } $r`,
      'a',
    ],
  ];
  for (const [code, value] of cases) {
    it(`gives ${JSON.stringify(value)} for ${code}`, () => assert.equal(folded(code), value));
  }

  const unknown: [why: string, code: string][] = [
    ['the client', `$s = ''; for ($i = 0; $i < 2; $i++) $s .= ${POST}['a']; $s`],
    ['a file', `$s = ''; foreach (['a', 'b'] as $f) $s .= file_get_contents($f); $s`],
    ['the time', `$n = 0; while ($n < 3) { $n++; $s = time(); } $s`],
    ['an included file', `include $x; for ($i = 0; $i < 2; $i++) $s .= 'a'; $s`],
    ['a loop without an end', `$i = 0; while (true) { $i++; } $i`],
  ];
  for (const [why, code] of unknown) {
    it(`is left where it depends on ${why}`, () => assert.equal(folded(code), undefined));
  }

  it('shows the payload that an own decoder hides', () => {
    const payload = `${SYSTEM}(${POST}['a']);`;
    const decoder =
      'function d($t) { $o = ""; for ($i = 0; $i < strlen($t); $i++) $o .= chr(ord($t[$i]) - 3); return $o; }';
    const code = `<?php ${decoder} ${EVAL}(d(${JSON.stringify(moved(payload, 3)).replaceAll('$', '\\$')}));`;
    const { suspicions } = readPhp(code);
    assert.ok(
      suspicions.some(({ signal }) => signal === 'payloadInPayload'),
      code,
    );
    assert.equal(suspicions.find(({ decoded }) => decoded)?.decoded?.text, payload);
  });

  it('shows the function that an own decoder names', () => {
    const code = `$f = ''; foreach ([115, 121, 115, 116, 101, 109] as $c) $f .= chr($c); $f('id');`;
    assert.deepEqual(signalsOf(code, 'strong'), ['hiddenFunctionName']);
  });

  it('stops after a number of steps', async () => {
    await endsSoon(() => readPhp(`<?php ${'for ($i = 0; $i < 1e9; $i++) { $x = [$i]; } '.repeat(50)}`));
    await endsSoon(() => readPhp('<?php function f($n) { return f($n + 1) . f($n + 2); } f(1);'));
  });
});
