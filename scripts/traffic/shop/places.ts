import { drawIpv4, drawIpv6 } from '../addresses';
import type { Random } from '../random';

/**
 * Where clients of the shop live. People use addresses that are set aside for documentation and tests and belong to nobody
 * (RFC 5737, RFC 3849, RFC 2544), so that a generated log accuses no one. Crawlers whose operators publish their networks
 * come from those: a rule that asks whether a Googlebot is genuine must find that it is.
 */
const HOMES = '198.18';
const HOMES_IPV6 = '2001:db8';
const CARRIER = '203.0.113';
/** Addresses of the mobile carrier; hundreds of phones share each one. */
const CARRIER_ADDRESSES = 48;
const STRANGERS = '198.19';
/** Third number from which on an address of `STRANGERS` belongs to an attacker. */
const FIRST_OF_ATTACKERS = 60;

/** The office whose people all come from one address. */
export const OFFICE = '198.51.100.7';
/** The server that the shop runs on; it calls itself. */
export const SERVER = '198.51.100.80';
/** Somebody of the staff who works at home. */
export const STAFF_HOME = '198.51.100.141';
/** The program that keeps the stock up to date. */
export const STOCK_PROGRAM = '198.51.100.201';
/** The company that handles payments. */
export const PAYMENTS = ['198.51.100.220', '198.51.100.221'] as const;
export const MONITORS = ['198.51.100.230', '198.51.100.231', '198.51.100.232'] as const;
export const FEED_READERS = ['198.51.100.240', '198.51.100.241', '198.51.100.242', '198.51.100.243'] as const;
/** A company's gateway that opens the links of incoming mail to see whether they are harmful. */
export const MAIL_GATEWAYS = ['192.0.2.200', '192.0.2.201', '192.0.2.202'] as const;

/** Draws the address of somebody at home: Japan's lines at home have IPv6 more often than not. */
export function drawHome(random: Random): string {
  return random.chance(0.55) ? drawIpv6(random, HOMES_IPV6) : drawIpv4(random, HOMES);
}

/** Draws the address of a phone away from home. */
export function drawMobile(random: Random): string {
  return random.chance(0.5) ? drawIpv6(random, HOMES_IPV6) : `${CARRIER}.${random.integer(1, CARRIER_ADDRESSES)}`;
}

/** Draws the address of somebody who scans the internet. Nobody else has these, and attackers use the upper half. */
export function drawStranger(random: Random): string {
  return drawIpv4(random, `${STRANGERS}.${random.integer(0, FIRST_OF_ATTACKERS - 1)}`);
}

/** Whether an address is that of somebody who scans the internet. */
export function isStranger(address: string): boolean {
  return address.startsWith(`${STRANGERS}.`) && Number(address.split('.')[2]) < FIRST_OF_ATTACKERS;
}

/** The networks (first three octets) that attackers have; no visitor and no scanner comes from them. */
export function attackerNetworks(): string[] {
  return Array.from({ length: 255 - FIRST_OF_ATTACKERS }, (_, index) => `${STRANGERS}.${FIRST_OF_ATTACKERS + index}`);
}
