import type { Random } from '../random';
import { Attacker, drawAttackers, drawStart, times, type Campaign, type Scene, type Sent } from './campaign';

const WORDS = (
  'about access account admin ajax api app archive assets auth backup bak bin blog board cache cart cgi client cms code ' +
  'common conf config console contact content core cron data database db debug demo dev doc download edit editor email ' +
  'error export file files form forum ftp gallery help home hidden html image img import inc include index info install ' +
  'intranet java jobs js lang lib license list local log login logs mail main manage manager media member mobile module ' +
  'monitor news node office old order page panel pass php phpinfo pma portal private proxy public readme register report ' +
  'root rss script search secret secure server service session setup shop sitemap sql staff staging stat status store ' +
  'support sys system temp template test theme tmp tool upload user util vendor version video web webmail wiki work xml'
).split(' ');
const ENDINGS = ['', '/', '.php', '.html', '.asp', '.aspx', '.jsp', '.txt', '.zip', '.bak', '.old', '.cgi', '.json'];

/** Thousands of names that might be there, one after the other. */
export function pathSweep(scene: Scene): Campaign {
  const { random } = scene;
  const count = random.integer(500, 4_000);
  const pause = 1 / random.integer(2, 25);
  return probes(scene, 'path-sweep', 'searches for hidden files and folders', count, pause, () => {
    const parts = Array.from(
      { length: random.integer(1, 2) },
      () => random.pick(WORDS) + (random.chance(0.2) ? random.integer(1, 99) : ''),
    );
    const target = `/${parts.join(random.pick(['/', '-', '_', '']))}${random.pick(ENDINGS)}`;
    const draw = random.next();
    if (draw < 0.01) return { target, status: 403, bytes: 199 };
    return draw < 0.02 ? { target, status: 301 } : { target };
  });
}

const PLUGINS = (
  'akismet contact-form-7 elementor wordpress-seo woocommerce wordfence revslider duplicator wp-file-manager ' +
  'all-in-one-seo-pack jetpack wp-super-cache w3-total-cache ninja-forms wpforms-lite updraftplus really-simple-ssl ' +
  'mailchimp-for-wp tablepress wp-statistics siteorigin-panels the-events-calendar loginizer give learnpress bbpress ' +
  'buddypress backwpup nextgen-gallery redux-framework formidable simple-301-redirects easy-wp-smtp wp-mail-smtp ' +
  'thim-elementor-kit royal-elementor-addons essential-addons-for-elementor-lite litespeed-cache startklar'
).split(' ');

/** What is installed, and in which version? */
export function cmsEnumeration(scene: Scene): Campaign {
  const { random } = scene;
  const style = random.integer(0, 1);
  const folders = [
    '',
    '/blog',
    '/wp',
    '/wordpress',
    '/web',
    '/site',
    '/cms',
    '/shop',
    '/test',
    '/news',
    '/2020',
    '/old',
    '/media',
  ];
  const files = ['/wp-includes/wlwmanifest.xml', '/xmlrpc.php?rsd', '/readme.html', '/wp-admin/install.php'];
  const targets =
    style === 0
      ? PLUGINS.map((plugin) => `/wp-content/plugins/${plugin}/readme.txt`)
      : files.flatMap((file) => folders.map((folder) => folder + file));
  const here = new Set(['contact-form-7', 'woocommerce'].map((plugin) => `/wp-content/plugins/${plugin}/readme.txt`));
  return probeList(scene, 'cms-enumeration', 'asks what is installed', targets, random.pick([0.2, 1, 2]), (target) =>
    here.has(target) ? { target, status: 200, bytes: 31_204 } : { target },
  );
}

/** What are the users called? */
export function userEnumeration(scene: Scene): Campaign {
  const { random } = scene;
  const authors = Array.from({ length: random.integer(10, 40) }, (_, index) => `/?author=${index + 1}`);
  const listed = [
    '/wp-json/wp/v2/users',
    '/wp-json/wp/v2/users?per_page=100&page=1',
    '/?rest_route=/wp/v2/users/',
    '/author-sitemap.xml',
  ];
  const targets = random.chance(0.5) ? authors : [...listed, ...authors];
  return probeList(
    scene,
    'user-enumeration',
    'asks for the names of users',
    targets,
    random.pick([0.5, 1, 3]),
    (target) => {
      const found = /author=[12]$/.test(target);
      return found ? { target, status: 301 } : { target, status: target.includes('users') ? 401 : 404, bytes: 120 };
    },
  );
}

