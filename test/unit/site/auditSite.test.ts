import assert from 'node:assert/strict';
import { auditSite, type SiteAudit } from '../../../server/src/site/auditSite';
import { plantedMailers } from '../../support/mailers';
import { SeededRandom } from '../../support/random';
import { type Content, memoryDisk } from './memoryDisk';

type Files = Record<string, Content>;

const audit = (files: Files): Promise<SiteAudit> => auditSite(memoryDisk(files), '/site');

/** What an audit found, as `rule severity file`. */
async function found(files: Files): Promise<string[]> {
  const { findings } = await audit(files);
  return findings.map(({ rule, severity, places }) => `${rule} ${severity} ${places[0]?.file}`).toSorted();
}

const page = (body: string): string => `<!DOCTYPE html><html><body>${body}</body></html>`;

/** A form script in one file, as it stands on many Japanese sites: mail to the owner, and a copy to the sender. */
const formScript = `<?php
$to = 'owner@example.jp'; $Email = 'Email'; $Referer_check = 0; $useToken = 0; $confirmDsp = 1; $remail = 1;
$body = ''; foreach ($_POST as $key => $value) { $body .= $key . $value; }
if ($_POST['mail_set'] == 'confirm_submit') {
  mail($to, 'contact', $body);
  if ($remail == 1) mail($_POST[$Email], 'thank you', $body);
}
?><form action="<?php echo $_SERVER['SCRIPT_NAME']; ?>" method="post"><input type="hidden" name="mail_set" value="confirm_submit"></form>`;

const plainMailer = "<?php mb_send_mail('owner@example.jp', 'contact', $_POST['body']);";
const tokenMailer = `<?php session_start();
if (!hash_equals($_SESSION['token'], $_POST['token'])) { exit; }
mb_send_mail('owner@example.jp', 'contact', $_POST['body']);`;

