import {
  Attacker,
  drawAttackers,
  drawStart,
  HOUR,
  times,
  type Campaign,
  type CampaignMaker,
  type Scene,
} from './campaign';
import { drawExploit, EXPLOIT_FAMILIES } from './payloads';

/** One address that tries one kind of hole in many places and many ways of writing, for each kind. */
export const exploits: readonly CampaignMaker[] = EXPLOIT_FAMILIES.map((family) => (scene) => {
  const { random, site } = scene;
  const [client] = drawAttackers(scene, 1);
  const attacker = Attacker.disguised(scene, client!);
  const count = random.integer(12, 90);
  for (const time of times(random, drawStart(scene, HOUR), count, random.pick([0.3, 2, 15]))) {
    const exploit = drawExploit(random, family);
    // The front page answers whatever stands behind the question mark; what isn't there can't be harmed.
    const answered = /^\/\?|^\/product|^\/index\.php\?page/.test(exploit.target) || exploit.target === '/';
    const missing = exploit.target.startsWith('/wp-admin/') ? 400 : 404;
    const answer = answered ? { status: 200, bytes: site.front.bytes } : { status: missing, bytes: site.notFoundBytes };
    attacker.send(time, { ...answer, ...exploit });
  }
  return { family, meaning: `${client} tries ${family}.`, worked: false, requests: attacker.requests };
});

/** A back door among the pictures is used by its owners. */
export function webShell(scene: Scene): Campaign {
  const { random } = scene;
  const target = random.pick([
    '/wp-content/uploads/2025/03/cache.php',
    '/images/l.php',
    '/wp-content/themes/mise/404x.php',
    '/wp-includes/css/wp-conf1g.php',
    '/.well-known/about.php',
  ]);
  const hours = random.integer(1, 9);
  const start = drawStart(scene, hours * HOUR);
  const requests = drawAttackers(scene, random.integer(1, 3)).flatMap((client) => {
    const attacker = Attacker.disguised(scene, client);
    const count = random.integer(20, 90);
    for (const time of times(random, start, count, (hours * HOUR) / count / 2)) {
      const command = random.pick(['id', 'ls+-la', 'cat+../wp-config.php', 'whoami']);
      const asked = random.chance(0.3)
        ? { target: `${target}?cmd=${command}`, bytes: random.integer(10, 4_000) }
        : { method: 'POST', target, bytes: random.integer(0, 60_000) };
      attacker.send(time, asked);
    }
    return attacker.requests;
  });
  return { family: 'web-shell', meaning: `The back door ${target} is used.`, worked: true, requests };
}

/** Somebody tries to reach other servers through this one. */
export function openProxy(scene: Scene): Campaign {
  const { random } = scene;
  const [client] = drawAttackers(scene, 1);
  const attacker = Attacker.disguised(scene, client!);
  const worked = random.chance(0.3);
  const count = random.integer(40, 400);
  for (const time of times(random, drawStart(scene, 3 * HOUR), count, random.pick([0.5, 5, 20]))) {
    const connect = random.chance(0.5);
    const host = `${random.pick(['www', 'mail', 'login', 'api'])}.example.${random.pick(['net', 'org', 'com'])}`;
    const target = connect ? `${host}:${random.pick([443, 25])}` : `http://${host}/`;
    const refused = connect ? { status: 405, bytes: 226 } : { status: 400, bytes: 226 };
    attacker.send(time, {
      method: connect ? 'CONNECT' : 'GET',
      target,
      ...(worked ? { status: 200, bytes: random.integer(0, 9_000) } : refused),
    });
  }
  return {
    family: 'open-proxy',
    meaning: `${client} tries to reach other servers through this one.`,
    worked,
    requests: attacker.requests,
  };
}
