import assert from 'node:assert/strict';
import { readPhp } from '../../../server/src/site/php/readPhp';
import { EVAL, POST, SYSTEM } from './support';

const INPUT = `${POST}['a']`;

/** The way to the first sign in some code, as its steps are written, backwards. */
function way(code: string): string[] | undefined {
  return readPhp(`<?php ${code}`).suspicions[0]?.cameBy?.map(({ excerpt }) => excerpt);
}

describe('the way from what a visitor sends to what runs it', () => {
  const cases: [what: string, code: string, steps: string[] | undefined][] = [
    ['is not told where there is none', `${SYSTEM}(${INPUT});`, undefined],
    ['leads through a variable', `$c = ${INPUT}; ${SYSTEM}($c);`, [`$c = ${INPUT}`]],
    [
      'leads through several',
      `$a = ${INPUT}; $b = trim($a); ${SYSTEM}("$b 2>&1");`,
      ['$b = trim($a)', `$a = ${INPUT}`],
    ],
    ['takes the last assignment before', `$c = 1; $c = ${INPUT}; ${SYSTEM}($c); $c = ${POST}['z'];`, [`$c = ${INPUT}`]],
    [
      'leads out of a function to its call',
      `function f($x) { ${EVAL}($x); } $y = ${INPUT}; f($y);`,
      ['$y', `$y = ${INPUT}`],
    ],
    ['leads through a loop', `foreach (${POST} as $v) { ${EVAL}($v); }`, [POST]],
    ['ends where it turns in a circle', `$a = $b; $b = $a; $a .= ${INPUT}; ${SYSTEM}($a);`, [`$a .= ${INPUT}`]],
  ];
  for (const [what, code, steps] of cases) it(what, () => assert.deepEqual(way(code), steps));

  it('is told in places', () => {
    const [found] = readPhp(`<?php\n$c = ${INPUT};\n${SYSTEM}($c);`).suspicions;
    assert.deepEqual([found?.line, found?.cameBy?.[0]?.line, found?.cameBy?.[0]?.column], [3, 2, 1]);
  });

  it('stays short', () => {
    const code = Array.from({ length: 20 }, (_, n) => `$v${n + 1} = $v${n};`).join(' ');
    assert.equal(way(`$v0 = ${INPUT}; ${code} ${SYSTEM}($v20);`)?.length, 4);
  });
});
