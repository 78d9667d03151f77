import type { LoggedRequest } from '../../../../scripts/traffic/lines';
import { DOMAIN } from './places';

const AGENT = 'Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:47.0) Gecko/20100101 Firefox/47.0';

/** A request of an attacker: `POST /l.php 200`. */
export function attack(time: number, client: string, asked: string, bytes = 512): LoggedRequest {
  const [method = '', target = '', status] = asked.split(' ');
  return {
    time,
    client,
    method,
    target,
    protocol: 'HTTP/1.1',
    status: Number(status),
    bytes,
    referrer: `https://${DOMAIN}${target}`,
    userAgent: AGENT,
  };
}

/** The same request again and again, one each `pause` seconds. */
export function attacks(time: number, client: string, asked: string, times: number, pause: number): LoggedRequest[] {
  return Array.from({ length: times }, (_, nth) => attack(time + Math.floor(nth * pause), client, asked));
}
