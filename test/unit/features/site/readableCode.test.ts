import assert from 'node:assert/strict';
import { readableLines } from '../../../../server/src/features/site/readableCode';
import { endsSoon } from '../../../support/endsSoon';

/** Long enough for the line to be broken, and unbroken itself. */
const FILLER = `$filler = '${'x'.repeat(160)}';`;

function broken(code: string): string[] {
  const [filler, ...lines] = readableLines([FILLER + code]);
  assert.equal(filler, FILLER);
  return lines;
}

describe('Hidden code in one line', () => {
  it('is shown statement by statement, with its blocks indented', () => {
    assert.deepEqual(broken('if ($a) { $b = 1; while(f()){g();} } else {h();}$c=2'), [
      'if ($a) {',
      '  $b = 1;',
      '  while(f()){',
      '    g();',
      '  }',
      '}',
      'else {',
      '  h();',
      '}',
      '$c=2',
    ]);
  });

  it('keeps together what belongs together', () => {
    for (const code of [
      'for($i=0;$i<9;$i++)f($i);',
      `echo "a;{b}\\";" . 'c;}\\'' . \`d;\`;`,
      '$t{$i}^$k{0};',
      '$o->{$name}($x);',
      'array_map(function($x){return $x;},$list);',
    ]) {
      assert.deepEqual(broken(code), [code]);
    }
  });

  it('loses nothing but blanks, whatever is out of order', () => {
    for (const code of ['}}};)))', "'never ends; {", '{{{{', '"\\', ');};(', 'if(x){'.repeat(500)]) {
      const lines = readableLines([FILLER + code]);
      assert.equal(lines.join('').replaceAll(/\s/g, ''), (FILLER + code).replaceAll(/\s/g, ''));
      assert.ok(lines.every((line) => line.length < 200));
    }
  });

  it('stays as it is when it can be read', () => {
    const lines = ['if (a) { b(); }', '', '\tc();'];
    assert.deepEqual(readableLines(lines), lines);
  });

  it('takes no longer for code made to be slow', async () => {
    const hostile = ['else'.repeat(100_000), `${' '.repeat(400_000)}{`, '{'.repeat(400_000)];
    await endsSoon(() => readableLines(hostile));
  });
});
