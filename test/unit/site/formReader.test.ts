import assert from 'node:assert/strict';
import { readForms } from '../../../server/src/site/formReader';
import { endsSoon } from '../../support/endsSoon';
import { HOSTILE_TEXTS } from '../../support/hostile';

/** The forms of a page in a line each. */
function formsOf(text: string): string[] {
  return readForms(text).map(
    ({ line, action, method, fields }) =>
      `${line} ${method} ${action} ${fields.map(({ name, type }) => `${name}:${type}`).join(' ')}`,
  );
}

describe('The forms of a page', () => {
  it('are told with where they are sent and what is typed into them', () => {
    const page = `<p>\n<FORM Action=" mail.php?a&amp;b " method=POST>
      <input name="name"><input type=email name='mail'><textarea name=body></textarea>
      <select name="topic"></select><input type="submit" name="send"><input value="no name">
      </form><input name="outside">`;
    assert.deepEqual(formsOf(page), [
      '2 post mail.php?a&b name:text mail:email body:textarea topic:select send:submit',
    ]);
  });

  it('are sent to the page itself where they do not say, and got where they do not say how', () => {
    assert.deepEqual(formsOf('<form><input name=q></form>\n<form action="">'), ['1 get  q:text', '2 get  ']);
  });

  it('are read around the code of a program, on the lines on which they stand', () => {
    const program = `<?php\nif ($a > 1) { echo '<form action="no">'; }\n?>
<form action="<?php echo htmlspecialchars($_SERVER['PHP_SELF']) ?>" method="post">
  <input name="name" value="<?= $name ?>">
  <?php if ($x): ?><input name="more"><?php endif ?>
</form>`;
    assert.deepEqual(formsOf(program), ['4 post  name:text more:text']);
  });

  it('are no forms within others, nor in comments', () => {
    assert.deepEqual(formsOf('<form action=a><form action=b><input name=x></form><!-- <form action=c> -->'), [
      '1 get a x:text',
    ]);
  });

  for (const [what, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`are read as far as they can be: ${what}`, () => {
      for (const page of [text, `<form action="${text}`, `<form><input name="${text}">`, `<?php ${text} ?><form>`]) {
        for (const { line } of readForms(page)) assert.ok(line >= 1);
      }
    });
  }

  it('are not without end', () =>
    endsSoon(() => readForms('<form a="'.repeat(200_000) + '<form><input name=x>'.repeat(200_000))));
});
