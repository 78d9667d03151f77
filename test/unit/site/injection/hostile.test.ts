import assert from 'node:assert/strict';
import { readInjections } from '../../../../server/src/site/injection/readInjections';
import { endsSoon } from '../../../support/endsSoon';
import { base64, EVAL, EVIL, library, loader, SCRIPT } from './attackers';

/** Makes the script worth reading, whatever it is. */
const TRIGGER = `atob("");`;

/** Texts made to take long or to break the reader; each would take minutes where reading is not linear. */
const TEXTS: Record<string, string> = {
  'open brackets': '('.repeat(200_000),
  'brackets in brackets': '['.repeat(100_000) + ']'.repeat(100_000),
  'functions in functions': 'function a(){'.repeat(20_000) + '}'.repeat(20_000),
  'names in functions in functions': 'function a(){b(c);'.repeat(20_000) + '}'.repeat(20_000),
  'functions that are called at once': '(function(){'.repeat(20_000) + '})()'.repeat(20_000),
  'functions of one line': 'a=>'.repeat(100_000),
  'a function that calls itself': 'function f(x){f(x+x);f(x+x);f(x+x)}f("a");',
  'a text that doubles': `s="aaaaaaaaaaaaaaaa";${'s=s+s;'.repeat(30_000)}`,
  'a long sum': `x="a"${'+"a"'.repeat(150_000)}`,
  'loops in loops': 'for(;;)'.repeat(60_000),
  'a text cut into letters again and again': `q="${'a'.repeat(150_000)}";${'q.split("").reverse().join("");'.repeat(2000)}`,
  'a text of one letter replaced by many': `q="${'a'.repeat(50_000)}".replace(/a/g,"${'b'.repeat(1000)}");`.repeat(10),
  'a text repeated': `q="${'a'.repeat(50_000)}".repeat(9999);`,
  'Base64 in Base64': Array.from({ length: 9 }).reduce<string>(
    (code) => `${EVAL}(atob("${base64(code)}"));`,
    loader(EVIL),
  ),
  slashes: 'a=b/c;'.repeat(50_000) + '/'.repeat(50_000),
  'templates in templates': '`${'.repeat(50_000),
  'half a character': '\ud800\udc00\ud800'.repeat(10_000),
  'an expression that takes for ever': `"${'a'.repeat(5000)}b".replace(/(a+)+$/,"");`.repeat(20),
  'names of objects': 'constructor.__proto__.hasOwnProperty("toString");a["__proto__"]["constructor"]=1;'.repeat(2000),
  'places to look at': `_0x1234;${' '.repeat(3000)}`.repeat(900),
};

describe('texts made against the reader of scripts', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    it(`end soon: ${name}`, async () => {
      await endsSoon(() => readInjections(TRIGGER + text, 'script'));
      await endsSoon(() => readInjections(`<${SCRIPT}>${TRIGGER}${text}</${SCRIPT}>`, 'page'));
    });
  }

  it('end soon: a page of tags', async () => {
    for (const piece of [
      '<div style="display:none">',
      '<a href="//x.evil.example/" style="display:none">',
      `<${SCRIPT}>`,
      '<!doctype ',
    ]) {
      await endsSoon(() => readInjections(piece.repeat(60_000), 'page'), piece);
    }
  });

  it('find what is at the end of a long script, at its place', () => {
    const before = library(9000);
    const { injections } = readInjections(`${before}${EVAL}(atob("${base64(loader(EVIL))}"))`, 'script');
    assert.deepEqual(
      injections.map(({ line, column, host }) => [line, column, host]),
      [[before.split('\n').length, 1, 'stats.evil.example']],
    );
  });

  it('say when something was left out', () => {
    assert.equal(readInjections(`<${SCRIPT}>${TRIGGER}${'a='.repeat(1000)}</${SCRIPT}>`, 'page').isCut, false);
    assert.equal(readInjections(`<${SCRIPT}>${TRIGGER}${'a+'.repeat(700_000)}</${SCRIPT}>`, 'page').isCut, true);
  });

  it('quote no more than a part of what hidden code says', () => {
    const code = `${loader(EVIL)}/*${'x'.repeat(9000)}*/`;
    const [injection] = readInjections(`${EVAL}(atob("${base64(code)}"))`, 'script').injections;
    assert.equal(injection?.decoded?.truncated, true);
    assert.equal(injection?.decoded?.text.length, 4000);
    assert.ok((injection?.excerpt.length ?? 0) <= 120);
  });
});
