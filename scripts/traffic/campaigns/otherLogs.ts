import { Random } from '../random';
import { attackerNetworks, drawHome, STAFF_HOME } from '../shop/places';
import { drawAttackers, drawStart, HOUR, times, type CampaignFamily, type Scene } from './campaign';
import type { CampaignTruth } from './truth';
import { shopOf } from '../shop/cleanTraffic';

/** A log beside the access log, with what is true of it. */
export interface OtherLog {
  readonly name: string;
  /** Every line with its line end. */
  readonly text: string;
  readonly campaign: CampaignTruth;
}

/** A line with its time, s since 1970-01-01 UTC. */
interface Line {
  readonly time: number;
  readonly text: string;
}

/** First streams of random numbers of these logs. */
const FIRST_STREAM = 2_000;
const ACCOUNT = '/home/shop/public_html';
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const JST_OFFSET = 9 * HOUR;

/** The error, FTP and mail logs of a day, each with one attack. `start` is the day's first second in Japan. */
export function otherLogs(seed: number, start: number): OtherLog[] {
  const scene = (stream: number): Scene => ({
    random: new Random(seed, FIRST_STREAM + stream),
    site: shopOf(seed),
    midnight: start,
    networks: attackerNetworks(),
  });
  return [ftpLog(scene(0)), errorLog(scene(1)), mailLog(scene(2))];
}

/** vsftpd: the owner uploads pictures; somebody guesses the password and uploads a program. */
function ftpLog(scene: Scene): OtherLog {
  const { random, midnight } = scene;
  const [client = ''] = drawAttackers(scene, 1);
  const line = (time: number, user: string, what: string): Line => {
    const text = `${ctime(time)} [pid ${random.integer(1_000, 9_999)}] [${user}] ${what}`;
    return { time, text };
  };
  const own = times(random, midnight + 9 * HOUR, 60, 300).map((time, index) => {
    if (index % 20 === 0) return line(time, 'shop', `OK LOGIN: Client "${STAFF_HOME}"`);
    if (index === 21) return line(time, 'shop', `FAIL LOGIN: Client "${STAFF_HOME}"`);
    const file = `${ACCOUNT}/images/2025/IMG_${random.integer(1_000, 9_999)}.jpg`;
    return line(
      time,
      'shop',
      `OK UPLOAD: Client "${STAFF_HOME}", "${file}", ${random.integer(20_000, 400_000)} bytes, 812.40Kbyte/sec`,
    );
  });
  const guesses = times(random, drawStart(scene, 3 * HOUR), random.integer(200, 1_500), random.pick([0.5, 2, 4]));
  const attempts = guesses.map((time) =>
    line(time, random.pick(['shop', 'admin', 'shop', 'www', 'test']), `FAIL LOGIN: Client "${client}"`),
  );
  const success = guesses.at(-1)! + 2;
  const intrusion = [
    line(success, 'shop', `OK LOGIN: Client "${client}"`),
    line(success + 3, 'shop', `OK UPLOAD: Client "${client}", "${ACCOUNT}/images/l.php", 3104 bytes, 30.11Kbyte/sec`),
    line(success + 5, 'shop', `OK UPLOAD: Client "${client}", "${ACCOUNT}/.htaccess", 212 bytes, 4.20Kbyte/sec`),
  ];
  return {
    name: 'vsftpd.log',
    text: inOrder([...own, ...attempts, ...intrusion]),
    campaign: truth('ftp-brute-force', `${client} guesses the FTP password and uploads a program.`, guesses, {
      client,
      worked: true,
      all: guesses.length + intrusion.length,
    }),
  };
}

