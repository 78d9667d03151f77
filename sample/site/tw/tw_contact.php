<?php
// 台湾のお客様向けお問い合わせ(控えを自動で返信)
mb_language('uni');
mb_internal_encoding('UTF-8');

// ---- 設定 ----
$to = 'info@example.jp';
$Email = 'email';       // 返信先が入る欄の名前
$Referer_check = 0;     // 1 にすると送信元のページを確かめる
$Referer_check_domain = 'example.jp';
$remail = 1;            // 1 にすると控えを自動で返信する
$subject = '台湾ページからのお問い合わせ';
$re_subject = '感謝您的來信';
$re_text = "我們已收到您的訊息,將盡快回覆。\n\n";
// ---- 設定ここまで ----

if ($Referer_check === 1 && strpos($_SERVER['HTTP_REFERER'] ?? '', $Referer_check_domain) === false) {
    exit('請從表單送出。');
}

$text = '';
foreach ($_POST as $field => $value) {
    $text .= '■' . $field . ': ' . $value . "\n";
}

if ($text !== '') {
    $visitor = $_POST[$Email] ?? '';
    mb_send_mail($to, $subject, $text, 'From: ' . $visitor);
    if ($remail === 1) {
        mb_send_mail($visitor, $re_subject, $re_text . $text, 'From: ' . $to);
    }
}
?>
<!DOCTYPE html>
<html lang="zh-TW">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>感謝您的來信-陶房つちのね</title>
<link rel="stylesheet" href="/css/style.css">
</head>
<body>
<header>
<a href="/tw/"><img src="/images/logo.svg" alt="陶房つちのね" width="160" height="40"></a>
<nav id="menu">
<a href="/tw/">首頁</a>
<a href="/tw/works.html">器皿</a>
<a href="/tw/workshop.html">陶藝體驗</a>
<a href="/tw/tw_contact.html">聯絡我們</a>
</nav>
</header>
<main>
<h1>感謝您的來信</h1>
<p>我們已收到您的訊息,將於三日內回覆。確認信已寄至您填寫的電子信箱。</p>
<p>營業時間為上午十時至下午五時,每週二公休。陶藝體驗請於一週前預約。</p>
<p>從車站搭公車約二十分鐘,請在窯跡前下車。</p>
<p><a href="/tw/">回到首頁</a></p>
</main>
<footer>&copy; 2016-2021 陶房つちのね</footer>
</body>
</html>
