import { drawBrowser } from '../shop/browsers';
import { drawHome, drawMobile } from '../shop/places';
import { Attacker, drawAttackers, drawStart, HOUR, MINUTE, times, type Campaign, type Scene } from './campaign';

/** One address that asks for one page as fast as it can. */
export function singleFlood(scene: Scene): Campaign {
  const { random, site } = scene;
  const [client] = drawAttackers(scene, 1);
  const attacker = Attacker.disguised(scene, client!);
  const { path: target, bytes } = random.pick([site.front, random.pick(site.products)]);
  const fast = random.chance(0.5);
  const seconds = fast ? random.integer(3, 8) * MINUTE : random.integer(20, 60) * MINUTE;
  const pause = fast ? 1 / random.integer(10, 40) : 1 / random.integer(3, 8);
  for (const time of times(random, drawStart(scene, 2 * seconds), Math.round(seconds / pause), pause)) {
    attacker.send(time, { target, status: fast && random.chance(0.3) ? 503 : 200, bytes });
  }
  const meaning = `${client} asks for ${target} without a pause.`;
  return { family: 'single-flood', meaning, worked: true, requests: attacker.requests };
}

/** Three to six addresses that post to a form which nobody uses any more, for hours. */
export function formFlood(scene: Scene): Campaign {
  const { random, site } = scene;
  const target = random.pick(['/tw/tw_contact.php', '/old/mailform/postmail.cgi', '/inquiry/send.php']);
  const hours = random.integer(2, 10);
  const start = drawStart(scene, hours * HOUR);
  const withPage = random.chance(0.3);
  const agent = drawBrowser(random, false);
  const requests = drawAttackers(scene, random.integer(3, 6)).flatMap((client) => {
    const attacker = new Attacker(client, agent);
    const posts = random.integer(400, 1_800);
    for (const time of times(random, start + random.integer(0, 600), posts, (hours * HOUR) / posts)) {
      if (withPage) attacker.send(time, { target, bytes: 1_204 });
      attacker.send(time, { method: 'POST', target, bytes: 969, referrer: site.origin + target });
    }
    return attacker.requests;
  });
  return {
    family: 'form-flood',
    meaning: `A left-over form at ${target} is made to send thousands of mails.`,
    worked: true,
    requests,
    isTelling: ({ method }) => method === 'POST',
  };
}

/** Hundreds of hijacked computers that ask for the same page, each only a few times. */
export function distributedFlood(scene: Scene): Campaign {
  const { random, site } = scene;
  const { path: target, bytes } = random.pick([site.front, random.pick(site.categories), random.pick(site.products)]);
  const seconds = random.integer(15, 40) * MINUTE;
  const start = drawStart(scene, seconds);
  const agents = Array.from({ length: 12 }, () => drawBrowser(random, false));
  const requests = drawAttackers(scene, random.integer(250, 400)).flatMap((client) => {
    const attacker = new Attacker(client, random.pick(agents));
    const count = random.integer(15, 60);
    for (const time of times(random, start, count, seconds / count)) {
      attacker.send(time, { target, status: random.chance(0.15) ? 503 : 200, bytes });
    }
    return attacker.requests;
  });
  return { family: 'distributed-flood', meaning: `Hundreds of addresses ask for ${target}.`, worked: true, requests };
}

/** Somebody copies the whole shop: page after page, no pictures, no style sheets, no robots.txt. */
export function scraping(scene: Scene): Campaign {
  const { random, site } = scene;
  const [client] = drawAttackers(scene, 1);
  const attacker = Attacker.disguised(scene, client!);
  const pages = [...site.products, ...site.articles, ...site.categories].toSorted(() => random.next() - 0.5);
  const rounds = random.integer(2, 5);
  const pause = 1 / random.integer(2, 8);
  const start = drawStart(scene, pages.length * rounds * pause * 2);
  const moments = times(random, start, pages.length * rounds, pause);
  moments.forEach((time, index) => {
    const { path, bytes } = pages[index % pages.length]!;
    const query = index < pages.length ? '' : `?currency=${random.pick(['JPY', 'USD', 'EUR'])}&p=${index}`;
    attacker.send(time, { target: path + query, bytes });
  });
  return { family: 'scraping', meaning: `${client} copies the whole shop.`, worked: true, requests: attacker.requests };
}

/** One page with another query each time, so that no cache can answer. */
export function cacheBusting(scene: Scene): Campaign {
  const { random, site } = scene;
  const [client] = drawAttackers(scene, 1);
  const attacker = Attacker.disguised(scene, client!);
  const style = random.integer(0, 2);
  const count = random.integer(3_000, 9_000);
  const pause = 1 / random.integer(8, 30);
  for (const time of times(random, drawStart(scene, count * pause * 2), count, pause)) {
    const digits = random.integer(1_000_000, 99_999_999);
    const query = [`?${digits}`, `?r=${digits.toString(36)}`, `?s=${digits.toString(36)}&nocache=${digits}`][style];
    attacker.send(time, { target: `/${query}`, status: random.chance(0.2) ? 503 : 200, bytes: site.front.bytes });
  }
  const meaning = `${client} goes round the cache with a new query each time.`;
  return { family: 'cache-busting', meaning, worked: true, requests: attacker.requests };
}

/** One address that is another browser with each request. */
export function agentSwitching(scene: Scene): Campaign {
  const { random, site } = scene;
  const [client] = drawAttackers(scene, 1);
  const attacker = Attacker.disguised(scene, client!);
  const count = random.integer(600, 2_500);
  const seconds = random.integer(10, 60) * MINUTE;
  for (const time of times(random, drawStart(scene, 2 * seconds), count, seconds / count)) {
    const version = `${random.integer(60, 140)}.0.${random.integer(1_000, 7_000)}.${random.integer(10, 200)}`;
    const userAgent = `Mozilla/5.0 (Windows NT ${random.pick(['6.1', '10.0'])}; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Safari/537.36`;
    const { path, bytes } = random.pick(site.products);
    attacker.send(time, { target: path, bytes, userAgent });
  }
  const meaning = `${client} pretends to be another browser each time.`;
  return { family: 'agent-switching', meaning, worked: true, requests: attacker.requests };
}

/** Another site shows a picture of the shop to its many visitors. */
export function hotLinking(scene: Scene): Campaign {
  const { random, site } = scene;
  const shown = random.pick(site.products).assets.slice(-random.integer(1, 2));
  const referrer = `https://${random.pick(['matome', 'forum', 'kakaku', 'diary'])}.example.net/thread/${random.integer(1_000, 9_000)}/`;
  const hours = random.integer(5, 12);
  const start = drawStart(scene, hours * HOUR);
  const requests = Array.from({ length: random.integer(2_000, 6_000) }, () => {
    const phone = random.chance(0.6);
    const viewer = new Attacker(phone ? drawMobile(random) : drawHome(random), drawBrowser(random, phone));
    const time = start + random.integer(0, hours * HOUR);
    for (const { path, bytes } of shown) viewer.send(time, { target: path, bytes, referrer, protocol: 'HTTP/2.0' });
    return viewer.requests;
  }).flat();
  const meaning = `${referrer} shows pictures of the shop, which pays for the traffic.`;
  return { family: 'hot-linking', meaning, worked: true, requests, clientsAreVictims: true };
}
