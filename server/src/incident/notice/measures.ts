import { witnessed, type Witnessed } from './phrases';
import type { NoticeText } from './noticeText';

/** What hosts do at once. */
export type Measure =
  | 'mail-stopped'
  | 'pages-stopped'
  | 'account-suspended'
  | 'files-locked'
  | 'files-removed'
  | 'waf-on'
  | 'wordpress-security-on'
  | 'access-from-abroad-stopped';

const MEASURES: readonly Witnessed<Measure>[] = [
  {
    id: 'mail-stopped',
    phrases: [
      /メール(?:の)?送信(?:を|は|機能).{0,20}(?:制限|停止)(?:して|いた|し|中)/u,
      /\b(?:outgoing|outbound|sending of)? ?(?:e-?mails?|mail)(?: sending| service)? (?:has|have|is|was|were)(?: been)?(?: temporarily)? (?:disabled|suspended|blocked|restricted|limited)/i,
      /\b(?:disabled|blocked|suspended|limited) (?:all )?(?:outgoing|outbound|outgoing e-?)? ?(?:e-?mails?|mail)\b/i,
      /\b(?:outgoing|outbound) (?:e-?)?mails?\b.{0,40}\b(?:was|were|has been|have been)(?: temporarily)? (?:disabled|suspended|blocked|limited)/i,
      /\be-?mail sending\b.{0,20}\b(?:has been|was) (?:disabled|blocked)/i,
    ],
  },
  {
    id: 'pages-stopped',
    phrases: [
      /(?:web|ウェブ|サイト|ホームページ|http).{0,10}(?:アクセス|公開|閲覧|表示)(?:を|は|の).{0,10}(?:制限|停止|遮断)(?:を実施)?(?:して|いた|し)/iu,
      /\b(?:web ?sites?|domains?|pages?) (?:has|have|is|was|were)(?: been)?(?: temporarily)? (?:disabled|suspended|blocked|taken (?:down|offline))/i,
      /\b(?:web ?site|site|web) access\b.{0,20}\b(?:has been|was) (?:disabled|blocked)|\bdisabled (?:the |all )?(?:web ?)?(?:site access|pages?|sites?|web ?sites?)\b|\bnetworking (?:has been |was )?disabled/i,
    ],
  },
  {
    id: 'account-suspended',
    phrases: [
      /アカウント(?:を|は|の).{0,10}(?:凍結|停止|利用停止)(?:して|いた|し|を実施)/u,
      /(?:\b(?:account|hosting|service)(?: for [\w.-]{1,80})?|\]) (?:has|is|was)(?: been)?(?: temporarily)? (?:suspended|disabled|deactivated)/i,
    ],
  },
  {
    id: 'files-locked',
    phrases: [/パーミッション.{0,10}[「"]?0?000[」"]?/u, /\b(?:chmod|permissions?|mode)\b.{0,30}\b0?[02]00\b/i],
  },
  {
    id: 'files-removed',
    phrases: [
      /(?:ファイル|プログラム)(?:を|は).{0,10}(?:隔離|削除)(?:いたしました|しました|済み)/u,
      /\b(?:files?|scripts?|they)\b.{0,40} (?:has|have|was|were)(?: been)? (?:quarantined|removed|deleted|cleaned)/i,
    ],
  },
  {
    id: 'waf-on',
    phrases: [
      /waf.{0,20}(?:全機能を)?(?:有効化|有効に(?:いた|し)|をon)/iu,
      /\b(?:waf|mod_?security)\b.{0,30}\b(?:has been |was )?(?:enabled|activated|turned on)/i,
    ],
  },
  { id: 'wordpress-security-on', phrases: [/wordpressセキュリティ設定.{0,20}(?:有効化|有効に(?:いた|し))/iu] },
  {
    id: 'access-from-abroad-stopped',
    phrases: [/(?:国外|海外)(?:ip)?(?:から(?:の)?)?アクセス.{0,10}(?:制限|遮断)(?:を実施)?(?:して|いた|し)/iu],
  },
];

/** What the host says that it did, what most lines speak of first. */
export function measuresOf(text: NoticeText): Measure[] {
  return witnessed(MEASURES, text);
}
