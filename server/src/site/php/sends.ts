import type { AnalysisState } from './analysisState';
import { COMMAND_FUNCTIONS } from './functionNames';
import type { Observation } from './observation';
import type { SendCall } from './phpFacts';
import type { Reach } from './reach';
import type { Spans } from './spans';
import { Flag, Mark, numberOf, textOf, type Value } from './value';

/** A call that sends, before it becomes a fact; other facts ask for the values too. */
export interface Sending {
  readonly seen: Observation;
  readonly via: string;
  readonly recipient: Value | undefined;
  /** Subject, text and headers, as far as they are arguments. */
  readonly contents: readonly Value[];
}

/** Functions that send when called; the recipient is their first argument. */
const SEND_FUNCTIONS = new Set([
  'mail',
  'mb_send_mail',
  'wp_mail',
  'imap_mail',
  'bounce_mail',
  'drupal_mail',
  'sendmail',
]);
/** Functions of libraries that send, with a name too common to count when the file declares it itself. */
const OWN_NAMES = new Set(['sendmail', 'drupal_mail', 'bounce_mail']);

/** Classes whose objects send, and how they are reported (documentation of each library). */
const MAILER_CLASSES: ReadonlyMap<string, string> = new Map([
  ['phpmailer', 'PHPMailer'],
  ['swift_mailer', 'SwiftMailer'],
  ['swift_message', 'SwiftMailer'],
  ['mailer', 'Symfony Mailer'],
  ['mailerinterface', 'Symfony Mailer'],
  ['qdmail', 'Qdmail'],
  ['qdsmtp', 'Qdsmtp'],
  ['zend_mail', 'Zend Mail'],
  ['sendmail', 'Laminas Mail'],
  ['sendmailtransport', 'Symfony Mailer'],
  ['jmail', 'JMail'],
  ['htmlmimemail', 'htmlMimeMail'],
  ['mail_mime', 'PEAR Mail'],
  ['simplemail', 'SimpleMail'],
  ['transmitmail', 'TransmitMail'],
]);

const SENDING_METHODS = new Set([
  'send',
  'sendmail',
  'batchsend',
  'send_mail',
  'postsend',
  'sendmime',
  'queue',
  'sendnow',
]);
const RECIPIENT_METHODS = new Set([
  'addaddress',
  'addto',
  'to',
  'setto',
  'addrecipient',
  'addcc',
  'addbcc',
  'bcc',
  'cc',
  'addreplyto',
]);
/** Static senders: Laravel's `Mail::send`, Qdmail's and Joomla's factories. */
const STATIC_SENDERS: ReadonlyMap<string, string> = new Map([
  ['mail', 'Laravel Mail'],
  ['yii', 'Yii mailer'],
]);
const FACADE_METHODS = new Set(['send', 'raw', 'queue', 'html', 'plain', 'to', 'later']);
const MAIL_PORTS = new Set([25, 465, 587, 2525]);
/** A text given to a program of Unix that mails it, e.g. `echo text | mail -s subject` (POSIX `mailx`). */
const PIPES_TO_MAIL = /\|\s*(?:\/usr\/)?(?:s?bin\/)?(?:mailx?|mutt|sendmail)\s/;
const SOCKET_FUNCTIONS = new Set(['fsockopen', 'pfsockopen', 'stream_socket_client']);

/** Every place where the file hands a mail over. */
export function findSendings(state: AnalysisState, seen: readonly Observation[]): Sending[] {
  const sendings: Sending[] = [];
  let written: Value | undefined | null = null;
  for (const one of seen) {
    const via = one.kind === 'call' ? byFunction(state, one) : byObject(state, one);
    if (via === undefined) continue;
    const byArguments = one.kind === 'call' && SEND_FUNCTIONS.has(one.name);
    const [first, ...rest] = one.args;
    if (written === null) written = writtenRecipient(seen);
    sendings.push({
      seen: one,
      via,
      recipient: byArguments ? first : written,
      contents: byArguments ? rest : one.args,
    });
  }
  return sendings;
}

/** The recipient that methods of a mail were given, the client's before others. */
function writtenRecipient(seen: readonly Observation[]): Value | undefined {
  const recipients = seen
    .filter((one) => one.kind === 'method' && RECIPIENT_METHODS.has(one.name))
    .map((one) => one.args[0]);
  return recipients.find((value) => value && isFromRequest(value)) ?? recipients[0];
}

function byFunction(state: AnalysisState, { name, args, node }: Observation): string | undefined {
  if (SEND_FUNCTIONS.has(name)) {
    const own = state.catalog.function(name) !== undefined;
    return own || (OWN_NAMES.has(name) && args.length < 2) || args.length === 0 ? undefined : name;
  }
  if (COMMAND_FUNCTIONS.has(name)) {
    if (startsSendmail(args[0])) return 'sendmail';
    // What is put between the parts of a command line is not known; how it goes on behind it stands in the code.
    return PIPES_TO_MAIL.test(state.code.slice(node.start, node.end)) ? 'mail' : undefined;
  }
  if (SOCKET_FUNCTIONS.has(name)) return opensMailPort(args) ? 'SMTP' : undefined;
  return undefined;
}

function startsSendmail(command: Value | undefined): boolean {
  const text = textOf(command) ?? `${command?.prefix ?? ''} ${command?.suffix ?? ''}`;
  return /(?:^|[\s/|])(?:sendmail|qmail-inject|exim4?|postfix-sendmail)(?:\s|$)/.test(text);
}

/** `fsockopen($host, 25)`, `stream_socket_client('ssl://host:465')`. */
function opensMailPort(args: readonly Value[]): boolean {
  const port = numberOf(args[1]);
  if (port !== undefined && MAIL_PORTS.has(port)) return true;
  const address = textOf(args[0]) ?? args[0]?.suffix ?? '';
  const written = /:(\d+)\/?$/.exec(address)?.[1];
  return written !== undefined && MAIL_PORTS.has(Number(written));
}

function byObject(state: AnalysisState, { kind, name, callee }: Observation): string | undefined {
  if (kind === 'static') {
    const via = STATIC_SENDERS.get((textOf(callee) ?? '').replace(/^.*\\/s, '').toLowerCase());
    return via && FACADE_METHODS.has(name) ? via : undefined;
  }
  if (kind !== 'method' || !SENDING_METHODS.has(name)) return undefined;
  const className = callee?.className;
  if (className !== undefined && !className.startsWith('$')) {
    return state.catalog.class(className) ? undefined : (MAILER_CLASSES.get(className) ?? byClassName(className));
  }
  return callee?.className === Mark.Socket ? 'SMTP' : undefined;
}

/** Classes named after what they do, as in the many small mail libraries. */
function byClassName(className: string): string | undefined {
  return /mailer$|^(?:e?mail|mimemail|jmail|ci_email|smtp)/.test(className) ? className : undefined;
}

/** Whether the client has a say in a value, cleaned or not. */
export function isFromRequest(value: Value): boolean {
  return (value.flags & (Flag.Request | Flag.MaybeRequest)) !== 0;
}

/** The sendings as facts. */
export function sendFacts(sendings: readonly Sending[], reach: Reach, spans: Spans): SendCall[] {
  return sendings.map(({ seen, via, recipient }) => ({
    ...spans.span(seen.node.start, seen.node.end),
    via,
    reachedFromTopLevel: reach.reaches(seen),
    recipientFromRequest: recipient !== undefined && isFromRequest(recipient),
    inLoop: reach.inLoop(seen),
  }));
}
