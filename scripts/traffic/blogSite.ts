import type { Random } from './random';
import type { Page, Resource, TrafficSite } from './trafficSite';

const ORIGIN = 'https://example.jp';
const POSTS = 480;
const POSTS_A_MONTH = 4;
/** October 2021, counted in months. */
const NEWEST_MONTH = 2021 * 12 + 9;
const TITLES = [
  '陶芸教室のお知らせ',
  '窯出しのご案内',
  '秋の展示会',
  '年末年始の営業日',
  '新しい器が届きました',
  '土と釉薬の話',
];

/** What every page of the blog loads; a cache plug-in has put the theme's files together. */
const THEME_ASSETS: readonly Resource[] = [
  { path: '/wp-content/cache/all.css', bytes: 79_103 },
  { path: '/wp-content/cache/all.js', bytes: 98_891 },
  { path: '/wp-content/uploads/logo.png', bytes: 8_812 },
  { path: '/wp-content/uploads/head.jpg', bytes: 64_207 },
];

const SEARCHED = [
  '皿',
  '茶碗',
  '湯のみ',
  '土鍋',
  '花瓶',
  '教室',
  '展示会',
  '予約',
  '営業時間',
  '地図',
  '釉薬',
  '金継ぎ',
];

/** A WordPress site of some hundred posts with photographs, made for large logs; it exists nowhere on disk. */
export function createBlogSite(random: Random): TrafficSite {
  const front = page('/', random.integer(38_000, 46_000), 90);
  const contact = page('/contact/', 21_004, 4);
  const thanks = page('/contact/thanks/', 17_330, 0);
  const film = { path: '/wp-content/uploads/2021/09/kiln.mp4', bytes: 14_880_113 };
  const company = ['/company/', '/access/', '/works/', '/lesson/', '/english/'].map((path) => page(path, 24_310, 12));
  const tour: Page = { ...page('/tour/', 26_871, 8), video: film };
  const searches = SEARCHED.map((word) => page(`/?s=${encodeURIComponent(word)}`, 22_940, 1));
  const posts = Array.from({ length: POSTS }, (_, index) => createPost(random, index));
  return {
    origin: ORIGIN,
    browserProtocol: 'HTTP/2.0',
    programProtocol: 'HTTP/1.1',
    pages: [front, ...company, tour, contact, thanks, ...searches, ...posts],
    form: { page: contact, action: '/contact/send.php', thanks },
    feed: { path: '/feed/', bytes: 31_442 },
    robots: { path: '/robots.txt', bytes: 112 },
    sitemap: { path: '/wp-sitemap.xml', bytes: 1_204 },
    notFoundBytes: 16_208,
  };
}

/** A post with one to six photographs; the newest are read most. */
function createPost(random: Random, index: number): Page {
  const months = NEWEST_MONTH - Math.floor(index / POSTS_A_MONTH);
  const folder = `/wp-content/uploads/${Math.floor(months / 12)}/${String((months % 12) + 1).padStart(2, '0')}`;
  const number = 40 + (POSTS - index) * 3;
  const slug = random.chance(0.1) ? encodeURIComponent(random.pick(TITLES)) : 'archives';
  const photographs = Array.from({ length: random.integer(1, 6) }, (_, photograph) => ({
    path: `${folder}/IMG_${number * 2 + photograph}.jpg`,
    bytes: random.integer(40_000, 240_000),
  }));
  return page(`/${slug}/${number}/`, random.integer(19_000, 52_000), 40 / (index + 4), photographs);
}

function page(path: string, bytes: number, weight: number, photographs: readonly Resource[] = []): Page {
  return { path, bytes, weight, assets: [...THEME_ASSETS, ...photographs] };
}
