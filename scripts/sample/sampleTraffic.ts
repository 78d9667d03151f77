import type { AddressPlan } from '../traffic/addresses';
import type { OrdinaryTraffic } from '../traffic/ordinaryDay';
import { Crowd } from '../traffic/people';
import { usualPrograms } from '../traffic/programs';
import type { Random } from '../traffic/random';
import type { Page, Resource, TrafficSite } from '../traffic/trafficSite';

/** What contact/index.php writes for a Japanese visitor; its own size on disk is another. */
const CONTACT_PAGE_BYTES = 736;

/** Every page's style sheet, script and logo, and the picture that the style sheet names. */
const COMMON_ASSETS = ['/css/style.css', '/js/menu.js', '/images/logo.svg', '/images/clay.png'];

/** How often each page is the one that is opened, and the pictures on it. */
const PAGES: readonly (readonly [path: string, weight: number, pictures: readonly string[]])[] = [
  ['/', 40, ['/images/kiln.png']],
  ['/about.html', 9, []],
  ['/works/', 16, ['/images/works/plate.png', '/images/works/bowl.png']],
  ['/works/plates.html', 9, ['/images/works/plate.png']],
  ['/works/bowls.html', 8, ['/images/works/bowl.png']],
  ['/workshop.html', 14, []],
  ['/news/', 9, []],
  ['/news/20211030.html', 12, []],
  ['/news/20210912.html', 3, []],
  ['/access.html', 10, []],
  ['/en/', 4, ['/images/kiln.png']],
  ['/en/about.html', 2, []],
  ['/en/visit.html', 2, []],
];

/** The film is on the server alone: nobody downloads 14 MB along with the pages. */
const FILM: Resource = { path: '/movie/kiln.mp4', bytes: 14_880_113 };

/** People come from two IPv4 networks and one IPv6 network that are reserved for documentation (RFC 5737, RFC 3849). */
const ADDRESSES: AddressPlan = {
  ipv4: ['192.0.2', '198.51.100'],
  ipv6: ['2001:db8'],
  phonesOnIpv6: 0.6,
  computersOnIpv6: 0.35,
  hostNames: 0,
};

/**
 * What happens on the sample site every day; the sizes in the log are those of the files.
 * @param origin where the site is: `http://` and the domain
 */
export function createSampleTraffic(
  random: Random,
  files: ReadonlyMap<string, Uint8Array>,
  origin = 'http://example.jp',
): OrdinaryTraffic {
  const site = createTrafficSite(files, origin);
  const news = site.pages.find(({ path }) => path === '/news/20211030.html');
  return {
    site,
    crowd: new Crowd(random, site, ADDRESSES),
    // Programs come from the third documentation network, so that no visitor shares an address with one.
    programs: usualPrograms({
      google: ['203.0.113.66', '203.0.113.67', '203.0.113.68'],
      bing: ['203.0.113.81', '203.0.113.82'],
      apple: ['203.0.113.91'],
      feeds: ['203.0.113.101', '203.0.113.102', '203.0.113.103', '203.0.113.104'],
      monitor: ['203.0.113.111'],
    }),
    strangers: ['203.0.113'],
    peak: news && { page: news, start: 12 * 3_600 + 900, length: 3_600, share: 0.18 },
  };
}

function createTrafficSite(files: ReadonlyMap<string, Uint8Array>, origin: string): TrafficSite {
  const resource = (path: string): Resource => ({ path, bytes: sizeOf(files, path) });
  const common = COMMON_ASSETS.map(resource);
  const pages = PAGES.map(([path, weight, pictures]): Page => {
    const video = path === '/workshop.html' ? FILM : undefined;
    return { ...resource(path), weight, assets: [...common, ...pictures.map(resource)], video };
  });
  const contact: Page = {
    path: '/contact/',
    bytes: CONTACT_PAGE_BYTES,
    weight: 5,
    assets: [resource('/css/style.css')],
  };
  const thanks: Page = { ...resource('/contact/thanks.html'), weight: 0, assets: common };
  return {
    origin,
    browserProtocol: 'HTTP/1.1',
    programProtocol: 'HTTP/1.1',
    pages: [...pages, contact],
    form: { page: contact, action: '/contact/send.php', thanks },
    feed: resource('/news/rss.xml'),
    robots: resource('/robots.txt'),
    sitemap: resource('/sitemap.xml'),
    notFoundBytes: sizeOf(files, '/404.html'),
  };
}

function sizeOf(files: ReadonlyMap<string, Uint8Array>, path: string): number {
  const file = files.get(path.slice(1) + (path.endsWith('/') ? 'index.html' : ''));
  if (file === undefined) throw new Error(`The sample site has no ${path}.`);
  return file.length;
}
