import type { Random } from '../random';
import { drawBrowser } from '../shop/browsers';
import {
  Attacker,
  drawAttackers,
  drawStart,
  HOUR,
  times,
  type Campaign,
  type CampaignFamily,
  type CampaignMaker,
  type Scene,
  type Sent,
} from './campaign';

/** A way to try passwords on one program. */
interface LogIn {
  readonly family: CampaignFamily;
  readonly program: string;
  /** What one attempt sends; the attempt itself comes last but one, or last. */
  readonly attempt: (random: Random) => readonly Sent[];
  readonly isAttempt: (request: { readonly method: string; readonly status: number }) => boolean;
}

const posts = ({ method }: { readonly method: string }): boolean => method === 'POST';
const NAMES = ['admin', 'root', 'test', 'webmaster', 'info', 'shop', 'user'];

const LOG_INS: readonly LogIn[] = [
  {
    family: 'wordpress-brute-force',
    program: 'WordPress',
    attempt: (random) => [
      ...(random.chance(0.1) ? [{ target: '/wp-login.php', bytes: 9_120 }] : []),
      { method: 'POST', target: '/wp-login.php', bytes: 9_820 },
    ],
    isAttempt: posts,
  },
  {
    family: 'xmlrpc-brute-force',
    program: 'WordPress’s xmlrpc.php',
    attempt: () => [{ method: 'POST', target: '/xmlrpc.php', bytes: 403 }],
    isAttempt: posts,
  },
  {
    // Joomla answers every attempt with a redirect to the same page, right or wrong.
    family: 'joomla-brute-force',
    program: 'Joomla',
    attempt: () => [
      { target: '/joomla/administrator/index.php', bytes: 5_214 },
      { method: 'POST', target: '/joomla/administrator/index.php', status: 303 },
    ],
    isAttempt: posts,
  },
  {
    family: 'drupal-brute-force',
    program: 'Drupal',
    attempt: (random) => [
      { method: 'POST', target: '/drupal/user/login', status: random.chance(0.1) ? 403 : 200, bytes: 7_730 },
    ],
    isAttempt: posts,
  },
  {
    family: 'movable-type-brute-force',
    program: 'Movable Type',
    attempt: () => [{ method: 'POST', target: '/mt/mt.cgi', bytes: 6_720 }],
    isAttempt: posts,
  },
  {
    family: 'ec-cube-brute-force',
    program: 'EC-CUBE',
    attempt: () => [
      { method: 'POST', target: '/eccube/admin/login', status: 302 },
      { target: '/eccube/admin/login', bytes: 4_870 },
    ],
    isAttempt: posts,
  },
  {
    family: 'phpmyadmin-brute-force',
    program: 'phpMyAdmin',
    attempt: () => [{ method: 'POST', target: '/phpmyadmin/index.php', bytes: 17_220 }],
    isAttempt: posts,
  },
  {
    family: 'basic-auth-brute-force',
    program: 'the password of a folder',
    attempt: (random) => [{ target: '/private/stats/', status: 401, bytes: 381, user: random.pick(NAMES) }],
    isAttempt: ({ status }) => status === 401,
  },
];

/** One address that tries passwords on one program, for each program. */
export const bruteForces: readonly CampaignMaker[] = LOG_INS.map((logIn) => (scene) => bruteForce(scene, logIn));

function bruteForce(scene: Scene, { family, program, attempt, isAttempt }: LogIn): Campaign {
  const { random, site } = scene;
  const [client] = drawAttackers(scene, 1);
  const attacker = Attacker.disguised(scene, client!);
  const count = random.pick([random.integer(150, 400), random.integer(400, 1_500), random.integer(1_500, 4_000)]);
  const pause = random.pick([0.3, 1, 3, 8]);
  for (const time of times(
    random,
    drawStart(scene, Math.min(count * pause * 2, 20 * HOUR)),
    count,
    Math.min(pause, (10 * HOUR) / count),
  )) {
    for (const request of attempt(random)) attacker.send(time, { referrer: site.origin + request.target, ...request });
  }
  const meaning = `${client} tries passwords on ${program}.`;
  return { family, meaning, worked: false, requests: attacker.requests, isTelling: isAttempt };
}

/** Two hundred addresses that try a few passwords each. */
export function passwordSpraying(scene: Scene): Campaign {
  const { random, site } = scene;
  const hours = random.integer(2, 10);
  const start = drawStart(scene, hours * HOUR);
  const agent = drawBrowser(random, false);
  const requests = drawAttackers(scene, random.integer(150, 250)).flatMap((client) => {
    const attacker = new Attacker(client, agent);
    for (let tries = random.integer(2, 6); tries > 0; tries -= 1) {
      const time = start + random.integer(0, hours * HOUR);
      if (random.chance(0.5)) attacker.send(time - 1, { target: '/wp-login.php', bytes: 9_120 });
      attacker.send(time, {
        method: 'POST',
        target: '/wp-login.php',
        bytes: 9_820,
        referrer: `${site.origin}/wp-login.php`,
      });
    }
    return attacker.requests;
  });
  return {
    family: 'password-spraying',
    meaning: 'Hundreds of addresses try a few passwords each.',
    worked: false,
    requests,
    isTelling: posts,
  };
}

/** A password is found; a plug-in with a back door is uploaded and called. */
export function logInAfterFailures(scene: Scene): Campaign {
  const { random, site } = scene;
  const [client] = drawAttackers(scene, 1);
  const attacker = Attacker.disguised(scene, client!);
  const count = random.integer(60, 400);
  const moments = times(random, drawStart(scene, 3 * HOUR), count, random.pick([0.8, 3, 8]));
  const logIn = { method: 'POST', target: '/wp-login.php', referrer: `${site.origin}/wp-login.php` };
  for (const time of moments) attacker.send(time, { ...logIn, bytes: 9_820 });
  const success = moments.at(-1)! + 3;
  const name = random.pick(['wp-cache-helper', 'seo-tool-box', 'akismett']);
  attacker.send(success, { ...logIn, status: 302 });
  const steps: Sent[] = [
    { target: '/wp-admin/', bytes: 84_330 },
    { target: '/wp-admin/plugin-install.php?tab=upload', bytes: 51_204 },
    { method: 'POST', target: '/wp-admin/update.php?action=upload-plugin', bytes: 44_900 },
    { target: `/wp-admin/plugins.php?action=activate&plugin=${name}%2F${name}.php&_wpnonce=5d1f0c2ab9`, status: 302 },
    ...Array.from({ length: random.integer(4, 20) }, (): Sent => {
      return { method: 'POST', target: `/wp-content/plugins/${name}/${name}.php`, bytes: random.integer(10, 9_000) };
    }),
  ];
  steps.forEach((step, index) => attacker.send(success + 4 + index * random.integer(2, 9), step));
  return {
    family: 'log-in-after-failures',
    meaning: `${client} found a password of WordPress and uploaded a plug-in.`,
    worked: true,
    requests: attacker.requests,
    isTelling: ({ target }) => target === '/wp-login.php',
  };
}
