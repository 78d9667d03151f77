import { promises as dns } from 'node:dns';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NameResolver } from './address/crawler/confirmCrawler';
import { pointerName } from './address/crawler/pointerName';
import { LookUpProblem } from './address/registry/lookUpProblem';
import type { Clock, Connect } from './address/registry/transport';
import { ForbiddenTarget, publicLookup } from './publicLookup';
import { isPublicTarget } from './publicTarget';

/** TCP to servers on the internet, never to this computer or its local network. */
export const nodeConnect: Connect = connectBy((host, port) => {
  if (isIP(host) !== 0 && !isPublicTarget(host)) throw new ForbiddenTarget(`Not a public address: ${host}`);
  return connectTcp({ host, port, lookup: publicLookup });
});

/** @param open begins a connection; tests lead it to servers of their own */
export function connectBy(open: (host: string, port: number) => Socket): Connect {
  return async (host, port, signal) => {
    try {
      signal.throwIfAborted();
      return connectionOf(await connected(open(host, port), signal));
    } catch (error) {
      throw new LookUpProblem(error instanceof ForbiddenTarget ? 'forbidden' : 'unreachable', host);
    }
  };
}

function connected(socket: Socket, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const stop = (): void => void socket.destroy(new Error('Stopped'));
    signal.addEventListener('abort', stop, { once: true });
    socket.once('close', () => signal.removeEventListener('abort', stop));
    socket.once('connect', () => resolve(socket));
    // Stays for the life of the socket: errors after the connection was made reach its reader.
    socket.on('error', reject);
  });
}

function connectionOf(socket: Socket) {
  return {
    pieces: socket as AsyncIterable<Uint8Array>,
    send: (text: string): void => void socket.write(text, 'latin1'),
    close: (): void => void socket.destroy(),
  };
}

/** How long the DNS may take, in ms, and how often it is asked. */
const DNS_TIMEOUT = 3000;
const DNS_TRIES = 2;

/** What the DNS says where there is no such name or record. */
const NO_RECORD: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA']);

/** The DNS as this computer asks it. */
export const nodeResolver: NameResolver = resolverAt();

/** @param servers addresses of DNS servers, with ports where they are not the usual ones; absent: those of this computer */
export function resolverAt(servers?: readonly string[]): NameResolver {
  const ask = (signal: AbortSignal, question: DnsQuestion): Promise<string[]> => askDns(signal, servers, question);
  return {
    // Not `reverse`, which takes the names of this computer's own files first, and a silent server for a missing name.
    namesOf: (address, signal) => ask(signal, (resolver) => resolver.resolvePtr(pointerName(address))),
    async addressesOf(name, signal) {
      const asked = await Promise.all([
        ask(signal, (resolver) => resolver.resolve4(name)),
        ask(signal, (resolver) => resolver.resolve6(name)),
      ]);
      return asked.flat();
    },
  };
}

type DnsQuestion = (resolver: dns.Resolver) => Promise<string[]>;

async function askDns(
  signal: AbortSignal,
  servers: readonly string[] | undefined,
  question: DnsQuestion,
): Promise<string[]> {
  signal.throwIfAborted();
  const resolver = new dns.Resolver({ timeout: DNS_TIMEOUT, tries: DNS_TRIES });
  if (servers !== undefined) resolver.setServers(servers);
  const stop = (): void => resolver.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await question(resolver);
  } catch (error) {
    signal.throwIfAborted();
    const { code } = error as NodeJS.ErrnoException;
    if (NO_RECORD.has(code)) return [];
    throw new LookUpProblem(code === 'ETIMEOUT' ? 'timeout' : 'unreachable', 'DNS');
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The computer's own time. */
export const nodeClock: Clock = {
  now: () => Date.now(),
  wait: (duration, signal) => sleep(duration, undefined, { signal }),
};
