import { drawIpv4 } from '../addresses';
import { Attacker, drawAttackers, drawStart, HOUR, times, type Campaign, type Scene } from './campaign';

const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

/**
 * A network of a hosting company from which an owner of a site was once attacked. Whether a Googlebot is genuine is told by who
 * owns its network, which nobody does of the networks that other attackers have here.
 */
const HOSTING = '182.16.59';

/** A program that calls itself Googlebot and isn't. */
export function fakeGooglebot(scene: Scene): Campaign {
  const { random, site } = scene;
  const client = drawIpv4(random, HOSTING);
  const attacker = new Attacker(client, GOOGLEBOT);
  const count = random.integer(150, 1_500);
  for (const time of times(random, drawStart(scene, 6 * HOUR), count, random.pick([1, 5, 12]))) {
    const { path, bytes } = random.pick(random.pick([site.products, site.articles, site.categories]));
    attacker.send(time, { target: path, bytes });
  }
  const meaning = `${client} pretends to be Google.`;
  return { family: 'fake-googlebot', meaning, worked: true, requests: attacker.requests };
}

const TOOLS: readonly (readonly [agent: string, targets: readonly string[]])[] = [
  [
    'Mozilla/5.00 (Nikto/2.5.0) (Evasions:None) (Test:000001)',
    ['/cgi-bin/test.cgi', '/icons/', '/admin.php', '/server-status'],
  ],
  ['sqlmap/1.8.4#stable (https://sqlmap.org)', ['/?s=1', '/?p=1', '/product-category/bowl/?orderby=1']],
  [
    'WPScan v3.8.25 (https://wpscan.com/wordpress-security-scanner)',
    ['/readme.html', '/wp-content/debug.log', '/xmlrpc.php'],
  ],
  ['gobuster/3.6', ['/admin', '/backup', '/test', '/old', '/dev', '/images']],
  [
    'Mozilla/5.0 (compatible; Nuclei - Open-source project (github.com/projectdiscovery/nuclei))',
    ['/', '/login', '/actuator'],
  ],
  [
    'Mozilla/5.0 (compatible; Nmap Scripting Engine; https://nmap.org/book/nse.html)',
    ['/', '/robots.txt', '/HNAP1', '/sdk'],
  ],
  ['masscan/1.3 (https://github.com/robertdavidgraham/masscan)', ['/']],
  ['Fuzz Faster U Fool v2.1.0-dev', ['/a', '/b', '/admin', '/api']],
];

/** A program for finding holes that doesn't hide its name. */
export function namedTool(scene: Scene): Campaign {
  const { random, site } = scene;
  const [client] = drawAttackers(scene, 1);
  const [agent, targets] = random.pick(TOOLS);
  const attacker = new Attacker(client!, agent);
  const count = random.integer(40, 600);
  for (const time of times(random, drawStart(scene, HOUR), count, random.pick([0.1, 0.5, 2]))) {
    const target = random.pick(targets) + (random.chance(0.5) ? '' : `?x=${random.integer(1, 999)}`);
    const here = target.startsWith('/?') || target === '/';
    attacker.send(time, { target, status: here ? 200 : 404, bytes: here ? site.front.bytes : site.notFoundBytes });
  }
  const meaning = `${client} searches for holes with ${agent.split(/[ /]/)[0]}.`;
  return { family: 'named-tool', meaning, worked: false, requests: attacker.requests };
}
