<?php
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
