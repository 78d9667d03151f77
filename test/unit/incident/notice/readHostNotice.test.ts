import assert from 'node:assert/strict';
import type { HostNotice } from '../../../../server/src/incident/notice/hostNotice';
import { readHostNotice } from '../../../../server/src/incident/notice/readHostNotice';
import { endsSoon } from '../../../support/endsSoon';

const MAIL_LIMIT = `件名：【ロリポップ！】メールの送信を制限しました

アカウント【 lolipop.jp-dp12345678 】のウェブサーバーから、2021年11月1日（月）に
【 １０，０００ 】件のメールが送信されました。
上限を超過しているため、現在メール送信を制限しております。

■お問い合わせフォームが悪用された場合
　・ shop.example/tw/tw_contact.php
自動返信を無効にするか、reCAPTCHAの導入をご検討ください。
https://lolipop.jp/manual/user/mail.php
`;

const INTRUSION = `> エックスサーバー　サポートです。
> XServerアカウントID：abc12345
> サーバーID ：sv9876
> ドメイン名 ：shop.example
>
> サーバーに対する負荷が高い状況を確認しました。
> ▼不正なプロセス
> /home/sv9876/shop.example/public_html/l.php
> 下記の制限を実施しております。
> ・ドメイン【shop.example】において「WAF設定」の全機能を有効化
> ・ドメイン【shop.example】において「WordPressセキュリティ設定」を有効化
> ・不正なプログラムファイルのパーミッションを「000」へ変更
> 一覧は添付ファイル [ sv9876.txt ] にて提示します。
> 不正アクセスの原因を特定してください。
> [1] ご利用のPCにてウイルスチェックを行ってください。
> [2] 検出されたファイルをすべて完全に削除してください。
> [3] 改ざんされていないデータをアップロードしてください。
> [4] WordPressやプラグインは最新バージョンをご利用ください。
> [5] WordPressの管理パスワードの変更をお願いします。
> 「allow_url_fopen」を無効にしてください。
> バックアップに不正なファイルが含まれていないか、ご確認ください。
> お問い合わせ番号：1234567 を記載して返信してください。
> https://www.xserver.ne.jp/manual/man_server_waf.php
`;

const CPANEL = `Subject: [Ticket#20211101-77] Malware found in your account
Date: Mon, 01 Nov 2021 10:56:55 +0900

Hello,
Our scanner (Imunify) found malicious files in your account.
Username: shopuser
Domain: shop.example
  /home/shopuser/public_html/wp-content/uploads/a.php
  wp-includes/css/b.php
  hxxps://shop[.]example/wp-admin/css/login/
The files were quarantined and your account has been suspended. In one hour it sent 3,053 emails.
Please scan your computers, delete the infected files, update WordPress, all plugins and themes,
change all cPanel and admin passwords, identify the cause, and reply to this ticket once done.
The full list is attached: scan-report.txt
`;

describe('The mail of a host', () => {
  it('is read when mails were sent from a server', () => {
    assert.deepEqual(readHostNotice(MAIL_LIMIT), {
      language: 'ja',
      host: { id: 'lolipop', name: 'ロリポップ!' },
      kinds: ['mail-sending', 'form-abuse'],
      identifiers: { account: 'lolipop.jp-dp12345678' },
      domains: [],
      mails: 10_000,
      moments: ['2021-11-01'],
      files: [{ path: '/tw/tw_contact.php', domain: 'shop.example' }],
      lists: [],
      measures: ['mail-stopped'],
      tasks: ['protect-forms'],
    } satisfies HostNotice);
  });

  it('is read when strangers got in, also as a quotation', () => {
    const { measures, tasks, kinds, ...rest } = readHostNotice(INTRUSION);
    assert.deepEqual(rest, {
      language: 'ja',
      host: { id: 'xserver', name: 'エックスサーバー' },
      identifiers: { account: 'abc12345', server: 'sv9876', inquiry: '1234567' },
      domains: ['shop.example'],
      mails: undefined,
      moments: [],
      files: [{ path: '/home/sv9876/shop.example/public_html/l.php' }],
      lists: ['sv9876.txt'],
    });
    assert.deepEqual(new Set(measures), new Set(['waf-on', 'wordpress-security-on', 'files-locked']));
    assert.deepEqual(kinds.toSorted(), ['intrusion', 'malware', 'overload']);
    assert.deepEqual(
      new Set(tasks),
      new Set([
        'find-cause',
        'scan-computer',
        'delete-files',
        'upload-clean-files',
        'update-programs',
        'change-cms-password',
        'php-settings',
        'check-backups',
        'reply',
      ]),
    );
  });

  it('is read in English', () => {
    const notice = readHostNotice(CPANEL);
    assert.equal(notice.language, 'en');
    assert.equal(notice.host?.id, 'cpanel');
    assert.deepEqual(notice.identifiers, { inquiry: '20211101-77', account: 'shopuser' });
    assert.deepEqual(notice.domains, ['shop.example']);
    assert.equal(notice.mails, 3053);
    assert.deepEqual(notice.moments, ['2021-11-01T10:56:55+09:00']);
    assert.deepEqual(notice.files, [
      { path: '/home/shopuser/public_html/wp-content/uploads/a.php' },
      { path: '/wp-includes/css/b.php' },
      { path: '/wp-admin/css/login/', domain: 'shop.example' },
    ]);
    assert.deepEqual(notice.lists, ['scan-report.txt']);
    assert.deepEqual(new Set(notice.measures), new Set(['files-removed', 'account-suspended']));
    for (const task of [
      'scan-computer',
      'delete-files',
      'update-programs',
      'change-ftp-password',
      'find-cause',
      'reply',
    ]) {
      assert.ok(notice.tasks.includes(task as (typeof notice.tasks)[number]), task);
    }
  });

  it('leaves out what was blotted out before it was handed on, but for the way of a file within the site', () => {
    const notice = readHostNotice(
      'アカウント【****.***.**】\nサーバーID：〇〇〇〇\nドメイン名：〇〇〇〇.com\n・****.**.**/tw/tw_contact.php\n/home/〇〇〇〇/〇〇〇〇.com/public_html/l.php',
    );
    assert.deepEqual(notice.identifiers, {});
    assert.deepEqual(notice.domains, []);
    assert.deepEqual(
      notice.files.map(({ path }) => path),
      ['/tw/tw_contact.php', '/home/〇〇〇〇/〇〇〇〇.com/public_html/l.php'],
    );
  });

  it('takes no page of help for a bad file', () => {
    const { files } = readHostNotice(
      'ドメイン名：shop.example\nhttps://www.xserver.ne.jp/manual/a.php\nhttps://help.example/b.php',
    );
    assert.deepEqual(files, []);
  });

  it('finds nothing in what is no notice', () => {
    const { kinds, files, mails, tasks, measures } = readHostNotice('今日はいい天気です。\nSee you at 10.');
    assert.deepEqual(
      { kinds, files, mails, tasks, measures },
      { kinds: [], files: [], mails: undefined, tasks: [], measures: [] },
    );
  });

  it('passes over days that there are not', () => {
    assert.deepEqual(readHostNotice('2021/13/45 2021-02-30 2021/2/3 9:05').moments, ['2021-02-03T09:05']);
  });

  it('is read in linear time, whatever it says', async () => {
    for (const piece of [
      '1 ',
      '【',
      '/home/',
      'a.',
      'パスワード',
      'メール送信',
      'Ticket #',
      '2021-',
      'a/',
      '・',
      'サーバーID：【',
      '\n',
    ]) {
      await endsSoon(() => readHostNotice(piece.repeat(1_000_000 / piece.length)), piece);
    }
  });
});
