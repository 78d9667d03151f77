import type { Identifiers } from './hostNotice';
import { isBlotted, type NoticeText } from './noticeText';

/** A value behind a label: in 【】, 「」 or 『』, or behind a colon up to the next blank. */
const VALUE = String.raw`\s*(?:[:=#]\s*|[【「『\[]\s*)+([^\s】」』\],、。]{2,64})`;

/** How each is called, the surest first: an account may also be named by its domain. */
const LABELS: readonly (readonly [keyof Identifiers, RegExp])[] = [
  [
    'inquiry',
    new RegExp(
      String.raw`(?:お?問い?合わ?せ(?:番号|ID|NO)|受付番号|管理番号|チケット(?:番号|ID))(?:】|\s)*${VALUE}`,
      'iu',
    ),
  ],
  ['inquiry', /(?:お?問い?合わ?せ番号|受付番号)[】」]\s*([\w-]{3,40})/u],
  // `[#ABC-12345678]` and `[AbuseID:1A2B3C4:25]` stand in subjects.
  ['inquiry', /\[(?:#|abuse ?id:)([\w:-]{3,40})\]/i],
  [
    'inquiry',
    /(?<!your )\b(?:abuse ?)?(?:ticket|case|reference|incident|request|abuse)(?: ?(?:id|number|no\.?|ref))?\s*[:#]+\s*#?([\w:/-]{3,40})/i,
  ],
  ['inquiry', /\babuse report \[([\w-]{3,40})\]/i],
  ['inquiry', /^subject:.{0,40}\[([A-Z]{2,4}(?:-[A-Z\d]{2,12}){1,4})\]/i],
  [
    'server',
    new RegExp(String.raw`(?:サーバー?\s*(?:ID|アカウント|名)|サーバースペース|サーバー?)(?:】|\s)*${VALUE}`, 'iu'),
  ],
  ['server', /【サーバー?名】\s*([\w.-]{2,64})/u],
  ['server', /\b(?:server|host)(?: ?(?:name|id))\s*:\s*([\w.-]{2,64})/i],
  [
    'account',
    new RegExp(
      String.raw`(?:会員|契約|アカウント|お客様|ユーザー?|お名前)\s*(?:ID|番号|名|コード)(?:】|\s)*${VALUE}`,
      'iu',
    ),
  ],
  ['account', /【(?:会員|契約|お客様)(?:ID|番号)】\s*([\w.-]{2,64})/u],
  [
    'account',
    /\b(?:user ?name|(?:aws |dreamhost )?account(?: ?(?:name|id|number|#))?|customer(?: ?(?:id|number|no\.?))|contract(?: ?(?:id|number))|cpanel user|your reference)\s*[:=]\s*([\w.@-]{2,64})/i,
  ],
  ['account', /\baws (?:account )?id:? (\d{12})\b/i],
  ['account', /\b(?:cpanel|the) user ([\w.-]{2,32})\b/i],
  ['account', new RegExp(String.raw`アカウント${VALUE}`, 'iu')],
];

/** The numbers and names by which the host knows the customer. A value that was blotted out counts as not given. */
export function identifiersOf({ narrow }: NoticeText): Identifiers {
  const found: { -readonly [Key in keyof Identifiers]: string } = {};
  for (const [key, label] of LABELS) {
    const values = narrow.map((line) => label.exec(line)?.[1]);
    const value = values.find((each) => each !== undefined && !isBlotted(each));
    if (value !== undefined) found[key] ??= value;
  }
  return found;
}
