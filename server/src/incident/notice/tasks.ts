import { witnessed, type Witnessed } from './phrases';
import type { NoticeText } from './noticeText';
import type { Task } from './task';

const REQUESTS: readonly Witnessed<Task>[] = [
  {
    id: 'scan-computer',
    phrases: [
      /(?:pc|パソコン|端末).{0,40}(?:ウイルス|ウィルス|セキュリティ|マルウェア).{0,6}(?:チェック|スキャン|検査)|(?:ウイルス|ウィルス)(?:チェック|スキャン).{0,20}(?:駆除|実施|行)/iu,
      /\b(?:scan|check) (?:all )?(?:your |the )?(?:own |local |home )?(?:computers?|pcs?|devices?)\b/i,
    ],
  },
  {
    id: 'delete-files',
    phrases: [
      /(?:ファイル|プログラム|コンテンツ).{0,20}(?:完全)?(?:に)?削除.{0,12}(?:して|ください|実施|願)/u,
      /\b(?:remove|delete|clean) (?:all |any |the |these |every )*(?:of the )?(?:listed |malicious |infected |suspicious |following )*(?:files?|scripts?|malware|content)\b/i,
    ],
  },
  {
    id: 'upload-clean-files',
    phrases: [
      /(?:クリーン|改ざんされていない|問題のない).{0,20}(?:アップロード|データ)/u,
      /\b(?:re-?upload|restore|re-?install)\b.{0,40}\b(?:clean|fresh|original)\b/i,
    ],
  },
  {
    id: 'check-backups',
    phrases: [
      /バックアップ.{0,60}(?:汚染|不正(?:な)?ファイル|確認)/u,
      /\bbackups?\b.{0,60}\b(?:infected|malware|clean|verify)\b/i,
    ],
  },
  {
    id: 'find-cause',
    phrases: [
      /原因.{0,12}(?:特定|明確|調査|究明|根絶)|脆弱性の(?:調査|有無)/u,
      /\b(?:find|identify|determine|investigate)\b.{0,30}\b(?:cause|vulnerabilit(?:y|ies)|how (?:they|the attacker))\b/i,
    ],
  },
  {
    id: 'update-programs',
    phrases: [
      /(?:最新(?:版|のバージョン|バージョン|のもの)|アップデート|バージョンアップ).{0,40}/u,
      /\b(?:update|upgrade)\b.{0,40}\b(?:wordpress|joomla|drupal|cms|plug-?ins?|themes?|scripts?|software|applications?)\b/i,
    ],
  },
  {
    id: 'change-cms-password',
    phrases: [
      /(?:wordpress|cms|管理(?:画面|者)?|プログラム).{0,30}パスワード.{0,20}(?:変更|再設定)/iu,
      /\bchange\b.{0,60}\b(?:admin(?:istrator)?|wordpress|cms|all)\b.{0,20}\bpasswords?\b/i,
    ],
  },
  {
    id: 'change-ftp-password',
    phrases: [
      /(?:ftp|webdav|ssh).{0,30}パスワード.{0,20}(?:変更|再設定)/iu,
      /\bchange\b.{0,60}\b(?:s?ftp|ssh|cpanel|all)\b.{0,40}\bpasswords?\b/i,
    ],
  },
  {
    id: 'change-mail-password',
    phrases: [
      /メール(?:アカウント|アドレス).{0,20}パスワード.{0,20}(?:変更|再設定)/u,
      /\bchange\b.{0,40}\be-?mail\b.{0,30}\bpasswords?\b/i,
      /\bchange\b.{0,20}\bpasswords? (?:of|for) .{0,30}\b(?:e-?mail|mail ?box)/i,
    ],
  },
  { id: 'restrict-ftp', phrases: [/ftp(?:アクセス)?.{0,6}(?:アクセス)?制限/iu, /\brestrict\b.{0,20}\bs?ftp\b/i] },
  {
    id: 'turn-on-waf',
    phrases: [
      /waf.{0,30}(?:有効にしたまま|有効にして|設定を?(?:推奨|お願い)|ご利用|をオン|を有効に(?!いた))/iu,
      /\b(?:enable|turn on|use)\b.{0,20}\b(?:waf|web application firewall|mod_?security)\b/i,
    ],
  },
  { id: 'php-settings', phrases: [/allow_url_(?:fopen|include)/i, /\bdisable_functions\b/i] },
  {
    id: 'folder-permissions',
    phrases: [
      /(?:ディレクトリ|フォルダ|ファイル).{0,10}パーミッション(?!.{0,8}000).{0,20}(?:変更|確認|見直|設定)/u,
      /\bpermissions?\b.{0,30}\b(?:755|644)\b/i,
    ],
  },
  {
    id: 'protect-forms',
    phrases: [/recaptcha|turnstile|hcaptcha/i, /自動返信.{0,20}(?:無効|停止|オフ)/u, /\bcaptcha\b/i],
  },
  {
    id: 'reply',
    phrases: [
      /(?:返信|ご連絡|ご返答|ご報告).{0,20}(?:ください|お願い|下さい)|要返信/u,
      /\b(?:reply|respond)\b.{0,30}\b(?:within|by|no later than|before)\b|\bsend (?:us )?(?:a |your )?(?:statement|reply|response|answer)\b/i,
      /\b(?:reply|respond|let us know|contact us|update the ticket)\b.{0,60}\b(?:once|when|after|complete|done|ticket|email|mail)\b/i,
    ],
  },
];

/** What the host asks for, what most lines speak of first. */
export function tasksOf(text: NoticeText): Task[] {
  return witnessed(REQUESTS, text);
}
