import { witnessed, type Witnessed } from './phrases';
import type { NoticeText } from './noticeText';

/** What a host says of the causes that it names: it saw nothing odd of FTP; it holds a hole in a program, or a password, for likely. */
export type HostOpinion = 'no-odd-ftp' | 'program-likely' | 'cms-password-likely';

const OPINIONS: readonly Witnessed<HostOpinion>[] = [
  {
    id: 'no-odd-ftp',
    phrases: [
      /不審な ?FTP ?(?:アクセス|接続|ログイン|通信).{0,10}(?:見られな|見られませ|確認されな|確認されませ|確認されておりませ|確認できな|確認できませ|ございませ|ありませ)/u,
      /\bno (?:suspicious|unusual|unauthori[sz]ed) FTP (?:access|log-?ins?|connections?|activity|sessions?)\b/i,
    ],
  },
  {
    id: 'program-likely',
    phrases: [
      /脆弱性.{0,40}(?:悪用|利用)され.{0,12}可能性が(?:非常に|極めて|大変)?高/u,
      /\b(?:most |very )?(?:likely|probably) (?:been )?(?:compromised|hacked|exploited|got in) (?:through|via|by) an? (?:vulnerab|outdated|unpatched)/i,
    ],
  },
  {
    id: 'cms-password-likely',
    phrases: [/管理パスワード.{0,4}が(?:流出|漏洩|漏えい).{0,40}可能性が(?:非常に|極めて|大変)?高/u],
  },
];

/** What the host says of the causes. */
export function opinionsOf(text: NoticeText): HostOpinion[] {
  return witnessed(OPINIONS, text);
}
