import type { HostMail } from './hostMail';

/** Mails of hosts in Japan. Layouts: public pages of those who got them, and the hosts' pages of help. */
export const JAPANESE_MAILS: readonly HostMail[] = [
  {
    name: 'ロリポップ!, too many mails in an hour',
    text: `件名: 【ロリポップ!】メール送信件数の上限を超過しております
送信日時: 2021年11月1日(月) 14:05

この度、アカウント【shop-example.main.jp】のWEBサーバーより、
【 3,000 】件のメールが送信されたことを確認いたしました。

1時間あたりのメール送信件数の上限(1時間あたり 10,000件のメールまで)を
超過しておりますので、WEBサーバーからのメール送信を制限しております。

▽禁止事項
https://lolipop.jp/order/kinshi/
※1時間経過すると送信制限は自動的に解除されます。

■メールの送信にお心当たりがない場合
 ̄ ̄ ̄ ̄ ̄ ̄ ̄ ̄ ̄ ̄ ̄
不正なファイルが第三者によって設置され、悪用されている可能性がございます。
フォームの自動返信を無効にするか、reCAPTCHAの導入をお願いいたします。

----------------------------------
ロリポップ!カスタマーサービス
〒150-8512 東京都渋谷区 0-1-2
TEL 03-0000-0000 (10:00-18:00)
導入実績 2,000,000 サイト・毎日 5,000通のお問い合わせ
----------------------------------
`,
    expected: {
      language: 'ja',
      host: 'lolipop',
      kinds: ['mail-sending', 'form-abuse'],
      identifiers: { account: 'shop-example.main.jp' },
      mails: 3000,
      moments: ['2021-11-01T14:05'],
      measures: ['mail-stopped'],
      tasks: ['protect-forms'],
      files: [],
    },
  },
  {
    name: 'ロリポップ!, a file that sent mails',
    text: `【ロリポップ！】メール大量配信を確認いたしました

契約中のサーバースペース【lolipop.jp-dp12345678】のファイル

■ /home/users/2/lolipop.jp-dp12345678/web/index.php

より、【 ３，０５３ 】通のメール送信を確認いたしました。
1日あたりのメール配信数を超過しております。
その為、現在ファイルのパーミッションを000へと変更しております。
`,
    expected: {
      language: 'ja',
      host: 'lolipop',
      kinds: ['mail-sending'],
      identifiers: { server: 'lolipop.jp-dp12345678' },
      mails: 3053,
      files: ['/home/users/2/lolipop.jp-dp12345678/web/index.php'],
      measures: ['files-locked'],
    },
  },
  {
    name: 'ロリポップ!, a list that lies on the server',
    text: `ロリポップ！をご利用いただきありがとうございます。
お客様のサーバー内に不審な記述を含んだファイルを確認いたしましたため、
該当ファイルのパーミッションを「000」に変更いたしました。
対象のファイルは、FTPスペースに以下のテキストファイルを作成し記載しております。

■ファイル名
20211101_lolipop.txt

下記の対策を令和3年11月8日までに行ってください。

1. ご利用のパソコンのウイルスチェック
2. FTP・WebDAVパスワードの変更
3. FTPアクセス制限の設定
4. WordPressなどのCMSの管理者パスワードの変更
5. CMS・プラグインを最新版へアップデート
6. WAFの設定を有効にしてください
7. ディレクトリのパーミッションの確認
`,
    expected: {
      language: 'ja',
      host: 'lolipop',
      kinds: ['malware'],
      lists: ['20211101_lolipop.txt'],
      measures: ['files-locked'],
      moments: ['2021-11-08'],
      deadline: { until: '2021-11-08' },
      tasks: [
        'scan-computer',
        'change-ftp-password',
        'restrict-ftp',
        'change-cms-password',
        'update-programs',
        'turn-on-waf',
        'folder-permissions',
      ],
    },
  },
  {
    name: 'エックスサーバー, pages stopped, forwarded',
    text: `> 件名: ■重要■お客様のサーバーアカウントにおける不正なアクセスの検知および制限の実施について (xsvc1234567)
> 日付: 2021/11/1 4:12
>
> XServerアカウントID　：　abc12345
> サーバーID　　　　　：　xs987654
> ドメイン名　　　　　：　shop.example / blog.example
>
> お客様のサーバーにおいて不正プロセスの稼働が発覚したため、
> WEBアクセスを制限いたしました。
> ▼稼働していた不正なプロセス
> /home/xs987654/shop.example/public_html/wp-content/plugins/
> akismet/l.php
> [検出期間] 2021年10月30日 午後11時30分 ～ 11月1日 午前3時
>
> 【お問い合わせ番号】1122334-5
> ※3日以内にご対応いただけない場合、アカウントを凍結いたします。
> 本メールに返信してください。
> 電話 06-0000-0000　https://www.xserver.ne.jp/
`,
    expected: {
      language: 'ja',
      host: 'xserver',
      kinds: ['intrusion'],
      identifiers: { account: 'abc12345', server: 'xs987654', inquiry: '1122334-5' },
      domains: ['shop.example', 'blog.example'],
      files: ['/home/xs987654/shop.example/public_html/wp-content/plugins/akismet/l.php'],
      moments: ['2021-11-01T04:12', '2021-10-30T23:30', '2021-11-01T03:00'],
      deadline: { hours: 72, until: '2021-11-04T04:12' },
      measures: ['pages-stopped'],
      tasks: ['reply'],
    },
  },
  {
    name: 'さくらインターネット, files locked',
    text: `さくらインターネットカスタマーセンターです。

【会員ID】abc12345
【サーバ名】www1234.sakura.ne.jp
【初期ドメイン】shop.sakura.ne.jp

お客様のウェブコンテンツに不正ファイルが設置されていることを確認いたしました。
確認できたファイルのパーミッションを "000" に設定し、アクセスができないようにしております。

/home/shop/www/wp-includes/css/x.php
/home/shop/www/.well-known/index.php

ほとんどの場合バックドアが設けられるため、一度すべてのウェブコンテンツを削除してください。
原因の特定と、FTPパスワードの変更をお願いいたします。
令和元年5月1日
`,
    expected: {
      language: 'ja',
      host: 'sakura',
      kinds: ['malware', 'intrusion'],
      identifiers: { account: 'abc12345', server: 'www1234.sakura.ne.jp' },
      files: ['/home/shop/www/wp-includes/css/x.php', '/home/shop/www/.well-known/index.php'],
      moments: ['2019-05-01'],
      measures: ['files-locked'],
      tasks: ['find-cause', 'change-ftp-password', 'delete-files'],
    },
  },
  {
    name: 'mixhost, an answer is asked for',
    text: `件名：【重要:要返信】不正なコンテンツの検出についての確認及びご対応のお願い [#123456]
mixhostサポートチームです。

チケットID: #123456
対象ドメイン: shop.example
アカウント名: shopuser

不正なコンテンツが検出されましたため、ウェブサイトの公開を停止いたしました。
/home/shopuser/public_html/wp-admin/css/colors/blue/b.php
(1) すべてのファイルをご確認のうえ、不正なファイルを削除してください。
(2) WordPress・プラグインを最新バージョンにアップデートしてください。
(3) 対応後、24時間以内に本メールへご返信ください。
ご返信がない場合はアカウントを初期化いたします。
`,
    expected: {
      language: 'ja',
      host: 'mixhost',
      kinds: ['malware'],
      identifiers: { account: 'shopuser', inquiry: '123456' },
      domains: ['shop.example'],
      files: ['/home/shopuser/public_html/wp-admin/css/colors/blue/b.php'],
      deadline: { hours: 24 },
      measures: ['pages-stopped'],
      tasks: ['delete-files', 'update-programs', 'reply'],
    },
  },
  {
    name: 'お名前.com',
    text: `お名前.com レンタルサーバー サポートセンター
お名前ID：12345678
ご契約ドメイン：shop.example
2021年11月1日～3日にかけて、貴サーバーより迷惑メールの送信が確認されました（約12,500通）。
メールアカウントのパスワードを変更してください。
サーバー内の不審なファイルを確認し、削除してください。
アプリケーションを最新版に更新してください。
`,
    expected: {
      language: 'ja',
      host: 'onamae',
      kinds: ['mail-sending'],
      identifiers: { account: '12345678' },
      domains: ['shop.example'],
      mails: 12_500,
      moments: ['2021-11-01', '2021-11-03'],
      tasks: ['change-mail-password', 'delete-files', 'update-programs'],
    },
  },
  {
    name: 'ConoHa WING',
    text: `ConoHaカスタマーサポートです。
アカウント：gncs12345678
サーバー名：wing-2021-11-01-09-00
対象：/home/c1234567/public_html/shop.example/wp-content/uploads/2021/11/a.php
マルウェアを検知したため、上記ファイルを隔離いたしました。
国外アクセス制限を有効にし、海外からのアクセスを遮断いたしました。
`,
    expected: {
      language: 'ja',
      host: 'conoha',
      kinds: ['malware'],
      identifiers: { account: 'gncs12345678', server: 'wing-2021-11-01-09-00' },
      files: ['/home/c1234567/public_html/shop.example/wp-content/uploads/2021/11/a.php'],
      measures: ['files-removed', 'access-from-abroad-stopped'],
    },
  },
  {
    name: 'CORESERVER, the load',
    text: `コアサーバー サポートです。https://www.coreserver.jp/
サーバー：v1.coreserver.jp
アカウント：shopuser
サーバーの負荷が高騰しており、他のお客様に影響が出ております。
/virtual/shopuser/public_html/shop.example/xmlrpc.php への総当たり攻撃を確認しました。
R3.11.1 09:30 頃
`,
    expected: {
      language: 'ja',
      host: 'coreserver',
      kinds: ['overload', 'intrusion'],
      identifiers: { account: 'shopuser', server: 'v1.coreserver.jp' },
      files: ['/virtual/shopuser/public_html/shop.example/xmlrpc.php'],
      moments: ['2021-11-01T09:30'],
    },
  },
];
