import assert from 'node:assert/strict';
import { lex } from '../../../server/src/site/php/lexer';
import { tokensOf } from './support';

describe('PHP lexer', () => {
  it('keeps text outside the tags as HTML and drops the line break behind a closing tag', () => {
    assert.deepEqual(tokensOf('<p>\n<?php a ?>\nb'), ['Html <p>\n', 'Name a', 'CloseTag ?>', 'Html b']);
  });

  it('knows the echo tag and the short tag', () => {
    assert.deepEqual(tokensOf('<?=$a?>'), ['OpenEcho <?=', 'Variable $a', 'CloseTag ?>']);
    assert.deepEqual(tokensOf('<? $a'), ['Variable $a']);
    assert.deepEqual(tokensOf('<?php\n'), []);
  });

  it('leaves XML declarations and other processing instructions alone', () => {
    assert.deepEqual(tokensOf('<?xml version="1.0"?>'), ['Html <?xml version="1.0"?>']);
    assert.deepEqual(tokensOf('<?xpacket begin="x"?>'), ['Html <?xpacket begin="x"?>']);
  });

  it('reads the script tag of old PHP up to its end', () => {
    assert.deepEqual(tokensOf('<script language="php">$a</script>b'), ['Variable $a', 'CloseTag </script>', 'Html b']);
    assert.deepEqual(tokensOf('<script>a</script>'), ['Html <script>a</script>']);
  });

  it('drops comments of every kind', () => {
    assert.deepEqual(tokensOf('<?php a /* b */ c // d\n e # f\n g'), ['Name a', 'Name c', 'Name e', 'Name g']);
  });

  it('ends a line comment at a closing tag', () => {
    assert.deepEqual(tokensOf('<?php // a ?>b'), ['CloseTag ?>', 'Html b']);
  });

  it('takes characters that no longer operator begins with one by one', () => {
    assert.deepEqual(tokensOf('<?php ;,()[]{}@~'), [';', ',', '(', ')', '[', ']', '{', '}', '@', '~']);
  });

  it('tells an attribute from a comment', () => {
    assert.deepEqual(tokensOf('<?php #[A] b'), ['#[', 'Name A', ']', 'Name b']);
  });

  it('keeps qualified names in one piece', () => {
    assert.deepEqual(tokensOf('<?php \\A\\B\\c(namespace\\d)'), ['Name \\A\\B\\c', '(', 'Name namespace\\d', ')']);
  });

  it('tells quoted texts that interpolate from those that do not', () => {
    assert.deepEqual(tokensOf(`<?php 'a\\'$b' "c\\"$" "d $e" "{$f['g']}" \`h\``), [
      `SingleQuoted 'a\\'$b'`,
      'DoubleQuoted "c\\"$"',
      'Template "d $e"',
      `Template "{$f['g']}"`,
      'Backtick `h`',
    ]);
  });

  it('passes over quotes within an interpolation', () => {
    assert.deepEqual(tokensOf('<?php "{$a["b"]}" c'), ['Template "{$a["b"]}"', 'Name c']);
  });

  it('ends a heredoc at its label only, also an indented one', () => {
    assert.deepEqual(tokensOf('<?php <<<A\n BA\nAB\n  A . b'), ['Heredoc <<<A\n BA\nAB\n  A', '.', 'Name b']);
    assert.deepEqual(tokensOf("<?php <<<'A'\n$x\nA;"), ["Nowdoc <<<'A'\n$x\nA", ';']);
    assert.deepEqual(tokensOf('<?php 1 <<3'), ['Number 1', '<<', 'Number 3']);
  });

  it('reads numbers in every notation', () => {
    assert.deepEqual(tokensOf('<?php 0x1F 0b11 1_000 1.5e3 .5 1..2'), [
      'Number 0x1F',
      'Number 0b11',
      'Number 1_000',
      'Number 1.5e3',
      'Number .5',
      'Number 1.',
      'Number .2',
    ]);
  });

  it('takes the longest operator', () => {
    const code = '=== ?-> ??= <=> **= <<= ... :: =>';
    assert.deepEqual(tokensOf(`<?php ${code}`), code.split(' '));
  });

  it('stops at __halt_compiler', () => {
    assert.deepEqual(tokensOf('<?php a; __HALT_COMPILER(); b'), ['Name a', ';']);
  });

  it('reads what is not terminated up to the end', () => {
    for (const open of ["'a", '"a', '"a {$b', '`a', '/* a', '<<<A\nb', '"${', '{$', '#[', '"\\']) {
      const code = `<?php ${open}`;
      const tokens = lex(code);
      assert.ok(tokens.count <= 3, open);
      if (tokens.count > 0) assert.ok(tokens.ends[tokens.count - 1]! <= code.length, open);
    }
  });
});
