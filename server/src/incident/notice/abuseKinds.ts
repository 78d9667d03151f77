import { witnessed, type Witnessed } from './phrases';
import type { NoticeText } from './noticeText';

/**
 * What a host writes about: mails sent by others, a form used for it, an intrusion, malware that was found, a load that is too
 * high, pages that cheat people.
 */
export type AbuseKind = 'mail-sending' | 'form-abuse' | 'intrusion' | 'malware' | 'overload' | 'phishing' | 'attack';

const KINDS: readonly Witnessed<AbuseKind>[] = [
  {
    id: 'mail-sending',
    phrases: [
      /メール(?:の)?(?:大量)?送信.{0,20}(?:上限|制限|大量|超過)/u,
      /(?:大量|多量|迷惑)の?(?:スパム|迷惑)?メール/u,
      /[件通]のメール/u,
      /メールの?大量送信/u,
      /(?:スパム|迷惑)メール(?:の|が|を).{0,10}送信/u,
      /メールの送信が確認/u,
      /\b(?:e-?mail misuse|(?:unusual|high) (?:volume|number) of (?:similar )?e-?mails|mail log parsed)\b/i,
      /\b(?:spam|bulk (?:e-?)?mail|unsolicited (?:bulk )?(?:e-?)?mail)/i,
      /\b(?:e-?mails?|messages?) (?:sending )?(?:per|an|in the last) hour\b/i,
      /\b(?:sending|outgoing|outbound|hourly|daily) (?:e-?mail |mail )?(?:limit|quota)/i,
      /\bsent [\d,. ]+ (?:e-?mails|messages|mails)\b/i,
    ],
  },
  {
    id: 'form-abuse',
    phrases: [
      /フォーム.{0,30}(?:悪用|不正利用|スパム|自動返信)/u,
      /自動返信.{0,30}(?:悪用|不正|無効|停止)/u,
      /\b(?:contact|mail|web) ?forms?\b.{0,60}\b(?:abuse|abused|spam|exploit|unprotected|captcha)/i,
    ],
  },
  {
    id: 'intrusion',
    phrases: [
      /不正アクセス|不正なアクセス|不正ログイン|不正にログイン|不審なアクセス|バックドア/u,
      /不正(?:な)?プロセス/u,
      /脆弱性.{0,20}(?:悪用|利用)/u,
      /改ざん/u,
      /\b(?:compromised|hacked|exploited|unauthori[sz]ed access|intrusion(?! attempts)|back ?door|brute[- ]force)\b/i,
      /総当たり(?:攻撃)?|ブルートフォース/u,
    ],
  },
  {
    id: 'malware',
    phrases: [
      /不正な?(?:プログラム)?(?:ファイル|コンテンツ)|不審な(?:記述|ファイル)|マルウェア|ウイルス.{0,10}(?:検出|検知|発見)/u,
      /\b(?:malware|malicious (?:php )?(?:files?|code|content|scripts?)|infected files?|web ?shells?|trojan|viruse?s? (?:found|detected))\b/i,
    ],
  },
  {
    id: 'overload',
    phrases: [
      /負荷(?:が|の|状況|上昇).{0,20}(?:高|上昇|集中|確認|増)|高負荷|過負荷/u,
      /\b(?:excessive|high|unusual) (?:resource|cpu|server|system) (?:usage|load)\b|\bserver load\b|\bresource (?:limit|abuse)\b/i,
    ],
  },
  {
    id: 'phishing',
    phrases: [
      /フィッシング(?:サイト|ページ|コンテンツ)?(?:が|の|を).{0,20}(?:設置され|確認|報告|検知)/u,
      /\bphishing\b/i,
    ],
  },
  {
    id: 'attack',
    phrases: [
      /(?:外部|他の?サーバー?|第三者のサーバー?)(?:への|に対する)(?:不正な?)?(?:攻撃|アクセス)/u,
      /\b(?:outgoing|outbound) (?:\w+[- ]){0,3}(?:attack|flood|scan)|\b(?:attack|brute[- ]force|port ?scan|intrusion attempts?)\b.{0,20}\b(?:from|by|against)\b|\bdenial[- ]of[- ]service\b/i,
    ],
  },
];

/** What a mail is about, the best witnessed first. */
export function abuseKindsOf(text: NoticeText): AbuseKind[] {
  return witnessed(KINDS, text);
}
