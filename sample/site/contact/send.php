<?php
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
