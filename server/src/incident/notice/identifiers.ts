import type { Identifiers } from './hostNotice';
import { isBlotted, type NoticeText } from './noticeText';

/** A value behind a label: in 【】, 「」 or 『』, or behind a colon up to the next blank. */
const VALUE = String.raw`\s*(?:[:=#]\s*|[【「『\[]\s*)+([^\s】」』\],、。]{2,64})`;

/** How each is called, the surest first: an account may also be named by its domain. */
const LABELS: readonly (readonly [keyof Identifiers, RegExp])[] = [
  ['inquiry', new RegExp(String.raw`(?:お?問い?合わ?せ(?:番号|ID|NO)|受付番号|管理番号)${VALUE}`, 'iu')],
  ['inquiry', /\b(?:ticket|case|reference|incident|request)(?: ?(?:id|number|no\.?|ref))?\s*[:#]+\s*#?([\w-]{3,40})/i],
  ['server', new RegExp(String.raw`(?:サーバー?\s*(?:ID|アカウント|名)|サーバースペース)${VALUE}`, 'iu')],
  ['server', /\b(?:server|host)(?: ?(?:name|id))\s*:\s*([\w.-]{2,64})/i],
  ['account', new RegExp(String.raw`(?:会員|契約|アカウント|お客様|ユーザー?)\s*(?:ID|番号|名|コード)${VALUE}`, 'iu')],
  [
    'account',
    /\b(?:user ?name|account(?: ?(?:name|id|number))?|customer(?: ?(?:id|number))|cpanel user)\s*[:=]\s*([\w.@-]{2,64})/i,
  ],
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
