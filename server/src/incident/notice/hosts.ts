import type { NoticeText } from './noticeText';

/** Hosts whose mails are known; `cpanel` stands for the many that send the mails of cPanel and its scanners. */
export type HostId =
  | 'lolipop'
  | 'heteml'
  | 'xserver'
  | 'sakura'
  | 'conoha'
  | 'mixhost'
  | 'onamae'
  | 'coreserver'
  | 'starserver'
  | 'kagoya'
  | 'hostinger'
  | 'bluehost'
  | 'hostgator'
  | 'godaddy'
  | 'siteground'
  | 'dreamhost'
  | 'namecheap'
  | 'ionos'
  | 'ovh'
  | 'strato'
  | 'hetzner'
  | 'digitalocean'
  | 'aws'
  | 'onecom'
  | 'a2hosting'
  | 'inmotion'
  | 'colorfulbox'
  | 'shin'
  | 'zcom'
  | 'wadax'
  | 'cpi'
  | 'rakko'
  | 'cpanel';

export interface Host {
  readonly id: HostId;
  /** As the host writes itself. */
  readonly name: string;
}

interface KnownHost extends Host {
  /** Domains of its pages and mail addresses. */
  readonly domains: readonly string[];
  /** How its mails name it. */
  readonly names: readonly string[];
}

const HOSTS: readonly KnownHost[] = [
  { id: 'lolipop', name: 'ロリポップ!', domains: ['lolipop.jp'], names: ['ロリポップ', 'lolipop'] },
  { id: 'heteml', name: 'ヘテムル', domains: ['heteml.jp'], names: ['ヘテムル', 'heteml'] },
  {
    id: 'xserver',
    name: 'エックスサーバー',
    domains: ['xserver.ne.jp', 'xserver.co.jp'],
    names: ['エックスサーバー', 'xserver'],
  },
  {
    id: 'sakura',
    name: 'さくらインターネット',
    domains: ['sakura.ad.jp', 'sakura.ne.jp'],
    names: ['さくらインターネット', 'さくらのレンタルサーバ'],
  },
  { id: 'conoha', name: 'ConoHa', domains: ['conoha.jp'], names: ['conoha'] },
  { id: 'mixhost', name: 'mixhost', domains: ['mixhost.jp'], names: ['mixhost'] },
  { id: 'onamae', name: 'お名前.com', domains: ['onamae.com', 'onamae-server.com'], names: ['お名前.com'] },
  {
    id: 'coreserver',
    name: 'CORESERVER',
    domains: ['coreserver.jp', 'value-domain.com', 'xrea.com', 'valueserver.jp'],
    names: ['coreserver', 'コアサーバー', 'バリューサーバー', 'valueserver', 'バリュードメイン'],
  },
  {
    id: 'starserver',
    name: 'スターサーバー',
    domains: ['star.ne.jp'],
    names: ['スターサーバー', 'スターレンタルサーバー'],
  },
  {
    id: 'kagoya',
    name: 'カゴヤ・ジャパン',
    domains: ['kagoya.jp', 'kagoya.com', 'kagoya.net'],
    names: ['カゴヤ', 'kagoya'],
  },
  { id: 'hostinger', name: 'Hostinger', domains: ['hostinger.com'], names: ['hostinger'] },
  { id: 'bluehost', name: 'Bluehost', domains: ['bluehost.com'], names: ['bluehost'] },
  { id: 'hostgator', name: 'HostGator', domains: ['hostgator.com'], names: ['hostgator'] },
  { id: 'godaddy', name: 'GoDaddy', domains: ['godaddy.com', 'secureserver.net'], names: ['godaddy'] },
  { id: 'siteground', name: 'SiteGround', domains: ['siteground.com'], names: ['siteground'] },
  { id: 'dreamhost', name: 'DreamHost', domains: ['dreamhost.com'], names: ['dreamhost'] },
  { id: 'namecheap', name: 'Namecheap', domains: ['namecheap.com', 'web-hosting.com'], names: ['namecheap'] },
  {
    id: 'ionos',
    name: 'IONOS',
    domains: ['ionos.com', 'ionos.de', 'ionos.co.uk', '1and1.com'],
    names: ['ionos', '1&1'],
  },
  { id: 'ovh', name: 'OVHcloud', domains: ['ovh.com', 'ovh.net', 'ovhcloud.com'], names: ['ovhcloud', 'ovh'] },
  { id: 'strato', name: 'STRATO', domains: ['strato.de'], names: ['strato'] },
  { id: 'hetzner', name: 'Hetzner', domains: ['hetzner.com', 'hetzner.de'], names: ['hetzner'] },
  {
    id: 'digitalocean',
    name: 'DigitalOcean',
    domains: ['digitalocean.com'],
    names: ['digitalocean'],
  },
  {
    id: 'aws',
    name: 'AWS',
    domains: ['aws.amazon.com', 'support.aws.com', 'amazonaws.com', 'repost.aws'],
    names: ['aws', 'amazon web services'],
  },
  { id: 'onecom', name: 'one.com', domains: [], names: ['one.com'] },
  { id: 'a2hosting', name: 'A2 Hosting', domains: ['a2hosting.com'], names: ['a2 hosting'] },
  { id: 'inmotion', name: 'InMotion Hosting', domains: ['inmotionhosting.com'], names: ['inmotion hosting'] },
  { id: 'colorfulbox', name: 'カラフルボックス', domains: ['colorfulbox.jp'], names: ['カラフルボックス'] },
  {
    id: 'shin',
    name: 'シンレンタルサーバー',
    domains: ['shin-server.jp'],
    names: ['シンレンタルサーバー', 'シン・レンタルサーバー'],
  },
  { id: 'zcom', name: 'Z.com', domains: ['hosting.z.com'], names: ['z.com'] },
  { id: 'wadax', name: 'WADAX', domains: ['wadax.ne.jp'], names: ['wadax'] },
  { id: 'cpi', name: 'CPI', domains: ['cpi.ad.jp'], names: ['cpi'] },
  { id: 'rakko', name: 'ラッコサーバー', domains: ['rakkoserver.com'], names: ['ラッコサーバー'] },
  { id: 'cpanel', name: 'cPanel', domains: [], names: ['cpanel', 'imunify', 'imunify360', 'imunifyav', 'maldet'] },
];

/** A page or a mail address of the host's says more than its name, which anybody may drop. */
const POINTS_OF_DOMAIN = 3;

/** The host that a mail names most; the first of the table where several are named equally. */
export function hostOf({ narrow }: NoticeText): Host | undefined {
  const text = narrow.join('\n').toLowerCase();
  let best: KnownHost | undefined;
  let most = 0;
  for (const host of HOSTS) {
    const points =
      sum(host.domains.map((domain) => POINTS_OF_DOMAIN * timesNamed(text, domain))) +
      sum(host.names.map((name) => timesNamed(text, name)));
    if (points > most) [best, most] = [host, points];
  }
  return best && { id: best.id, name: best.name };
}

/** Whether a domain is one of a host's own, so that its pages are help and no evidence. */
export function isHostsDomain(domain: string): boolean {
  return HOSTS.some(({ domains }) => domains.some((own) => domain === own || domain.endsWith(`.${own}`)));
}

/** How often a text has a name, not as a part of a longer Latin word. */
function timesNamed(text: string, name: string): number {
  let times = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + name.length] ?? ' ';
    if (!/[a-z\d-]/.test(before) && !/[a-z\d-]/.test(after)) times++;
  }
  return times;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
