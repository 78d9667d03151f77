import { LookUpProblem } from '../lookUpProblem';
import type { Connect, Connection } from '../transport';
import { decodeAnswer } from './decode';
import { WHOIS_PORT } from './referral';

/** Largest answer that is read, in bytes. */
const LARGEST_ANSWER = 256 * 1024;

/** Longest times in ms: for all of an answer, and between two pieces of it. */
export interface WhoisTimeouts {
  readonly total: number;
  readonly idle: number;
}
export const WHOIS_TIMEOUTS: WhoisTimeouts = { total: 15_000, idle: 8000 };

/**
 * Asks a server by WHOIS (RFC 3912): one line, and everything until the server closes the connection.
 * @throws LookUpProblem `unreachable`, `forbidden`, `timeout`, or `unreadable` for an answer that is too long
 */
export async function askWhois(
  host: string,
  question: string,
  connect: Connect,
  signal: AbortSignal,
  timeouts: WhoisTimeouts = WHOIS_TIMEOUTS,
): Promise<string> {
  const stop = new AbortController();
  const late = (): void => stop.abort(new LookUpProblem('timeout', host));
  const total = setTimeout(late, timeouts.total);
  let idle = setTimeout(late, timeouts.idle);
  const onPiece = (): void => {
    clearTimeout(idle);
    idle = setTimeout(late, timeouts.idle);
  };
  let connection: Connection | undefined;
  try {
    connection = await connect(host, WHOIS_PORT, AbortSignal.any([signal, stop.signal]));
    connection.send(`${question}\r\n`);
    return decodeAnswer(await readAll(connection, host, onPiece), host);
  } catch (error) {
    signal.throwIfAborted();
    stop.signal.throwIfAborted();
    throw error instanceof LookUpProblem ? error : new LookUpProblem('unreachable', host);
  } finally {
    clearTimeout(total);
    clearTimeout(idle);
    connection?.close();
  }
}

async function readAll({ pieces }: Connection, host: string, onPiece: () => void): Promise<Uint8Array> {
  const answer = new Uint8Array(LARGEST_ANSWER);
  let length = 0;
  for await (const piece of pieces) {
    onPiece();
    if (length + piece.length > LARGEST_ANSWER) throw new LookUpProblem('unreadable', host);
    answer.set(piece, length);
    length += piece.length;
  }
  return answer.subarray(0, length);
}