/** Each kind of form site: its files, the finding on its mailer, and what leads to it, which a test takes away. */
const formSites: Record<string, { files: Files; mailer: string; finding: string; without: Files }> = {
  'a form script of the PHP工房 kind': {
    files: { 'index.html': page('<form action="mail.php" method="post">'), 'mail.php': formScript },
    mailer: 'mail.php',
    finding: 'unprotected-mailer warning mail.php',
    without: { 'index.html': page('closed') },
  },
  'a form on a page in Shift_JIS': {
    files: {
      // "お問い合わせ" and a character whose second byte is a backslash.
      'index.html': Buffer.concat([
        Buffer.from('<html><body>'),
        Buffer.from([0x82, 0xa8, 0x96, 0xe2, 0x82, 0xa2, 0x8d, 0x87, 0x82, 0xed, 0x82, 0xb9, 0x95, 0x5c]),
        Buffer.from('<form action="mail.php">'),
      ]),
      'mail.php': plainMailer,
    },
    mailer: 'mail.php',
    finding: 'unprotected-mailer information mail.php',
    without: { 'index.html': page('closed') },
  },
  'a program whose library sends, as TransmitMail': {
    files: {
      'index.html': page('<a href="contact/">contact</a>'),
      'contact/index.php': "<?php require_once 'lib/TransmitMail.php'; $form = new TransmitMail(); $form->run();",
      'contact/lib/TransmitMail.php':
        "<?php require_once dirname(__FILE__) . '/qdmail.php'; class TransmitMail { function run() { qd_send_mail('text', 'a@example.jp', 's', $_POST['b']); } }",
      'contact/lib/qdmail.php': '<?php function qd_send_mail($type, $to, $s, $b) { return mail($to, $s, $b); }',
    },
    mailer: 'contact/index.php',
    finding: 'unprotected-mailer information contact/index.php',
    without: { 'index.html': page('closed') },
  },
  'a form that a script sends': {
    files: {
      'index.html': page('<script src="js/form.js"></script>'),
      'js/form.js': "fetch(`php/send.php`, { method: 'POST', body })",
      'php/send.php': plainMailer,
    },
    mailer: 'php/send.php',
    finding: 'unprotected-mailer information php/send.php',
    without: { 'js/form.js': 'void 0' },
  },
  'a form that jQuery sends to an address without extension': {
    files: {
      'index.html': page("<script>$.ajax({ type: 'POST', url: '/api/contact', data: {} })</script>"),
      'api/contact.php': plainMailer,
    },
    mailer: 'api/contact.php',
    finding: 'unprotected-mailer information api/contact.php',
    without: { 'index.html': page('closed') },
  },
  'a program that uses PHPMailer': {
    files: {
      'index.html': page('<form action="./contact/send.php">'),
      'contact/send.php':
        "<?php require '../lib/PHPMailer.php'; $mail = new PHPMailer(); $mail->addAddress('owner@example.jp'); $mail->Body = $_POST['b']; $mail->send();",
      'lib/PHPMailer.php':
        '<?php class PHPMailer { function addAddress($a) {} function send() { return mail($this->to, $this->s, $this->Body); } }',
    },
    mailer: 'contact/send.php',
    finding: 'unprotected-mailer information contact/send.php',
    without: { 'index.html': page('closed') },
  },
  'a CGI program in Perl': {
    files: {
      'index.html': page('<form action="/cgi-bin/mail.cgi">'),
      'cgi-bin/mail.cgi': '#!/usr/bin/perl\nopen(MAIL, "|/usr/sbin/sendmail -t");\n',
    },
    mailer: 'cgi-bin/mail.cgi',
    finding: 'unprotected-mailer information cgi-bin/mail.cgi',
    without: { 'index.html': page('closed') },
  },
  'an address that the server rewrites': {
    files: {
      'index.html': page(''),
      '.htaccess': 'RewriteRule ^contact$ form/post.php [L]',
      'form/post.php': plainMailer,
    },
    mailer: 'form/post.php',
    finding: 'unprotected-mailer information form/post.php',
    without: { '.htaccess': '# nothing' },
  },
  'an older form script whose name stands in a variable': {
    files: {
      'index.php': `<?php $file_name = "mail.php"; ?><html><body><form action="<?php echo $file_name; ?>" method="post">`,
      'mail.php': formScript.replace('$useToken = 0; ', ''),
    },
    mailer: 'mail.php',
    finding: 'unprotected-mailer warning mail.php',
    without: { 'index.php': '<?php ?><html><body>closed' },
  },
  'a form within a frame': {
    files: {
      'index.html': page('<iframe src="form/"></iframe>'),
      'form/index.php': `<?php echo '<form action="send.php" method="post">'; ?>`,
      'form/send.php': plainMailer,
    },
    mailer: 'form/send.php',
    finding: 'unprotected-mailer information form/send.php',
    without: { 'index.html': page('closed'), 'form/index.php': '<?php echo 1;' },
  },
  'a form with a page of confirmation': {
    files: {
      'contact.html': page('<form action="confirm.php" method="post">'),
      'confirm.php': `<?php echo htmlspecialchars($_POST['body']); ?><form action="thanks.php" method="post">`,
      'thanks.php': plainMailer,
    },
    mailer: 'thanks.php',
    finding: 'unprotected-mailer information thanks.php',
    without: { 'contact.html': page('closed') },
  },
  'a form whose address PHP completes': {
    files: {
      'index.php': `<?php $base = getenv('BASE'); ?><form action="<?= $base ?>/contact/send.php" method="post">`,
      'contact/send.php': plainMailer,
    },
    mailer: 'contact/send.php',
    finding: 'unprotected-mailer information contact/send.php',
    without: { 'index.php': '<?php echo 1;' },
  },
  'a form that answers with its own script, as Responsive Mailform': {
    files: {
      'index.html': page(
        '<form id="mail_form" action="mailform/php/mailform.php" method="post"></form><script src="mailform/js/mailform-js.js"></script>',
      ),
      'mailform/js/mailform-js.js': "var xhr = new XMLHttpRequest(); xhr.open('POST', form.getAttribute('action'));",
      'mailform/php/mailform.php': plainMailer,
    },
    mailer: 'mailform/php/mailform.php',
    finding: 'unprotected-mailer information mailform/php/mailform.php',
    without: { 'index.html': page('closed') },
  },
  'a program that a timed command fetches': {
    files: {
      'index.html': page(''),
      'crontab.txt': '0 6 * * * curl -s https://a.example/cron/report.php >/dev/null',
      'cron/report.php': plainMailer,
    },
    mailer: 'cron/report.php',
    finding: 'unprotected-mailer information cron/report.php',
    without: { 'crontab.txt': '# nothing' },
  },
  'a plugin whose header follows the opening tag': {
    files: {
      'index.php': '<?php require __DIR__ . "/wp-blog-header.php";',
      'wp-content/plugins/a/a.php':
        "<?php /* Plugin Name: A */ add_shortcode('a', function () { return '<form action=\"' . plugins_url('send.php', __FILE__) . '\">'; });",
      'wp-content/plugins/a/send.php': plainMailer,
    },
    mailer: 'wp-content/plugins/a/send.php',
    finding: 'unprotected-mailer information wp-content/plugins/a/send.php',
    without: { 'wp-content/plugins/a/a.php': '<?php /* Plugin Name: A */ ' },
  },
  'an address in the sitemap': {
    files: {
      'index.html': page(''),
      'sitemap.xml': '<urlset><url><loc>https://a.example/post.php</loc></url></urlset>',
      'post.php': plainMailer,
    },
    mailer: 'post.php',
    finding: 'unprotected-mailer information post.php',
    without: { 'sitemap.xml': '<urlset></urlset>' },
  },
};

