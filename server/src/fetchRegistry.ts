// Without the prefix `node:`, which VS Code's loader of modules for extensions does not know: it gives out the `https` that
// goes through the proxies of the settings and trusts the certificates of the system.
import https from 'https';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { Fetch } from './address/registry/transport';
import { ForbiddenTarget, publicLookup } from './publicLookup';
import { isPublicTarget } from './publicTarget';

/** Media type of answers in RDAP, and of the lists of its servers and of checksums (RFC 7480 §4.2, RFC 9224 §12). */
const ACCEPT = 'application/rdap+json, application/json';

/** Some servers answer nobody who does not say what asks (RFC 9110 §10.1.5). */
const USER_AGENT = 'log-site-audit';

const HTTPS_PORT = '443';

/** Begins a request, which ends with the first answer: no redirect is followed. */
type Get = (url: URL, options: RequestOptions, onAnswer: (answer: IncomingMessage) => void) => ClientRequest;

/** Asks a registry, or who else may be asked, at an `https:` URL of the internet and gives what it says. */
export const fetchRegistry: Fetch = fetchBy((url, options, onAnswer) =>
  https.get(url, { ...options, lookup: publicLookup }, onAnswer),
);

/** @param get begins a request; tests lead it to servers of their own */
export function fetchBy(get: Get): Fetch {
  return async ({ url, maximumBytes, timeout }, signal) => {
    if (!URL.canParse(url) || !isAllowed(new URL(url))) return { problem: 'forbidden' };
    const timer = AbortSignal.timeout(timeout);
    try {
      const answer = await answered(get, new URL(url), AbortSignal.any([signal, timer]));
      const body = await readBody(answer, maximumBytes);
      if (body === undefined) return { problem: 'unreadable' };
      const { location, 'retry-after': retryAfter } = answer.headers;
      return { status: answer.statusCode ?? 0, location, retryAfter, body };
    } catch (error) {
      if (timer.aborted) return { problem: 'timeout' };
      return { problem: error instanceof ForbiddenTarget ? 'forbidden' : 'unreachable' };
    }
  };
}

function answered(get: Get, url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { Accept: ACCEPT, 'User-Agent': USER_AGENT }, signal }, resolve).once('error', reject);
  });
}

/** Names are checked when they are resolved; an address in the URL itself is not resolved. */
function isAllowed({ protocol, port, hostname, username, password }: URL): boolean {
  if (protocol !== 'https:' || (port !== '' && port !== HTTPS_PORT) || username !== '' || password !== '') return false;
  const address = hostname.replace(/^\[|\]$/g, '');
  return isIP(address) === 0 || isPublicTarget(address);
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
