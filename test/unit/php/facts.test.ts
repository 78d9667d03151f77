import assert from 'node:assert/strict';
import { readPhp } from '../../../server/src/site/php/readPhp';

function read(code: string): ReturnType<typeof readPhp> {
  return readPhp(`<?php ${code}`);
}

describe('facts of a PHP file', () => {
  describe('sends', () => {
    const senders: [code: string, via: string][] = [
      [`mail($to, 'a', 'b');`, 'mail'],
      [`MAIL($to, 'a', 'b');`, 'mail'],
      [`\\mb_send_mail($to, 'a', 'b');`, 'mb_send_mail'],
      [`wp_mail($to, 'a', 'b');`, 'wp_mail'],
      [`$f = 'ma' . 'il'; $f($to, 'a', 'b');`, 'mail'],
      [`call_user_func('mail', $to, 'a', 'b');`, 'mail'],
      [`call_user_func_array('mail', [$to, 'a', 'b']);`, 'mail'],
      [`$m = new PHPMailer(true); $m->addAddress($to); $m->send();`, 'PHPMailer'],
      [`use PHPMailer\\PHPMailer\\PHPMailer; $m = new PHPMailer\\PHPMailer\\PHPMailer(); $m->Send();`, 'PHPMailer'],
      [`$m = new Swift_Mailer($t); $m->send($x);`, 'SwiftMailer'],
      [`$q = new Qdmail(); $q->send();`, 'Qdmail'],
      [`Mail::send('view', [], $f);`, 'Laravel Mail'],
      [`$p = popen('/usr/sbin/sendmail -t', 'w');`, 'sendmail'],
      [`proc_open("/usr/lib/sendmail -i $x", [], $pipes);`, 'sendmail'],
      [`shell_exec('echo ' . escapeshellarg($b) . ' | mail -s hello ' . escapeshellarg($to));`, 'mail'],
      [`$s = fsockopen($host, 587);`, 'SMTP'],
      [`stream_socket_client('ssl://mail.example.jp:465');`, 'SMTP'],
    ];
    for (const [code, via] of senders) {
      it(`sees ${via} in ${code}`, () =>
        assert.deepEqual(
          read(code).sends.map((send) => send.via),
          [via],
        ));
    }

    for (const code of [
      `$socket->send($data);`,
      `function mail($a) {} mail('x');`,
      `fsockopen($host, 80);`,
      `$x = 'mail';`,
      `popen('ls', 'r');`,
      `// mail($to, 'a', 'b');`,
    ]) {
      it(`sees none in ${code}`, () => assert.deepEqual(read(code).sends, []));
    }

    it('gives the exact place', () => {
      const [send] = readPhp('<p>\n<?php\n  mail($a, $b, $c);').sends;
      assert.deepEqual([send!.line, send!.column, send!.endColumn], [3, 3, 19]);
    });

    it('follows calls of functions and methods from the file’s own code', () => {
      assert.equal(
        read('function f() { g(); } function g() { mail($a, 1, 2); } f();').sends[0]!.reachedFromTopLevel,
        true,
      );
      assert.equal(read('function g() { mail($a, 1, 2); }').sends[0]!.reachedFromTopLevel, false);
      assert.equal(
        read('class A { function s() { mail($a, 1, 2); } } (new A())->s();').sends[0]!.reachedFromTopLevel,
        true,
      );
      assert.equal(read('class A { function s() { mail($a, 1, 2); } }').sends[0]!.reachedFromTopLevel, false);
      assert.equal(read(`add_action('x', function () { mail($a, 1, 2); });`).sends[0]!.reachedFromTopLevel, false);
    });

    it('knows that a file which needs its program does not run on its own', () => {
      assert.equal(read(`if (!defined('ABSPATH')) exit; mail($a, 1, 2);`).sends[0]!.reachedFromTopLevel, false);
      assert.equal(read(`defined('ABSPATH') || die(); mail($a, 1, 2);`).sends[0]!.reachedFromTopLevel, false);
      assert.equal(
        read(`define('ABSPATH', 1); if (!defined('ABSPATH')) exit; mail($a, 1, 2);`).sends[0]!.reachedFromTopLevel,
        true,
      );
    });

    it('tells a recipient of the request from a fixed one', () => {
      const recipients: [code: string, fromRequest: boolean][] = [
        [`mail($_POST['email'], 1, 2);`, true],
        [`$e = h($_POST['email']); mail($e, 1, 2);`, true],
        [`mail('info@example.jp', 1, $_POST['text']);`, false],
        [`$m = new PHPMailer(); $m->addAddress($_POST['email']); $m->send();`, true],
        [`$m = new PHPMailer(); $m->addAddress('info@example.jp'); $m->send();`, false],
        [`function s($to) { mail($to, 1, 2); } s($_POST['email']);`, true],
      ];
      for (const [code, expected] of recipients) {
        assert.equal(read(code).sends[0]!.recipientFromRequest, expected, code);
      }
    });

    it('knows a loop around the call, also around its function', () => {
      assert.equal(read('foreach ($list as $a) mail($a, 1, 2);').sends[0]!.inLoop, true);
      assert.equal(read('function s($a) { mail($a, 1, 2); } foreach ($list as $a) s($a);').sends[0]!.inLoop, true);
      assert.equal(read('foreach ($list as $a) {} mail($a, 1, 2);').sends[0]!.inLoop, false);
    });
  });

  describe('includes', () => {
    const paths: [code: string, path: string | undefined][] = [
      [`include 'a.php';`, 'a.php'],
      [`require_once(__DIR__ . '/lib/a.php');`, 'lib/a.php'],
      [`require dirname(__FILE__) . '/lib/a.php';`, 'lib/a.php'],
      [`require dirname(__DIR__) . '/a.php';`, '../a.php'],
      [`include_once ABSPATH . 'wp-includes/a.php';`, 'wp-includes/a.php'],
      [`$d = './inc'; include "$d/a.php";`, 'inc/a.php'],
      [`include $x;`, undefined],
    ];
    for (const [code, path] of paths) it(`reads ${code}`, () => assert.equal(read(code).includes[0]!.path, path));
  });

  describe('references', () => {
    it('gives paths, links and forms written or put together in texts', () => {
      const code = `$f = 'mail' . '.php'; echo '<form action="' . $f . '">'; $g = "list.html";`;
      const texts = new Set(read(code).references.map((reference) => reference.text));
      assert.ok(texts.has('mail.php'));
      assert.ok(texts.has('<form action="mail.php">'));
      assert.ok(texts.has('list.html'));
    });

    it('gives redirects', () => {
      assert.deepEqual(
        read(`header('Location: thanks.html'); header('Content-Type: text/html');`)
          .references.filter((r) => r.kind === 'redirect')
          .map((r) => r.text),
        ['thanks.html'],
      );
    });

    it('leaves ordinary words alone', () => assert.deepEqual(read(`echo 'Thank you.';`).references, []));
  });

  it('gives the HTML parts with their places', () => {
    assert.deepEqual(readPhp('<p>\n<?php if ($a) { ?>\n<b>\n<?php } ?><i>').html, [
      { text: '<p>\n', line: 1, column: 1 },
      { text: '<b>\n', line: 3, column: 1 },
      { text: '<i>', line: 4, column: 11 },
    ]);
  });

  describe('protections', () => {
    const checks: [code: string, kind: string][] = [
      [`if ($_POST['t'] !== $_SESSION['t']) exit;`, 'token'],
      [`if (!hash_equals($_SESSION['t'], $_POST['t'])) exit;`, 'token'],
      [`check_admin_referer('x');`, 'token'],
      [`if (!wp_verify_nonce($_POST['n'])) die;`, 'token'],
      [`if (!current_user_can('x')) die;`, 'login'],
      [`$r = file_get_contents('https://www.google.com/recaptcha/api/siteverify?x');`, 'captcha'],
      [`$t = $_POST['cf-turnstile-response'];`, 'captcha'],
      [`$t = $_POST['h-captcha-response'];`, 'captcha'],
      [`if (!empty($_POST['website'])) exit;`, 'honeypot'],
      [`if ($_POST['url'] !== '') { die(); }`, 'honeypot'],
      [`if (strpos($_SERVER['HTTP_REFERER'], 'example.jp') === false) exit;`, 'referrer'],
      [`if (time() - $_SESSION['last'] < 60) exit;`, 'rateLimit'],
    ];
    for (const [code, kind] of checks) {
      it(`sees ${kind} in ${code}`, () =>
        assert.ok(read(code).protections.some((protection) => protection.kind === kind)));
    }

    for (const code of [
      `if (empty($_POST['name'])) exit;`,
      `if ($_POST['mode'] === 'send') go();`,
      `echo $_SERVER['HTTP_REFERER'];`,
      `session_start(); $_SESSION['t'] = bin2hex(random_bytes(8));`,
    ]) {
      it(`sees none in ${code}`, () => assert.deepEqual(read(code).protections, []));
    }

    it('does not count a check that a switch turns off', () => {
      const check = `if ($check == 1) { if (strpos($_SERVER['HTTP_REFERER'], 'a') === false) exit; }`;
      assert.deepEqual(read(`$check = 0; ${check}`).protections, []);
      assert.equal(read(`$check = 1; ${check}`).protections[0]!.kind, 'referrer');
    });
  });

  it('reads the switches of the common Japanese form scripts', () => {
    assert.deepEqual(read(`$Referer_check = 0; $useToken = 1; $confirmDsp = 1; $remail = 0;`).mailFormSwitches, {
      referrerCheck: false,
      token: true,
      confirmation: true,
      autoReply: false,
    });
    assert.equal(read(`$remail = 1;`).mailFormSwitches, undefined);
  });

  it('lists declarations in lower case', () => {
    assert.deepEqual(
      read(
        'function Foo() {} class Bar {} interface Baz {} trait T {} enum E: string { case A = "a"; } if (1) { function G() {} }',
      ).declares.toSorted(),
      ['bar', 'baz', 'e', 'foo', 'g', 't'],
    );
  });

  it('knows whether a request runs anything', () => {
    const running: [code: string, runs: boolean][] = [
      ['class A {} function f() { echo 1; }', false],
      [`namespace A; use B\\C; const D = 1; define('E', 2);`, false],
      [`if (!function_exists('f')) { function f() {} }`, false],
      [`if (!defined('ABSPATH')) exit; echo 1;`, false],
      ['return [1];', false],
      ['echo 1;', true],
      ['f();', true],
      ['$a = $_GET["a"];', true],
    ];
    for (const [code, runs] of running) assert.equal(read(code).runsCode, runs, code);
    assert.equal(readPhp('<?php class A {} ?>\n').runsCode, false);
    assert.equal(readPhp('<p>').runsCode, true);
  });
});
