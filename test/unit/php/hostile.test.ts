import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { decodeText } from '../../../server/src/site/decodeText';
import { readPhp } from '../../../server/src/site/php/readPhp';
import { phpTarget } from '../../fuzz/site/phpTarget';
import { SeededRandom } from '../../support/random';
import { endsSoon } from '../../support/endsSoon';
import { base64, DECODE, EVAL, POST, SYSTEM, word } from './support';

const SAMPLE = `<!doctype html><form action="mail.php">
<?php namespace A\\B; use C\\D as E; #[Attr(1)] final class F extends G implements H { use T; const X = 1; public ?int $p = 2;
  public function __construct(private readonly array $a = [], int|string ...$rest) { parent::__construct(); static::$q['x']{0} ??= fn($y) => $y <=> 1; } }
function f(array &$a, $b = __DIR__ . '/x'): ?string { global $g; static $s = 0; goto end; end: return match (true) { $a, $b => "x{$a['k']}\${b}$c->d[0]", default => <<<"EOT"
  text {$x->y()} \\x41
  EOT }; }
if ($a): foreach ($list as $k => [$v, 'w' => $w]): echo $v, $w; endforeach; elseif ($b): while (1): break; endwhile; else: switch ($c) { case 1: default: } endif;
try { $o?->m(...$args)::$z->{'n' . 1}(); } catch (X | Y $e) { throw new class(1) extends Z {}; } finally { include_once $i . '.php'; }
$f = function () use (&$x) { yield $k => $v; }; mail($_POST['to'], 'a' ^ 'b', \`ls $x\`); list(, $l) = [1, 2]; echo 1 ? 2 : (int) '3' ?: 4; ?>
</form><?= $end ?>`;

describe('hostile PHP', () => {
  it('never throws on mutations of ordinary code', () => {
    const random = new SeededRandom(20211101);
    for (let round = 0; round < 3000; round++) {
      let code = SAMPLE;
      for (let changes = random.integer(1, 6); changes > 0; changes--) {
        const at = random.integer(0, code.length);
        const removed = Math.floor(random.next() * random.next() * 60);
        code =
          code.slice(0, at) + (random.next() < 0.7 ? random.pick(phpTarget.pieces) : '') + code.slice(at + removed);
      }
      assert.doesNotThrow(() => readPhp(code), code);
    }
  });

  it('never throws on any beginning of a file', () => {
    for (let end = 0; end < SAMPLE.length; end++) assert.doesNotThrow(() => readPhp(SAMPLE.slice(0, end)));
  });

  it('never throws on random bytes', () => {
    const random = new SeededRandom(7);
    for (let round = 0; round < 300; round++) {
      const bytes = Uint8Array.from({ length: 400 }, () => random.integer(0, 255));
      assert.doesNotThrow(() => readPhp(`<?php ${decodeText(bytes).text}`));
    }
  });

  const deep: [what: string, code: string][] = [
    ['parentheses', `f${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['open parentheses', '('.repeat(200_000)],
    ['arrays', `$a = ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['blocks', `${'{'.repeat(10_000)}${'}'.repeat(10_000)}`],
    ['conditions', 'if (1) '.repeat(10_000)],
    ['alternatives', 'if (1) {} else '.repeat(10_000)],
    ['functions', 'function a() {'.repeat(10_000)],
    ['closures', '$a = function () {'.repeat(10_000)],
    ['classes', 'new class { function a() {'.repeat(10_000)],
    ['negations', '!'.repeat(100_000)],
    ['references', '$'.repeat(100_000)],
    ['ternaries', '1 ? '.repeat(50_000)],
    ['assignments', '$a = '.repeat(50_000)],
    ['chains', `$a${'->b()'.repeat(50_000)}`],
    ['indexes', `$a${'[0]'.repeat(50_000)}`],
    ['interpolations', '"{$a['.repeat(50_000)],
    ['attributes', '#['.repeat(50_000)],
    ['matches', 'match (1) { 1 => '.repeat(20_000)],
    ['comments', '/*'.repeat(100_000)],
    ['heredocs', '<<<A\n'.repeat(50_000)],
    ['open tags', '?><?php '.repeat(50_000)],
  ];
  for (const [what, code] of deep) {
    it(`reads on behind thousands of nested ${what}`, async () => {
      await endsSoon(() => readPhp(`<?php ${code}`));
    });
  }

  it('says so when code is nested too deep, and sees what stands behind it', () => {
    const facts = readPhp(`<?php f${'('.repeat(1000)}1${')'.repeat(1000)}; ${SYSTEM}(${POST}['a']);`);
    assert.equal(facts.limit, 'depth');
    assert.equal(facts.suspicions[0]?.signal, 'commandFromRequest');
  });

  it('says so when a file is longer than its limit', () => {
    assert.equal(readPhp(`<?php ${' '.repeat(200)}`, { maxLength: 100 }).limit, 'size');
    assert.equal(readPhp('<?php echo 1;', { maxLength: 100 }).limit, undefined);
  });

  it('is not blown up by parameters that call their own function when they are left out', () => {
    const facts = readPhp(`<?php function f($a, $b = f(1)) { ${SYSTEM}(${POST}['a']); } f(2);`);
    assert.equal(facts.suspicions[0]?.signal, 'commandFromRequest');
  });

  const long: [what: string, code: string][] = [
    ['concatenations', `$a = '' ${`. 'a' `.repeat(150_000)};`],
    ['sums', `$a = 0 ${'+ 1 '.repeat(250_000)};`],
    ['statements', '$a .= chr(97);'.repeat(70_000)],
    ['elements', `$a = [${'1,'.repeat(500_000)}];`],
    ['appended elements', '$a[] = 1;'.repeat(110_000)],
    ['calls', 'function f($x) { return f($x) . f($x); } f("a");'.repeat(20_000)],
    ['uses of one endless name', `for (;;) { ${`$a = ${'x'.repeat(20_000)};`.repeat(40)} }`],
    ['one text', `$a = '${'x'.repeat(5_000_000)}';`],
    ['loops', 'while ($a) { for (;;) { '.repeat(90)],
    ['endless loops', 'for ($i = 0; $i < 1e9; $i++) { $x = [$i]; } '.repeat(20_000)],
    ['signs', `$a = ${POST}['x']; ${SYSTEM}($a); `.repeat(30_000)],
    ['hidden codes', `${EVAL}(${DECODE}('${base64('echo 1;')}'));`.repeat(25_000)],
    ['variables by name', `\${'a'}[1](${POST}[1]);`.repeat(50_000)],
  ];
  for (const [what, code] of long) {
    it(`reads a line of many ${what} within its budget`, async () => {
      await endsSoon(() => readPhp(`<?php ${code}`));
    });
  }

  it('is not blown up by functions that call each other with ever new texts', async () => {
    const functions = Array.from(
      { length: 40 },
      (_, n) => `function f${n}($x) { return f${n + 1}($x . 'a') . f${n + 1}($x . 'b'); }`,
    );
    await endsSoon(() => readPhp(`<?php ${functions.join(' ')} f0('');`));
  });

  it('is not blown up by decoder bombs', async () => {
    const zeros = deflateRawSync(Buffer.alloc(200 * 1024 * 1024)).toString('base64');
    const inflate = word('gzinf', 'late');
    const layered = `${EVAL}(${inflate}(${DECODE}('${base64(zeros)}')));`;
    const code = `<?php ${`${EVAL}(${inflate}(${DECODE}('${zeros}')));`.repeat(3)} ${layered}`;
    await endsSoon(() => readPhp(code));
  });
});
