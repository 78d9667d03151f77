/**
 * The contact form that works: a page that hands out a token, and a mailer that sends nothing without it, to one fixed
 * recipient, with no line break from outside in a header.
 */
export const CONTACT_FORM: Readonly<Record<string, string>> = {
  'contact/index.php': `<?php
session_start();
if (empty($_SESSION['contact_token'])) {
    $_SESSION['contact_token'] = bin2hex(random_bytes(16));
}
$english = ($_GET['lang'] ?? '') === 'en';
?>
<!DOCTYPE html>
<html lang="<?= $english ? 'en' : 'ja' ?>">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><?= $english ? 'Contact' : 'お問い合わせ' ?>|陶房つちのね</title>
<link rel="stylesheet" href="/css/style.css">
</head>
<body>
<main>
<h1><?= $english ? 'Contact' : 'お問い合わせ' ?></h1>
<form action="send.php" method="post">
<input type="hidden" name="token" value="<?= htmlspecialchars($_SESSION['contact_token']) ?>">
<p><label><?= $english ? 'Name' : 'お名前' ?> <input name="name" required></label></p>
<p><label><?= $english ? 'E-mail' : 'メールアドレス' ?> <input type="email" name="email" required></label></p>
<p><label><?= $english ? 'Message' : 'ご用件' ?> <textarea name="message" rows="6" required></textarea></label></p>
<p><button><?= $english ? 'Send' : '送信する' ?></button></p>
</form>
<p><a href="<?= $english ? '/en/' : '/' ?>"><?= $english ? 'Home' : 'ホームへ' ?></a></p>
</main>
</body>
</html>
`,
  'contact/send.php': String.raw`<?php
session_start();
mb_language('uni');
mb_internal_encoding('UTF-8');

$expected = $_SESSION['contact_token'] ?? '';
if ($expected === '' || !hash_equals($expected, (string) ($_POST['token'] ?? ''))) {
    http_response_code(403);
    exit('フォームをもう一度開いてお送りください。');
}
unset($_SESSION['contact_token']);

$name = str_replace(["\r", "\n"], ' ', (string) ($_POST['name'] ?? ''));
$email = filter_var($_POST['email'] ?? '', FILTER_VALIDATE_EMAIL);
$message = (string) ($_POST['message'] ?? '');
if ($email === false || $message === '') {
    http_response_code(400);
    exit('メールアドレスとご用件をご記入ください。');
}

mb_send_mail(
    'info@example.jp',
    '【陶房つちのね】お問い合わせ',
    "お名前: $name\nメールアドレス: $email\n\n$message\n",
    ['From' => 'form@example.jp', 'Reply-To' => $email]
);
header('Location: thanks.html');
`,
};
