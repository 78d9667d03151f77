import { drawUserAgent } from './agents';
import type { LoggedRequest } from './lines';
import { Choice, type Random } from './random';
import type { TrafficSite } from './trafficSite';

const AJAX = '/wp-admin/admin-ajax.php';

/** Who works on a WordPress site, and where it runs: its server calls itself to get scheduled work done. */
export interface WordPress {
  readonly editorAddress: string;
  readonly serverAddress: string;
}

const ADMIN_PAGES = new Choice<string>([
  ['/wp-admin/', 4],
  ['/wp-admin/edit.php', 6],
  ['/wp-admin/upload.php', 3],
  ['/wp-admin/post-new.php', 2],
  ['/wp-admin/edit-comments.php', 2],
  ['/wp-admin/plugins.php', 1],
]);

const ADMIN_ASSETS = [
  '/wp-admin/load-styles.php?c=0&dir=ltr&load%5Bchunk_0%5D=dashicons,admin-bar,common,forms,admin-menu&ver=5.8.1',
  '/wp-admin/load-scripts.php?c=0&load%5Bchunk_0%5D=jquery-core,jquery-migrate,utils,hoverintent-js,common&ver=5.8.1',
];

/** A working day of an editor: log-in in the morning, then admin pages that send a heartbeat as long as they are open. */
export function editorDay(random: Random, site: TrafficSite, address: string, midnight: number): LoggedRequest[] {
  const userAgent = drawUserAgent(random, false);
  const requests: LoggedRequest[] = [];
  const log = (time: number, method: string, target: string, status: number, bytes: number, from: string): void => {
    const referrer = site.origin + from;
    requests.push({
      time,
      client: address,
      method,
      target,
      protocol: site.browserProtocol,
      status,
      bytes,
      referrer,
      userAgent,
    });
  };
  let time = midnight + 9 * 3_600 + random.integer(0, 3_600);
  const end = time + random.integer(6, 9) * 3_600;
  log(time, 'GET', '/wp-login.php', 200, 5_821, '/wp-admin/');
  log(time + 12, 'POST', '/wp-login.php', 302, 0, '/wp-login.php');
  let page = '/wp-admin/';
  time += 13;
  while (time < end) {
    const from = page;
    page = random.chance(0.3)
      ? `/wp-admin/post.php?post=${random.integer(200, 2_400)}&action=edit`
      : ADMIN_PAGES.pick(random);
    log(time, 'GET', page, 200, random.integer(18_000, 74_000), from);
    for (const asset of ADMIN_ASSETS) log(time + 1, 'GET', asset, 200, random.integer(20_000, 90_000), page);
    const leaves = time + Math.ceil(random.gap(900));
    const heartbeat = random.pick([15, 60]);
    for (time += heartbeat; time < leaves; time += heartbeat) {
      log(time, 'POST', AJAX, 200, random.integer(40, 120), page);
    }
  }
  return requests;
}

/** WordPress posts to its own wp-cron.php when a visit finds work due: every few minutes. */
export function cronDay(random: Random, site: TrafficSite, address: string, midnight: number): LoggedRequest[] {
  const requests: LoggedRequest[] = [];
  const userAgent = `WordPress/5.8.1; ${site.origin}`;
  for (
    let time = midnight + random.integer(0, 300);
    time < midnight + 86_400;
    time += 60 + Math.ceil(random.gap(240))
  ) {
    const target = `/wp-cron.php?doing_wp_cron=${time}.${random.integer(1_000_000, 9_999_999)}09970703125`;
    const request = {
      time,
      client: address,
      method: 'POST',
      target,
      protocol: site.programProtocol,
      status: 200,
      bytes: 0,
    };
    requests.push({ ...request, referrer: `${site.origin}${target}`, userAgent });
  }
  return requests;
}
