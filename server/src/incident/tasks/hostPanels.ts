import type { HostId } from '../notice/hosts';
import type { Task } from '../notice/task';

/** Where a host has what a task needs. */
export interface HostPanel {
  /** Way through the host's own pages for customers, as it calls them; absent where only its manual is known. */
  readonly way?: string;
  /** Page of its manual. */
  readonly page?: string;
}

/** Ways and pages that manuals of the hosts, or mails of theirs, name. What none of them shows is not here. */
const PANELS: Partial<Readonly<Record<HostId, Partial<Readonly<Record<Task, HostPanel>>>>>> = {
  lolipop: {
    'keep-evidence': { way: 'ユーザー専用ページ →「サーバーの管理・設定」→「アクセスログ」' },
    'turn-on-waf': { way: 'ユーザー専用ページ →「WAF設定」', page: 'https://lolipop.jp/support/faq/cgi/000681/' },
  },
  heteml: {
    'turn-on-waf': {
      way: 'コントロールパネル →「WAF設定」→「ドメイン一覧」',
      page: 'https://support.heteml.jp/hc/ja/articles/360042135534',
    },
  },
  xserver: {
    'keep-evidence': { page: 'https://www.xserver.ne.jp/manual/man_server_log.php' },
    'delete-files': { way: 'サーバーパネル →「ドメイン設定」→「初期化」→「ウェブ領域・設定の初期化」' },
    'check-backups': {
      way: 'サーバーパネル →「バックアップ」',
      page: 'https://www.xserver.ne.jp/manual/man_server_download.php',
    },
    'restrict-abroad': {
      way: 'サーバーパネル →「WordPressセキュリティ設定」',
      page: 'https://www.xserver.ne.jp/manual/man_server_wpsecurity.php',
    },
    'turn-on-waf': {
      way: 'サーバーパネル →「WAF設定」',
      page: 'https://www.xserver.ne.jp/manual/man_server_waf.php',
    },
    'php-settings': {
      way: 'サーバーパネル →「php.ini設定」',
      page: 'https://www.xserver.ne.jp/manual/man_server_phpini_edit.php',
    },
  },
  sakura: {
    'delete-files': { page: 'https://help.sakura.ad.jp/rs/2237' },
    'restrict-abroad': {
      way: 'サーバコントロールパネル →「国外IPアドレスフィルタ」',
      page: 'https://help.sakura.ad.jp/hc/ja/articles/206054272',
    },
  },
  mixhost: {
    'delete-files': { page: 'https://help.mixhost.jp/hc/ja/articles/4824423862297' },
    reply: { page: 'https://help.mixhost.jp/hc/ja/articles/4824423862297' },
  },
  onamae: {
    'delete-files': { page: 'https://help.onamae.com/answer/13508' },
    'change-ftp-password': {
      way: 'コントロールパネル → アカウント名（右上）→「パスワードの変更」',
      page: 'https://onamae-server.com/guide/rs/p/97',
    },
  },
  kagoya: {
    'restrict-ftp': {
      way: 'コントロールパネル →「FTPアクセス」',
      page: 'https://support.kagoya.jp/kir/manual/ftp_sec/sub_ftp.html',
    },
  },
  cpanel: {
    'keep-evidence': { way: 'cPanel → Metrics → Raw Access' },
    'php-settings': {
      way: 'cPanel → Software → MultiPHP INI Editor',
      page: 'https://docs.cpanel.net/cpanel/software/multiphp-ini-editor-for-cpanel',
    },
  },
};

/** Where a host has what a task needs; `undefined` where nothing supports an answer. */
export function hostPanel(host: HostId | undefined, task: Task): HostPanel | undefined {
  return host && PANELS[host]?.[task];
}
