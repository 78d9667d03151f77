import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { FLOODED_PATH, FLOODERS, floodedWeek, WEEK_VERSION } from '../../../scripts/traffic/floodedWeek';
import { inputFolder, makeOnce } from '../input';
import { measuredSite, prepareSite, type BenchSite } from '../site/siteFolder';

const SEED = 20_211_101;
/** The domains of the account; each has a week of logs, a file a day, every other one packed. */
const DOMAINS = ['example.jp', 'shop.example.jp'] as const;
const LINES = 1_000_000;
const SITE = { phpFiles: 4000, mediaFiles: 16_000, mediaBytes: 1_000_000_000 };
/** Takes what a visitor sends and mails it, and nothing on the site leads to it. */
const MAILER = '<?php mail($_POST["to"], $_POST["subject"], $_POST["body"]);\n';
const NOTICE = `ロリポップ！レンタルサーバー
この度、アカウント【example】のWEBサーバーより、
【 180,000 】件のメールが送信されたことを確認いたしました。
・example.jp${FLOODED_PATH}
お問い合わせ番号：42-1
`;

/** A generated incident on disk. */
export interface BenchIncident {
  /** Text of the host's mail, and the file that holds it. */
  readonly notice: string;
  readonly noticeFile: string;
  /** Folder with the logs, one folder for each domain. */
  readonly logs: string;
  readonly logFiles: number;
  /** Bytes of these files as they are, packed or not. */
  readonly logBytes: number;
  readonly lines: number;
  readonly site: BenchSite;
  /** The file that was abused, in the site, and its requests in all logs. */
  readonly cause: { readonly file: string; readonly requests: number };
}

/** Makes an account's incident, unless an earlier run left it in the system's temporary folder. */
export async function prepareIncident(): Promise<BenchIncident> {
  const folder = await inputFolder();
  const site = await prepareSiteWithMailer();
  const noticeFile = path.join(folder, 'incident-notice.txt');
  await writeFile(noticeFile, NOTICE);
  const logs = path.join(folder, `account-${WEEK_VERSION}-${SEED}-${LINES}`);
  await makeOnce(logs, writeLogs);
  const linesOfDomain = LINES / DOMAINS.length;
  const flood = FLOODERS.reduce((sum, { share }) => sum + Math.round(linesOfDomain * share), 0);
  return {
    notice: NOTICE,
    noticeFile,
    logs,
    ...(await sizeOf(logs)),
    lines: LINES,
    site,
    cause: { file: FLOODED_PATH.slice(1), requests: flood * DOMAINS.length },
  };
}

async function prepareSiteWithMailer(): Promise<BenchSite> {
  const { folder, planted } = await prepareSite(SITE);
  const file = path.join(folder, FLOODED_PATH);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, MAILER);
  return { ...(await measuredSite(folder)), planted };
}

async function writeLogs(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [number, domain] of DOMAINS.entries()) {
    const own = path.join(folder, domain);
    await mkdir(own, { recursive: true });
    const days = floodedWeek({ seed: SEED + number, lines: LINES / DOMAINS.length, format: 'combined' });
    let day = 1;
    for (const text of days) await writeDay(path.join(own, `2021110${day}.log`), text, day++ % 2 === 0);
  }
}

async function writeDay(file: string, text: string, isPacked: boolean): Promise<void> {
  if (isPacked) await pipeline(Readable.from([text]), createGzip(), createWriteStream(`${file}.gz`));
  else await writeFile(file, text);
}

async function sizeOf(folder: string): Promise<{ logFiles: number; logBytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(({ parentPath, name }) => stat(path.join(parentPath, name))));
  return { logFiles: files.length, logBytes: sizes.reduce((sum, { size }) => sum + size, 0) };
}