const SECRETS = (
  '/.env /.env.bak /.env.local /.env.production /.env.save /.env.old /api/.env /app/.env /backend/.env ' +
  '/core/.env /laravel/.env /public/.env /admin/.env /shop/.env /wp/.env /dev/.env /.git/config /.git/HEAD ' +
  '/.git/index /.git/logs/HEAD /.svn/entries /.svn/wc.db /.hg/store/00manifest.i /.htpasswd /.htaccess.bak ' +
  '/.aws/credentials /.ssh/id_rsa /.bash_history /.DS_Store /.vscode/sftp.json /sftp-config.json ' +
  '/wp-config.php.bak /wp-config.php~ /wp-config.php.old /wp-config.txt /wp-config.php.save /config.php.bak ' +
  '/configuration.php.bak /web.config.bak /backup.zip /backup.tar.gz /backup.sql /backup.sql.gz /db.sql ' +
  '/dump.sql /dump.sql.gz /database.sql /mysql.sql /site.zip /www.zip /public_html.zip /htdocs.tar.gz ' +
  '/shop.zip /example.sql /wordpress.zip /wp-content/debug.log /wp-content/backup-db/ /phpinfo.php /info.php ' +
  '/composer.json /composer.lock /package.json /docker-compose.yml /id_rsa /server.key /credentials.json ' +
  '/secrets.yml /storage/logs/laravel.log /error_log /users.csv'
).split(' ');

/** Passwords and copies of the site that somebody left lying about; here nobody did. */
export function secretFiles(scene: Scene): Campaign {
  const { random } = scene;
  const targets = shuffled(random, SECRETS).slice(0, random.integer(25, SECRETS.length));
  return probeList(
    scene,
    'secret-files',
    'looks for passwords and backups',
    targets,
    random.pick([0.1, 0.5, 2]),
    (target) => (target.includes('/.ht') ? { target, status: 403, bytes: 199 } : { target }),
  );
}

/** The same, and one is there. */
export function exposedFile(scene: Scene): Campaign {
  const { random } = scene;
  const exposed = random.pick([
    { target: '/backup.sql.gz', bytes: 48_220_114 },
    { target: '/dump.sql', bytes: 96_201_330 },
    { target: '/.git/config', bytes: 312 },
    { target: '/.env', bytes: 1_204 },
    { target: '/wp-config.php.bak', bytes: 3_380 },
  ]);
  const others = shuffled(random, SECRETS)
    .filter((target) => target !== exposed.target)
    .slice(0, random.integer(3, 20));
  const targets = shuffled(random, [...others, exposed.target]);
  const campaign = probeList(
    scene,
    'exposed-file',
    `gets ${exposed.target}`,
    targets,
    random.pick([0.5, 2]),
    (target) => (target === exposed.target ? { ...exposed, status: 200 } : { target }),
  );
  return { ...campaign, worked: true, isTelling: ({ target }) => target === exposed.target };
}

function probeList(
  scene: Scene,
  family: Campaign['family'],
  doing: string,
  targets: readonly string[],
  pause: number,
  answer: (target: string) => Sent,
): Campaign {
  let next = 0;
  return probes(scene, family, doing, targets.length, pause, () => answer(targets[next++]!));
}

/** One address that asks for one thing after the other; what `draw` gives no status is not there. */
function probes(
  scene: Scene,
  family: Campaign['family'],
  doing: string,
  count: number,
  pause: number,
  draw: () => Sent,
): Campaign {
  const { random, site } = scene;
  const [client] = drawAttackers(scene, 1);
  const attacker = Attacker.disguised(scene, client!);
  for (const time of times(random, drawStart(scene, count * pause * 2), count, pause)) {
    attacker.send(time, { status: 404, bytes: site.notFoundBytes, ...draw() });
  }
  return { family, meaning: `${client} ${doing}.`, worked: false, requests: attacker.requests };
}

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => [random.next(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
}
