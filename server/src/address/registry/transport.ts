import type { LookUpFailure } from './registryNetwork';

/** What is fetched of a registry by HTTPS. */
export interface FetchQuestion {
  readonly url: string;
  /** Most bytes of an answer. */
  readonly maximumBytes: number;
  /** How long the whole answer may take, in ms. */
  readonly timeout: number;
}

export interface FetchedAnswer {
  /** HTTP status (RFC 9110 §15). */
  readonly status: number;
  /** Header fields of the same names. */
  readonly location?: string;
  readonly retryAfter?: string;
  /** UTF-8, decoded. */
  readonly body: string;
}

/** Why nothing could be fetched. */
export interface FetchProblem {
  readonly problem: Extract<LookUpFailure, 'unreachable' | 'timeout' | 'unreadable' | 'forbidden'>;
}

/**
 * Fetches what is at an `https:` URL, whatever its status, and follows no redirect. Connects to public addresses only. Never
 * rejects, unless `signal` stops it.
 */
export type Fetch = (question: FetchQuestion, signal: AbortSignal) => Promise<FetchedAnswer | FetchProblem>;

/** A connection to a server. */
export interface Connection {
  /** What the server sends, until it closes the connection. Rejects when the connection breaks or is stopped. */
  readonly pieces: AsyncIterable<Uint8Array>;
  send(text: string): void;
  close(): void;
}

/**
 * Connects by TCP to a host on the internet. Rejects with `LookUpProblem`: `unreachable`, or `forbidden` where the name leads to
 * an address that is not public; then no packet was sent.
 * @param signal breaks the connection, whenever it is used
 */
export type Connect = (host: string, port: number, signal: AbortSignal) => Promise<Connection>;

/** The ways to registries. */
export interface RegistryTransports {
  readonly fetch: Fetch;
  readonly connect: Connect;
}

/** Time as manners and timeouts need it; tests have their own. */
export interface Clock {
  /** ms since 1970-01-01 UTC. */
  now(): number;
  /** Resolves after a while, in ms; rejects with the signal's reason when it is stopped. */
  wait(duration: number, signal: AbortSignal): Promise<void>;
}
