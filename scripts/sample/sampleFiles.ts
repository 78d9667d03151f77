import { gzipSync } from 'node:zlib';
import { HOST_MAIL } from './hostMail';
import { createIncidentLog } from './incidentDay';
import { createSiteFiles } from './siteFiles';

/** Where the parts of the sample lie below its folder. */
export const SITE_FOLDER = 'site';
export const LOG_FILE = 'logs/20211101.log.gz';
const MAIL_FILE = 'mail-from-host.txt';

/** Byte of a gzip header that names the operating system, and its value for "unknown" (RFC 1952, 2.3). */
const OPERATING_SYSTEM = 9;
const UNKNOWN_OPERATING_SYSTEM = 255;

/** Every generated file of the sample incident: path with `/` below the sample folder, and its bytes. */
export function createSampleFiles(): Map<string, Uint8Array> {
  const site = createSiteFiles();
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of site) files.set(`${SITE_FOLDER}/${path}`, bytes);
  files.set(LOG_FILE, compress(createIncidentLog(site)));
  files.set(MAIL_FILE, new TextEncoder().encode(HOST_MAIL));
  return files;
}

/** Gzip without a time (Node writes none) and without the machine's system, so that only zlib decides the bytes. */
function compress(text: string): Uint8Array {
  const bytes = gzipSync(text, { level: 9 });
  bytes[OPERATING_SYSTEM] = UNKNOWN_OPERATING_SYSTEM;
  return bytes;
}
