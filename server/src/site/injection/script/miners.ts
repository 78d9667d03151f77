import type { Sighting } from '../injection';

/** How the libraries of mining services are started, and what only mining code says. */
const STARTED = /\bnew\s+(?:CoinHive|CoinImp|CRLT|CryptoLoot|deepMiner|WMP|JSEcoin|Client)\.(?:Anonymous|User)\s*\(/;
const ALGORITHM = /cryptonight|\bcn-lite\b|\brandomx\b/i;
const POOL = /wss?:\/\/[^'"`\s]{4,200}/i;

/** Code that has the visitors' processors calculate for somebody. */
export function findMiners(code: string): Sighting[] {
  const started = STARTED.exec(code);
  if (started !== null) return [sighting('confirmed', started.index, started[0].length)];
  const algorithm = ALGORITHM.exec(code);
  if (algorithm === null || !POOL.test(code) || !/\bWebSocket\b/.test(code)) return [];
  return [sighting('likely', algorithm.index, algorithm[0].length)];
}

function sighting(certainty: Sighting['certainty'], start: number, length: number): Sighting {
  return { kind: 'miner', sign: 'miner', certainty, host: undefined, start, end: start + length };
}
