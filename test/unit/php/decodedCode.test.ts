import assert from 'node:assert/strict';
import type { DecodedCode } from '../../../server/src/site/php/phpFacts';
import { readPhp } from '../../../server/src/site/php/readPhp';
import { base64, DECODE, EVAL, POST, SYSTEM } from './support';

const INPUT = `${POST}['a']`;

function hide(code: string): string {
  return `${EVAL}(${DECODE}('${base64(code)}'));`;
}

function decoded(code: string): (DecodedCode | undefined)[] {
  return readPhp(`<?php ${code}`).suspicions.map((one) => one.decoded);
}

describe('hidden code', () => {
  it('is shown as it decodes', () =>
    assert.deepEqual(decoded(hide('echo 1;')), [{ text: 'echo 1;', truncated: false }]));

  it('is shown behind its last layer', () => {
    const [first] = decoded(hide(hide(`${SYSTEM}(${INPUT});`)));
    assert.equal(first?.text, `${SYSTEM}(${INPUT});`);
  });

  it('is shown where it only lies in a text', () => {
    const code = `<?php ${' '.repeat(120)} ${EVAL}(${INPUT}); ?>`;
    assert.deepEqual(decoded(`store('${base64(code)}');`), [{ text: code, truncated: false }]);
  });

  it('is cut to 4,000 characters, none of them broken', () => {
    const code = `# ${'隠'.repeat(20_000)}`;
    assert.deepEqual(decoded(hide(code)), [{ text: code.slice(0, 4000), truncated: true }]);
  });

  it('is not shown where nothing is hidden or nothing is known', () => {
    assert.deepEqual(decoded(`${EVAL}(${INPUT});`), [undefined]);
    assert.deepEqual(decoded(`${EVAL}(${DECODE}(file_get_contents(__FILE__)));`), [undefined]);
  });
});
