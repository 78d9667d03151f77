import type { SeededRandom } from '../../support/random';
import { base64, DECODE, EVAL, POST, SYSTEM, word } from '../../unit/php/support';
import type { SiteTarget } from './siteCase';

/** Calls that the evaluator folds, follows or reports, with as many parameters as they take at the most. */
const FUNCTIONS: readonly [name: string, most: number][] = [
  [EVAL, 1],
  [DECODE, 1],
  [SYSTEM, 1],
  [word('gzin', 'flate'), 2],
  [word('ass', 'ert'), 1],
  [word('create_', 'function'), 2],
  [word('call_user_', 'func'), 3],
  ['array_map', 3],
  ['preg_replace', 3],
  ['preg_replace_callback', 3],
  ['str_repeat', 2],
  ['str_replace', 3],
  ['strtr', 3],
  ['substr', 3],
  ['strrev', 1],
  ['str_rot13', 1],
  ['chr', 1],
  ['ord', 1],
  ['pack', 3],
  ['implode', 2],
  ['explode', 2],
  ['sprintf', 3],
  ['range', 3],
  ['array_fill', 3],
  ['array_merge', 2],
  ['str_pad', 4],
  ['hexdec', 1],
  ['strlen', 1],
  ['extract', 1],
  ['compact', 2],
  ['unserialize', 1],
  ['file_put_contents', 2],
  ['move_uploaded_file', 2],
  ['mail', 4],
  ['header', 1],
  ['define', 2],
  ['f', 3],
];
const VARIABLES = [
  '$a',
  '$b',
  '$c',
  '$$a',
  '${$b}',
  '$this->p',
  'self::$q',
  '$GLOBALS["a"]',
  `${POST}["x"]`,
  '$_FILES["f"]',
];
const OPERATORS = [
  '.',
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
  '^',
  '|',
  '&',
  '<<',
  '>>',
  '<=>',
  '===',
  '==',
  '&&',
  'or',
  '??',
  'xor',
];
const TEXTS = [
  "'eval'",
  "'a'",
  '"b{$a}c"',
  '"\\x41\\101"',
  `'${base64('echo 1;')}'`,
  "'/.*/e'",
  '"php://input"',
  "''",
  "'%s%1$s'",
];
const NUMBERS = ['0', '-1', '1e999', '0x41', '0b11', '017', '99999999999999999999', '2147483647', '.5', '1_000'];
const DEEPEST = 5;

/** PHP of any kind. What resembles an attack does nothing and is put together here, so that no file of the project has it. */
export const phpTarget: SiteTarget = {
  paths: ['a.php', 'wp-content/uploads/b.php', 'a.inc', 'c.html', 'pictures/d.jpg', 'wp-config.php'],
  samples: [
    `<?php ${EVAL}(${DECODE}('${base64('echo 1;')}')); ?>`,
    `<?php $f = 'sys' . 'tem'; $f(${POST}['c']);`,
    `<?php @${EVAL}(${word('gzin', 'flate')}(str_rot13(${DECODE}("eJwrKS0qAQAEewG1"))));`,
    "<?php\n$to = $_POST['to'];\nforeach (file('list.txt') as $line) { mail($line, $_POST['subject'], $body, \"From: $to\\r\\n\"); }",
    '<?php namespace A\\B; use C\\{D as E, F}; #[G(1)] final class H extends I implements J { use T; const X = 1; private ?int $p = 2;\n public function __construct(private readonly array $a = [], int|string ...$rest) { parent::__construct(); static::$q["x"]{0} ??= fn($y) => $y <=> 1; } }',
    '<?php function f(array &$a, $b = __DIR__ . "/x"): ?string { global $g; static $s = 0; goto end; end: return match (true) { $a, $b => "x{$a[\'k\']}${b}$c->d[0]", default => <<<"EOT"\n  text {$x->y()} \\x41\n  EOT }; }',
    '<?php if ($a): foreach ($list as $k => [$v, "w" => $w]): echo $v, $w; endforeach; elseif ($b): while (1): break; endwhile; else: switch ($c) { case 1: default: } endif;',
    '<?php try { $o?->m(...$args)::$z->{"n" . 1}(); } catch (X | Y $e) { throw new class(1) extends Z {}; } finally { include_once $i . ".php"; }',
    '<?php $f = function () use (&$x) { yield $k => $v; }; list(, $l) = [1, 2]; echo 1 ? 2 : (int) "3" ?: 4; ?><form action="a.php"><?= $end ?></form>',
    "<?php define('WP_DEBUG', true);\r\ndefine('AUTH_KEY', '');\r\nrequire_once ABSPATH . 'wp-settings.php';",
    '<?php $s = ""; for ($i = 0; $i < strlen($d); $i++) { $s .= chr(ord($d[$i]) ^ ($i % 7)); } return $s;',
    '<?php if (isset($_FILES["f"])) { move_uploaded_file($_FILES["f"]["tmp_name"], $_POST["p"] . "/" . basename($_FILES["f"]["name"])); }',
    '<?php\n/*\nPlugin Name: A\n*/\nadd_action("init", "b"); function b() { if (strpos($_SERVER["HTTP_USER_AGENT"], "Google")) echo file_get_contents("https://a.example/"); }',
    "<?php $a = <<<'X'\n text\n X;\n$b = <<<Y\n {$a}\nY . `ls $a`;",
    '<?php ob_start(); function &g() { static $n = [1 => ["a" => 2]]; return $n; } $GLOBALS["x"] = "y"; unset($x[0]); __halt_compiler(); data',
  ],
  pieces: [
    [
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '"',
      "'",
      '`',
      '$',
      '${',
      '{$',
      '<?php ',
      '<?=',
      '?>',
      '<<<A\n',
      "<<<'A'\n",
      'A;\n',
      '/*',
      '*/',
      'constructor',
      '__proto__',
    ],
    [
      '//',
      '#',
      '#[',
      '->',
      '?->',
      '::',
      '\\',
      '\0',
      '\u{ffff}',
      '\u{d800}',
      ';',
      '=',
      '?',
      ':',
      '.',
      ',',
      '&',
      '...',
      '@',
      '=>',
    ],
    [
      '\n',
      '\r',
      '\r\n',
      '\t',
      '\v',
      '\u2028',
      'お知らせ',
      '\u{1f600}',
      'eval',
      'function ',
      'class ',
      'fn',
      'use ',
      'static ',
    ],
    [
      'match',
      'switch',
      'case ',
      'default',
      'else ',
      'elseif',
      'endif;',
      'goto a;',
      'namespace ',
      'new ',
      'clone ',
      'yield ',
      'throw ',
    ],
    [
      '0',
      '1',
      '-1',
      '1e999',
      '99999999999999999999',
      '0x',
      '$a',
      '$_POST',
      '$GLOBALS',
      'chr(',
      'str_repeat(',
      'array(',
      'list(',
    ],
  ].flat(),
  write: (random) => `<?php ${Array.from({ length: random.integer(1, 20) }, () => statement(random, 0)).join('\n')}`,
};

