import type { LoggedRequest } from '../lines';
import type { Random } from '../random';
import { drawIpv4 } from '../addresses';
import { drawBrowser } from '../shop/browsers';
import type { ShopSite } from '../shop/shopSite';

/** What attackers do; the quality report counts by these. */
export type CampaignFamily = (typeof CAMPAIGN_FAMILIES)[number];

export const CAMPAIGN_FAMILIES = [
  'single-flood',
  'form-flood',
  'distributed-flood',
  'scraping',
  'cache-busting',
  'agent-switching',
  'hot-linking',
  'server-errors',
  'slow-form-abuse',
  'comment-spam',
  'registration-spam',
  'wordpress-brute-force',
  'password-spraying',
  'xmlrpc-brute-force',
  'joomla-brute-force',
  'drupal-brute-force',
  'movable-type-brute-force',
  'ec-cube-brute-force',
  'phpmyadmin-brute-force',
  'basic-auth-brute-force',
  'log-in-after-failures',
  'path-sweep',
  'cms-enumeration',
  'user-enumeration',
  'secret-files',
  'exposed-file',
  'path-traversal',
  'local-file-inclusion',
  'remote-file-inclusion',
  'php-injection',
  'command-injection',
  'sql-injection',
  'cross-site-scripting',
  'template-injection',
  'log4shell',
  'phpunit',
  'thinkphp',
  'php-cgi',
  'plugin-exploits',
  'web-shell',
  'open-proxy',
  'fake-googlebot',
  'named-tool',
  'ftp-brute-force',
  'error-log-auth-failures',
  'mail-flood',
] as const;

/** One attack, as those know it who made it up. */
export interface Campaign {
  readonly family: CampaignFamily;
  /** What a finding about it should mean to the owner of the site. */
  readonly meaning: string;
  /** Whether the attackers got what they wanted. */
  readonly worked: boolean;
  /** All requests of the attackers, in any order. */
  readonly requests: readonly LoggedRequest[];
  /** Which of them are the attack itself; the others are what it brings along, such as loading the form first. */
  readonly isTelling?: (request: LoggedRequest) => boolean;
  /** The clients are ordinary people who are made to take part without knowing. */
  readonly clientsAreVictims?: true;
}

/** Where and when campaigns take place. */
export interface Scene {
  readonly random: Random;
  readonly site: ShopSite;
  /** First second of the day, s since 1970-01-01 UTC. */
  readonly midnight: number;
  /** Networks (first three octets) that no campaign has yet: attackers who have nothing to do with each other are no neighbours. */
  readonly networks: string[];
}

export type CampaignMaker = (scene: Scene) => Campaign;

export const MINUTE = 60;
export const HOUR = 3_600;

/** Hijacked computers are where they are; a few rented ones stand side by side. */
const NEIGHBOURS = { many: 8, few: 2 };

/** Draws `count` addresses of attackers in networks that nobody else has. */
export function drawAttackers({ random, networks }: Scene, count: number): string[] {
  const needed = Math.ceil(count / (count > 10 ? NEIGHBOURS.many : NEIGHBOURS.few));
  const own = Array.from({ length: needed }, () => {
    const [network] = networks.splice(random.integer(0, networks.length - 1), 1);
    if (network === undefined) throw new RangeError('No network is left for attackers.');
    return network;
  });
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(drawIpv4(random, own[drawn.size % needed]!));
  return [...drawn];
}

/** A second of the day that leaves `length` seconds until midnight. */
export function drawStart({ random, midnight }: Scene, length: number): number {
  return midnight + random.integer(HOUR, Math.max(HOUR, 23 * HOUR - length));
}

/** `count` times from `start` on with a mean pause in s, uneven as programs with a busy network are. Whole seconds. */
export function times(random: Random, start: number, count: number, pause: number): number[] {
  let at = start;
  return Array.from({ length: count }, () => Math.floor((at += random.gap(pause))));
}

/** What a request needs beyond its time. */
export type Sent = Partial<LoggedRequest> & Pick<LoggedRequest, 'target'>;

/** An attacker's program: one address and one agent, which sends what it is told. */
export class Attacker {
  readonly requests: LoggedRequest[] = [];
  readonly client: string;
  readonly userAgent: string;

  constructor(client: string, userAgent: string) {
    this.client = client;
    this.userAgent = userAgent;
  }

  /** A program that calls itself an ordinary browser, as most do. */
  static disguised({ random }: Scene, client: string): Attacker {
    return new Attacker(client, drawBrowser(random, false));
  }

  send(time: number, request: Sent): void {
    const { client, userAgent } = this;
    const usual = { method: 'GET', protocol: 'HTTP/1.1', status: 200, bytes: 0, referrer: '-' };
    this.requests.push({ ...usual, client, userAgent, ...request, time });
  }
}
