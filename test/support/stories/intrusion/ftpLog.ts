import { ACCOUNT, INTRUSION, inJapan, OWNER } from './places';
import { LISTED_FILES } from './listedFiles';

/** A line of vsftpd's log, and when it was written, s since 1970-01-01 UTC. */
export interface FtpLine {
  readonly time: number;
  readonly text: string;
}

type FtpAction = 'OK LOGIN' | 'FAIL LOGIN' | 'OK UPLOAD' | 'OK DELETE';

const JAPAN = 9 * 3_600;

/** Something that somebody did as the account's user; log-ins name no file. */
export function ftpLine(time: number, action: FtpAction, client: string, file?: string): FtpLine {
  return { time, text: `${stamp(time)} [pid 4821] [${ACCOUNT}] ${action}: Client "${client}"${detail(action, file)}` };
}

function detail(action: FtpAction, file: string | undefined): string {
  if (file === undefined) return '';
  return action === 'OK UPLOAD' ? `, "${file}", 1204 bytes, 88.20Kbyte/sec` : `, "${file}"`;
}

/** `Mon Nov  8 09:12:03 2021`: the server's own time, without a zone. */
function stamp(time: number): string {
  const [weekday, month, day, year, clock] = new Date((time + JAPAN) * 1_000)
    .toUTCString()
    .replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $4 $5')
    .split(' ');
  return `${weekday} ${month} ${String(Number(day)).padStart(2)} ${clock} ${year}`;
}

/** The log of the account's FTP, with what the owner does: a picture before it happened, and the first deletions after the mail. */
export function ftpLog(ofThief: readonly FtpLine[]): string {
  const before = inJapan('2021-11-08 09:12:04');
  const after = inJapan('2021-11-09 19:20:31');
  const deleted = LISTED_FILES.filter(({ fate }) => fate === 'deletedByFtp');
  const lines = [
    ftpLine(before, 'OK LOGIN', OWNER),
    ftpLine(before + 96, 'OK UPLOAD', OWNER, `/${INTRUSION.root}/images/autumn.jpg`),
    ...ofThief,
    ftpLine(after, 'OK LOGIN', OWNER),
    ...deleted.map(({ path }, nth) => ftpLine(after + 20 + nth * 3, 'OK DELETE', OWNER, `/${INTRUSION.root}/${path}`)),
  ];
  return lines
    .toSorted((one, other) => one.time - other.time)
    .map(({ text }) => `${text}\n`)
    .join('');
}