function statement(random: SeededRandom, depth: number): string {
  if (depth >= DEEPEST) return `${expression(random, depth)};`;
  return random.pick(STATEMENTS)(random, depth + 1);
}

const STATEMENTS: readonly ((random: SeededRandom, depth: number) => string)[] = [
  (random, depth) => `${expression(random, depth)};`,
  (random, depth) =>
    `${random.pick(VARIABLES)} ${random.pick(['=', '.=', '=&', '??=', '^='])} ${expression(random, depth)};`,
  (random, depth) =>
    `if (${expression(random, depth)}) { ${statement(random, depth)} } else { ${statement(random, depth)} }`,
  (random, depth) => `for ($i = 0; $i < ${expression(random, depth)}; $i++) { ${statement(random, depth)} }`,
  (random, depth) =>
    `while (${expression(random, depth)}) { ${statement(random, depth)} ${random.pick(['break;', 'continue 2;', ''])} }`,
  (random, depth) =>
    `foreach (${expression(random, depth)} as $b => ${random.pick(['$c', '[$a, $c]', '&$a'])}) { ${statement(random, depth)} }`,
  (random, depth) =>
    `function f($a, &$b = ${expression(random, depth)}, ...$c) { ${statement(random, depth)} return ${expression(random, depth)}; }`,
  (random, depth) =>
    `class ${random.pick(['A', 'B extends A'])} { public $p = ${expression(random, depth)}; function m($a) { ${statement(random, depth)} } }`,
  (random, depth) =>
    `try { ${statement(random, depth)} } catch (E $e) { ${random.pick(['exit;', 'throw $e;', 'return;'])} }`,
  (random, depth) =>
    `${random.pick(['echo', 'return', 'include', 'print', 'global $a; unset', 'exit'])} (${expression(random, depth)});`,
];

function expression(random: SeededRandom, depth: number): string {
  if (depth >= DEEPEST) return random.pick([random.pick(VARIABLES), random.pick(TEXTS), random.pick(NUMBERS)]);
  return random.pick(EXPRESSIONS)(random, depth + 1);
}

const EXPRESSIONS: readonly ((random: SeededRandom, depth: number) => string)[] = [
  (random) => random.pick(VARIABLES),
  (random) => random.pick(TEXTS),
  (random, depth) => call(random, depth),
  (random, depth) => call(random, depth),
  (random, depth) => `${expression(random, depth)} ${random.pick(OPERATORS)} ${expression(random, depth)}`,
  (random, depth) => `${expression(random, depth)} . ${expression(random, depth)}`,
  (random, depth) =>
    `[${expression(random, depth)}, 'k' => ${expression(random, depth)}, ...${random.pick(VARIABLES)}][${expression(random, depth)}]`,
  (random, depth) => `(${expression(random, depth)} ? ${expression(random, depth)} : ${expression(random, depth)})`,
  (random, depth) =>
    `(${random.pick(['!', '-', '~', '@', '(string)', '(int)', '(array)', 'new '])}${expression(random, depth)})`,
  (random, depth) => `${random.pick(VARIABLES)}(${expression(random, depth)})`,
  (random, depth) =>
    `(function ($a) use (&$b) { ${statement(random, depth)} return ${expression(random, depth)}; })(${expression(random, depth)})`,
  (random, depth) => `array_map(fn($a) => ${expression(random, depth)}, ${expression(random, depth)})`,
];

function call(random: SeededRandom, depth: number): string {
  const [name, most] = random.pick(FUNCTIONS);
  return `${name}(${Array.from({ length: random.integer(0, most) }, () => expression(random, depth)).join(', ')})`;
}
