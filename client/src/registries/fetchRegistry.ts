// Without the prefix `node:`, which VS Code's loader of modules for extensions does not know: it gives out the `https` that
// goes through the proxies of the settings and trusts the certificates of the system.
import https from 'https';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import {
  isPublicTarget,
  type FetchedAnswer,
  type FetchProblem,
  type FetchRegistryParams,
} from '../../../server/src/protocol';
import { ForbiddenTarget, publicLookup } from './publicLookup';

/** Media type of answers in RDAP, and of the lists of its servers (RFC 7480 §4.2, RFC 9224 §12). */
const ACCEPT = 'application/rdap+json, application/json';

const HTTPS_PORT = '443';

/**
 * Asks a registry at an `https:` URL and gives what it says, whatever its status; no redirect is followed. Never rejects.
 * @param signal stops it; the answer is then `unreachable`
 */
export async function fetchRegistry(
  { url, maximumBytes, timeout }: FetchRegistryParams,
  signal: AbortSignal,
): Promise<FetchedAnswer | FetchProblem> {
  if (!URL.canParse(url)) return { problem: 'forbidden' };
  const target = new URL(url);
  if (!isAllowed(target)) return { problem: 'forbidden' };
  const timer = AbortSignal.timeout(timeout);
  try {
    const response = await request(target, AbortSignal.any([signal, timer]));
    const body = await readBody(response, maximumBytes);
    if (body === undefined) return { problem: 'unreadable' };
    const { location, 'retry-after': retryAfter } = response.headers;
    return { status: response.statusCode ?? 0, location, retryAfter, body };
  } catch (error) {
    if (timer.aborted) return { problem: 'timeout' };
    return { problem: error instanceof ForbiddenTarget ? 'forbidden' : 'unreachable' };
  }
}

/** Names are checked when they are resolved; an address in the URL itself is not resolved. */
function isAllowed({ protocol, port, hostname, username, password }: URL): boolean {
  if (protocol !== 'https:' || (port !== '' && port !== HTTPS_PORT) || username !== '' || password !== '') return false;
  const address = hostname.replace(/^\[|\]$/g, '');
  return isIP(address) === 0 || isPublicTarget(address);
}

function request(target: URL, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options = { headers: { Accept: ACCEPT }, lookup: publicLookup, signal };
    https.get(target, options, resolve).once('error', reject);
  });
}

/** The answer's text; `undefined` when it is longer than allowed. */
async function readBody(response: IncomingMessage, maximumBytes: number): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response as AsyncIterable<Uint8Array>) {
    length += piece.length;
    // Leaving the loop destroys the response and with it the connection.
    if (length > maximumBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