describe('an audit of a mail form', () => {
  for (const [name, { files, mailer, finding, without }] of Object.entries(formSites)) {
    it(`gives advice on ${name}`, async () => assert.deepEqual(await found(files), [finding]));

    it(`calls ${name} orphaned when nothing leads to it any more`, async () => {
      assert.deepEqual(await found({ ...files, ...without }), [`orphaned-mailer warning ${mailer}`]);
    });
  }

  it('finds mailers of all kinds wherever they were dropped, and blames no other', async () => {
    const folders = [
      '',
      'wp-admin',
      'wp-content/plugins/shop',
      'wp-content/themes/a',
      'wp-content/uploads/2021/01',
      'css',
    ];
    const ordinary: Files = { 'index.php': "<?php require 'wp-blog-header.php';", 'wp-blog-header.php': '<?php' };
    for (const folder of folders.slice(1)) ordinary[`${folder}/page.html`] = page('');
    const planted = plantedMailers(new SeededRandom(3), folders, 40);
    const files = { ...ordinary, ...Object.fromEntries(planted.map(({ path, code }) => [path, code])) };
    const urgent = (await found(files)).filter((finding) => / (?:error|warning) /.test(finding));
    const accused = new Set(urgent.map((finding) => finding.split(' ').at(-1)));
    assert.deepEqual(accused, new Set(planted.map(({ path }) => path)));
  });

  it('names the protections that the script has and that are off', async () => {
    const { findings } = await audit(formSites['a form script of the PHP工房 kind']?.files ?? {});
    assert.match(findings[0]?.detail ?? '', /\$useToken.*\$Referer_check/);
    assert.match(findings[0]?.advice ?? '', /reCAPTCHA/);
    assert.doesNotMatch(JSON.stringify(findings), /malware|malicious/i);
  });

  it('finds nothing wrong with a form that checks a token', async () => {
    assert.deepEqual(await found({ 'index.html': page('<form action="mail.php">'), 'mail.php': tokenMailer }), []);
  });

  it('finds nothing wrong with a form behind a password', async () => {
    const files = {
      'index.html': page('<a href="admin/mail.php">'),
      'admin/mail.php': plainMailer,
      'admin/.htaccess': 'AuthType Basic\nRequire valid-user',
    };
    assert.deepEqual(await found(files), []);
  });

  it('says nothing about a mailer that the server lets nobody call', async () => {
    assert.deepEqual(
      await found({ 'index.html': page(''), 'lib/mail.php': plainMailer, 'lib/.htaccess': 'Deny from all' }),
      [],
    );
  });

  it('does not take a post to itself for a way in', async () => {
    const selfPost = `${plainMailer} ?><form action="mail.php" method="post"><form action="">`;
    assert.deepEqual(await found({ 'index.html': page(''), 'mail.php': selfPost }), [
      'orphaned-mailer warning mail.php',
    ]);
  });

  it('does not take two files that only lead to each other for reached', async () => {
    const files = {
      'index.html': page(''),
      'a/one.php': "<?php include 'two.php'; mail($_POST['t'], $_POST['s'], $_POST['b']);",
      'a/two.php': "<?php header('Location: one.php'); mail($_POST['t'], $_POST['s'], $_POST['b']);",
    };
    assert.deepEqual(
      (await found(files)).filter((finding) => finding.startsWith('orphaned')).map((finding) => finding.split(' ')[2]),
      ['a/one.php', 'a/two.php'],
    );
  });

  it('knows that a WordPress theme takes in its parts without their ending', async () => {
    const part = 'wp-content/themes/a/parts/form-short.php';
    const orphansWith = async (theme: string): Promise<string[]> => {
      const files = { 'index.html': page(''), 'wp-content/themes/a/index.php': theme, [part]: plainMailer };
      return (await found(files)).filter((finding) => finding.startsWith('orphaned'));
    };
    assert.deepEqual(await orphansWith("<?php get_header(); get_template_part('parts/form', 'short');"), []);
    assert.deepEqual(await orphansWith('<?php get_header();'), [`orphaned-mailer warning ${part}`]);
  });

  it('never calls a file that only declares a class orphaned', async () => {
    const mailer = '<?php class Mailer { function send($to) { return mail($to, "s", "b"); } }';
    assert.deepEqual(await found({ 'index.html': page(''), 'lib/Mailer.php': mailer }), []);
  });

  it('follows forms in included parts from the page that includes them', async () => {
    const files = {
      'index.php': "<?php include 'parts/form.php';",
      'parts/form.php': '<form action="mail.php" method="post">',
      'mail.php': tokenMailer,
    };
    assert.deepEqual(await found(files), []);
  });

  it('does not blame every page for the functions of a library that all include', async () => {
    const files: Files = { 'functions.php': '<?php function notify($b) { mail("owner@example.jp", "s", $b); }' };
    for (const name of ['index', 'about', 'shop', 'news']) {
      files[`${name}.php`] =
        `<?php include 'functions.php'; ?><a href="index.php"><a href="about.php"><a href="shop.php"><a href="news.php">`;
    }
    assert.deepEqual(await found(files), []);
  });

  it('keeps the domains of one account apart', async () => {
    const files = {
      'one.example/public_html/index.html': page('<form action="/mail.php">'),
      'one.example/public_html/mail.php': tokenMailer,
      'two.example/public_html/index.html': page(''),
      'two.example/public_html/mail.php': plainMailer,
    };
    assert.deepEqual(await found(files), ['orphaned-mailer warning two.example/public_html/mail.php']);
  });

  it('raises an orphaned mailer that sends to a list given by the visitor', async () => {
    const mailer = `<?php foreach (explode("\\n", $_POST['list']) as $to) { mail($to, $_POST['subject'], $_POST['body']); }`;
    assert.ok(
      (await found({ 'index.html': page(''), 'tmp2/x.php': mailer })).includes('orphaned-mailer error tmp2/x.php'),
    );
  });

  it('plays down the examples of a library', async () => {
    const files = {
      'index.html': page(''),
      'mailer/examples/send.php': "<?php require '../src/Mailer.php'; mail('a@example.jp', 's', 'b');",
      'mailer/src/Mailer.php': '<?php class Mailer {}',
    };
    assert.deepEqual(await found(files), ['orphaned-mailer information mailer/examples/send.php']);
  });

  it('says that the copy may be incomplete when there is no start page', async () => {
    const { findings } = await audit({ 'mail.php': plainMailer });
    assert.match(findings[0]?.detail ?? '', /no start page/);
  });
});

