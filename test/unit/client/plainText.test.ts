import { strict as assert } from 'node:assert';
import { markdownText, notificationText, visibleText } from '../../../client/src/plainText';

describe('Hostile names in labels', () => {
  it('show the characters that turn the direction of writing or are not seen', () => {
    assert.equal(visibleText('photo\u202egnp.php'), String.raw`photo\u{202e}gnp.php`);
    assert.equal(visibleText('a\u0000b\n\u200bc\ufeff'), String.raw`a\u{0}b\u{a}\u{200b}c\u{feff}`);
  });

  it('leave ordinary names alone, in any script', () => {
    assert.equal(visibleText('お問い合わせ/フォーム (2).php'), 'お問い合わせ/フォーム (2).php');
  });

  it('make no links in notifications', () => {
    assert.equal(notificationText('/[click](command:evil)'), '/[click] (command:evil)');
  });

  it('are no markup in Markdown', () => {
    assert.equal(markdownText('<b>*_`[x](y)'), String.raw`\<b\>\*\_\`\[x\]\(y\)`);
    assert.equal(markdownText('# a\n- b'), String.raw`\# a\\u\{a\}\- b`);
  });
});
