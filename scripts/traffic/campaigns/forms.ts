import { drawBrowser } from '../shop/browsers';
import { Attacker, drawAttackers, drawStart, HOUR, times, type Campaign, type Scene } from './campaign';

const FEEDBACK = '/wp-json/contact-form-7/v1/contact-forms/12/feedback';

/** A form is used every few minutes, all day: too slowly for limits that count minutes. */
export function slowFormAbuse(scene: Scene): Campaign {
  const { random, site } = scene;
  const target = random.pick([FEEDBACK, '/form/mail.cgi', '/wp-json/contact-form-7/v1/contact-forms/31/feedback']);
  const hours = random.integer(9, 16);
  const start = drawStart(scene, hours * HOUR);
  const clients = drawAttackers(scene, random.pick([1, 1, random.integer(4, 9)]));
  const agent = drawBrowser(random, false);
  const posts = random.integer(150, 400);
  const attackers = clients.map((client) => new Attacker(client, agent));
  times(random, start, posts, (hours * HOUR) / posts).forEach((time, index) => {
    const request = { method: 'POST', target, bytes: 412, referrer: `${site.origin}/contact/` };
    attackers[index % attackers.length]!.send(time, request);
  });
  return {
    family: 'slow-form-abuse',
    meaning: `The form at ${target} sends a mail every few minutes, all day.`,
    worked: true,
    requests: attackers.flatMap(({ requests }) => requests),
  };
}

/** Comments with links, each address a few, without reading the article. */
export function commentSpam(scene: Scene): Campaign {
  const { random, site } = scene;
  const hours = random.integer(2, 10);
  const start = drawStart(scene, hours * HOUR);
  const accepted = random.chance(0.7);
  const requests = drawAttackers(scene, random.integer(20, 60)).flatMap((client) => {
    const attacker = Attacker.disguised(scene, client);
    const count = random.integer(4, 15);
    for (const time of times(random, start + random.integer(0, HOUR), count, (hours * HOUR) / count / 2)) {
      const referrer = site.origin + random.pick(site.articles).path;
      attacker.send(time, {
        method: 'POST',
        target: '/wp-comments-post.php',
        status: accepted ? 302 : 403,
        bytes: 0,
        referrer,
      });
    }
    return attacker.requests;
  });
  return { family: 'comment-spam', meaning: 'Robots write comments.', worked: accepted, requests };
}

/** Accounts by the hundred. */
export function registrationSpam(scene: Scene): Campaign {
  const { random, site } = scene;
  const target = random.pick(['/wp-login.php?action=register', '/my-account/?action=register']);
  const hours = random.integer(2, 8);
  const start = drawStart(scene, hours * HOUR);
  const requests = drawAttackers(scene, random.integer(6, 30)).flatMap((client) => {
    const attacker = Attacker.disguised(scene, client);
    const count = random.integer(10, 25);
    for (const time of times(random, start, count, (hours * HOUR) / count / 2)) {
      if (random.chance(0.3)) attacker.send(time - 2, { target, bytes: 8_204 });
      attacker.send(time, { method: 'POST', target, status: 302, referrer: site.origin + target });
    }
    return attacker.requests;
  });
  return {
    family: 'registration-spam',
    meaning: 'Robots register accounts.',
    worked: true,
    requests,
    isTelling: ({ method }) => method === 'POST',
  };
}