describe('an audit of a site', () => {
  const run = ['<?php ev', "al($_POST['x']);"].join('');

  it('finds code that runs what a visitor sends, with its place', async () => {
    const { findings } = await audit({ 'index.html': page(''), 'l.php': `<?php\n${run.slice(6)}` });
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['suspicious-code', 'error']],
    );
    assert.deepEqual([findings[0]?.places[0]?.file, findings[0]?.places[0]?.line], ['l.php', 2]);
  });

  it('tells which way what a visitor sends took', async () => {
    const code = `<?php\n$x = $_POST['x'];\n${['ev', 'al'].join('')}($x);`;
    const { findings } = await audit({ 'index.html': page(''), 'l.php': code });
    const places = findings[0]?.places.map(({ line, note }) => [line, note]);
    assert.deepEqual(places?.[1], [2, "It came by here: $x = $_POST['x']"]);
    assert.equal(places?.[0]?.[0], 3);
  });

  it('tells what hidden code says', async () => {
    const hidden = Buffer.from('echo 1;').toString('base64');
    const { findings } = await audit({ 'l.php': `<?php ${['ev', 'al'].join('')}(base64_decode('${hidden}'));` });
    assert.deepEqual(findings[0]?.decoded, { text: 'echo 1;', truncated: false });
  });

  it('finds PHP in a picture, behind its first bytes or at its end', async () => {
    const png = '\u0089PNG\r\n\u001a\n';
    const files = {
      'images/a.png': `${png}<?php echo 1;`,
      'images/b.jpg': `ÿØÿ${'x'.repeat(50_000)}<?php echo 1;`,
      'images/c.gif': `GIF89a${'x'.repeat(50_000)}`,
      'images/xmp.jpg': '<?xpacket begin="" id="x"?><?= 3',
    };
    assert.deepEqual(await found(files), ['disguised-php error images/a.png', 'disguised-php error images/b.jpg']);
  });

  it('finds programs named like pictures, and programs kept as text', async () => {
    const files = {
      'photo.jpg.php': '<?php echo 1;',
      'note.txt': '<?php echo 1;',
      'manual.txt': 'Write:\n<?php echo 1;',
    };
    assert.deepEqual(await found(files), ['disguised-php information note.txt', 'disguised-php warning photo.jpg.php']);
  });

  it('finds programs in upload folders, but not the guards that keep them from being listed', async () => {
    const files = {
      'wp-content/uploads/2021/x.php': '<?php echo 1;',
      'wp-content/uploads/index.php': '<?php // Silence is golden.',
      'uploads/index.php': "<?php header('Location: ../'); exit;",
      'images/a.png': 'x',
      'src/cache/A.php': '<?php class A {}',
    };
    assert.deepEqual(await found(files), ['php-in-upload-folder warning wp-content/uploads/2021/x.php']);
  });

  it('leaves programs in picture folders alone when pages lead to them', async () => {
    const files = {
      'index.html': page('<img src="images/captcha.php">'),
      'images/captcha.php': '<?php echo rand();',
      'images/a.png': 'x',
    };
    assert.deepEqual(await found(files), []);
  });

  it('finds files that the host locked, readable or not', async () => {
    const files = {
      'a.php': { content: '<?php', permissions: 0, unreadable: 'EACCES' },
      'b.php': { content: '<?php', permissions: 0 },
    };
    assert.deepEqual(await found(files), ['no-permission-file error a.php', 'no-permission-file error b.php']);
  });

  it('goes on when files can not be read, and says which and why', async () => {
    const { findings, problems, files } = await audit({
      'gone.php': { content: 'x', unreadable: 'ENOENT' },
      'locked.html': { content: 'x', unreadable: 'EACCES' },
      'odd\uFFFDname.php': { content: 'x', unreadable: 'ENOENT' },
      'l.php': run,
    });
    assert.equal(files, 4);
    assert.equal(findings.length, 1);
    assert.deepEqual(
      problems.map(({ file, kind }) => [file, kind]),
      [
        ['gone.php', 'gone'],
        ['locked.html', 'unreadable'],
        ['odd\uFFFDname.php', 'unreadable'],
      ],
    );
  });

  it('keeps a hostile name as it is', async () => {
    const name = '<img src=x onerror=alert(1)>\n[x](command:y)\u001b[2J.php';
    const { findings, paths } = await audit({ [name]: run });
    assert.equal(findings[0]?.places[0]?.file, name);
    assert.deepEqual(paths, [name]);
  });

  it('audits a single file', async () => {
    const { findings, files } = await auditSite(memoryDisk({ 'tw/l.php': run }), '/site/tw/l.php');
    assert.equal(files, 1);
    assert.equal(findings[0]?.places[0]?.file, 'l.php');
  });

  it('obeys the settings', async () => {
    const disk = memoryDisk({ 'l.php': run });
    assert.deepEqual((await auditSite(disk, '/site', { 'suspicious-code': { severity: 'off' } })).findings, []);
  });

  it('gives plain data that can cross to another thread', async () => {
    const result = await audit({ 'l.php': run, 'a.html': page('') });
    assert.deepEqual(structuredClone(result), result);
  });

  it('is empty-handed, not lost, in an empty folder and with empty files', async () => {
    const { findings, files, bytes } = await audit({ 'a.php': '', 'b.html': '', '.htaccess': '' });
    assert.deepEqual([findings, files, bytes], [[], 3, 0]);
    assert.equal((await audit({})).files, 0);
  });

  it('reads 100,000 files once each, never more than sixteen at a time, and tells how far it is', async () => {
    const files: Files = { 'l.php': run };
    for (let index = 0; index < 100_000; index++) {
      files[`d${index % 1000}/f${index}.${index % 50 === 0 ? 'html' : 'jpg'}`] = 'x';
    }
    const disk = memoryDisk(files);
    const progress: number[] = [];
    const result = await auditSite(
      disk,
      '/site',
      {},
      { onProgress: ({ phase, files: n }) => phase === 'read' && progress.push(n) },
    );
    assert.equal(result.files, 100_001);
    assert.equal(result.findings.length, 1);
    assert.deepEqual([...new Set(disk.reads.values())], [1]);
    assert.equal(disk.reads.size, 100_001);
    assert.ok(disk.mostAtOnce <= 16, `${disk.mostAtOnce} at once`);
    assert.equal(progress.at(-1), 100_001);
  });

  it('looks only at both ends of a large file that is neither page nor program', async () => {
    const disk = memoryDisk({ 'film.mp4': 'x'.repeat(100_000) });
    const lengths: number[] = [];
    const read = disk.read.bind(disk);
    const readRange = disk.readRange.bind(disk);
    disk.read = async (path, maximum) => {
      const bytes = await read(path, maximum);
      lengths.push(bytes.length);
      return bytes;
    };
    disk.readRange = async (path, start, end) => {
      const bytes = await readRange(path, start, end);
      lengths.push(bytes.length);
      return bytes;
    };
    await auditSite(disk, '/site');
    assert.deepEqual(lengths, [4096, 4096]);
  });

  it('stops while reading when it is told to', async () => {
    const controller = new AbortController();
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${index}.html`, 'x']));
    const disk = memoryDisk(files);
    const onProgress = ({ phase }: { phase: string }): void => {
      if (phase === 'read') controller.abort(new Error('enough'));
    };
    await assert.rejects(auditSite(disk, '/site', {}, { signal: controller.signal, onProgress }), /enough/);
    assert.ok(disk.reads.size < 300);
  });
});
