import { isFromRequest } from '../sends';
import { Flag, textOf, type Value } from '../value';
import { writeOf } from './writes';
import type { Evidence, Search, Witness } from './witness';

/** Fields that nobody has mailed to himself: passwords, card numbers, one-time codes. */
const SECRET_FIELD =
  /\$_(?:POST|REQUEST|GET)\s*\[\s*['"]?[^'"\]]{0,24}(?:pass|pwd|psw|cvv|cvc|ccnum|card_?(?:num|no)|\bssn|\bpin\b|\botp|secret|mdp)[^'"\]]{0,16}['"]?\s*\]/i;
/** The visitor's address, which thieves note beside what they take. */
const VISITOR = /REMOTE_ADDR|HTTP_CLIENT_IP|HTTP_X_FORWARDED_FOR/;
/** Work on the site's own users: where there is some, passwords have an honest use. */
const OWN_USERS =
  /\b(?:password_hash|password_verify|mysqli?_(?:query|connect)|wp_insert_user|crypt|md5|sha1|new\s+PDO|INSERT\s+INTO|SELECT\s)/i;
/** A chat whose address is built in (Telegram Bot API, "Making requests"). */
const CHAT = /api\.telegram\.org\/bot/i;

/** Pages that hand what a visitor types as a password or card number to somebody outside, together with where he comes from. */
export const findStolenInput: Search = (evidence) => {
  const { code } = evidence.state;
  if (!SECRET_FIELD.test(code) || OWN_USERS.test(code)) return [];
  const way = wayOut(evidence);
  if (!way || !(VISITOR.test(code) || CHAT.test(code))) return [];
  return [{ signal: 'stolenInput', strength: 'strong', node: way }];
};

/** Where it leaves: a mail to a fixed address, a chat, a list kept as a text. */
function wayOut({ sendings, seen, state }: Evidence): Witness['node'] | undefined {
  const mail = sendings.find(
    ({ recipient, contents }) => !(recipient && isFromRequest(recipient)) && contents.some(isFromRequest),
  );
  if (mail) return mail.seen.node;
  const chat = seen.find(({ kind, args }) => kind === 'call' && args.some(namesChat));
  if (chat) return chat.node;
  return seen.find((one) => {
    const write = writeOf(one, state);
    if (!write || !(write.content.flags & Flag.Request)) return false;
    return /\.(?:txt|html?|log|csv)$/i.test(textOf(write.path) ?? write.path.suffix ?? '');
  })?.node;
}

function namesChat(value: Value): boolean {
  return CHAT.test(textOf(value) ?? value.prefix ?? '');
}