/** Apache's error log: what programs complain of all day; somebody tries passwords on a folder. */
function errorLog(scene: Scene): OtherLog {
  const { random, midnight } = scene;
  const [client = ''] = drawAttackers(scene, 1);
  const line = (time: number, module: string, who: string, message: string): Line => {
    const port = random.integer(20_000, 60_000);
    const head = `[${ctime(time).replace(/ (\d{4})$/, `.${random.integer(100_000, 999_999)} $1`)}] [${module}] [pid ${random.integer(1_000, 9_999)}]`;
    return { time, text: `${head} [client ${who}:${port}] ${message}` };
  };
  const complaints = times(random, midnight, 400, 200).map((time) => {
    const who = drawHome(random);
    return random.chance(0.6)
      ? line(
          time,
          'proxy_fcgi:error',
          who,
          `AH01071: Got error 'PHP message: PHP Warning:  Undefined array key "ref" in ${ACCOUNT}/wp-content/themes/mise/header.php on line 61'`,
        )
      : line(time, 'core:error', who, `AH00126: Invalid URI in request GET /%%20 HTTP/1.1`);
  });
  const guesses = times(random, drawStart(scene, 3 * HOUR), random.integer(150, 1_200), random.pick([0.4, 2, 6]));
  const attempts = guesses.map((time) => {
    const user = random.pick(['admin', 'tencho', 'root']);
    return user === 'tencho'
      ? line(
          time,
          'auth_basic:error',
          client,
          `AH01617: user ${user}: authentication failure for "/private/stats/": Password Mismatch`,
        )
      : line(time, 'auth_basic:error', client, `AH01618: user ${user} not found: /private/stats/`);
  });
  return {
    name: 'error_log',
    text: inOrder([...complaints, ...attempts]),
    campaign: truth('error-log-auth-failures', `${client} tries passwords on a folder.`, guesses, {
      client,
      worked: false,
      all: guesses.length,
    }),
  };
}

/** PHP's own log of mails (mail.log): the shop's form a few times an hour, the left-over form thousands of times. */
function mailLog(scene: Scene): OtherLog {
  const { random, midnight } = scene;
  const line = (time: number, script: string): Line => {
    const to = `customer${random.integer(100, 99_999)}@example.${random.pick(['com', 'net', 'org'])}`;
    const text = `[${mailTime(time)} Asia/Tokyo] mail() on [${ACCOUNT}${script}]: To: ${to} -- Headers: From: info@shop.example.jp -- Subject: ${random.pick(['=?UTF-8?B?44GK5ZWP44GE5ZCI44KP44Gb?=', 'Order', 'Inquiry'])}`;
    return { time, text };
  };
  const own = times(random, midnight + HOUR, 60, 1_200).map((time) =>
    line(time, '/wp-includes/PHPMailer/PHPMailer.php:897'),
  );
  const hours = random.integer(2, 9);
  const count = random.integer(2_000, 8_000);
  const sent = times(random, drawStart(scene, hours * HOUR), count, (hours * HOUR) / count);
  return {
    name: 'php_mail.log',
    text: inOrder([...own, ...sent.map((time) => line(time, '/tw/tw_contact.php:64'))]),
    campaign: truth('mail-flood', 'A left-over form sends thousands of mails.', sent, {
      worked: true,
      all: count,
      endpoint: { method: 'MAIL', path: `${ACCOUNT}/tw/tw_contact.php` },
    }),
  };
}

interface Rest {
  readonly client?: string;
  readonly worked: boolean;
  readonly all: number;
  readonly endpoint?: { readonly method: string; readonly path: string };
}

function truth(family: CampaignFamily, meaning: string, moments: readonly number[], rest: Rest): CampaignTruth {
  const { client, worked, all, endpoint } = rest;
  const count = moments.length;
  return {
    id: family,
    family,
    meaning,
    worked,
    clientsAreVictims: false,
    clients: client === undefined ? [] : [{ address: client, count }],
    endpoints: endpoint === undefined ? [] : [{ ...endpoint, count }],
    count,
    all,
    first: new Date(moments[0]! * 1_000).toISOString(),
    last: new Date(moments.at(-1)! * 1_000).toISOString(),
  };
}

function inOrder(lines: readonly Line[]): string {
  return lines
    .toSorted((a, b) => a.time - b.time)
    .map(({ text }) => `${text}\n`)
    .join('');
}

/** `Mon Sep  1 10:56:55 2025`, in Japan: what C's ctime writes, and Apache with a padded day. */
function ctime(time: number): string {
  const date = inJapan(time);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${date.toISOString().slice(11, 19)} ${date.getUTCFullYear()}`;
}

function mailTime(time: number): string {
  const date = inJapan(time);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return `${day}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()} ${date.toISOString().slice(11, 19)}`;
}

function inJapan(time: number): Date {
  return new Date((time + JST_OFFSET) * 1_000);
}
