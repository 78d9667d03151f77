import { Choice, type Random } from '../random';
import type { Page, Resource } from '../trafficSite';

/** A thing for sale. */
export interface Product extends Page {
  /** Number in the shop's data base. */
  readonly id: number;
}

/** A small shop on WordPress as its visitors see it; it exists nowhere on disk. */
export interface ShopSite {
  readonly host: string;
  readonly origin: string;
  readonly front: Page;
  readonly categories: readonly Page[];
  readonly products: readonly Product[];
  readonly articles: readonly Page[];
  readonly company: readonly Page[];
  readonly contact: Page;
  readonly account: Page;
  readonly cart: Page;
  readonly checkout: Page;
  /** A page that shows the state of an order and asks for news as long as it is open. */
  readonly orderStatus: Page;
  /** The page that the newsletter leads to. */
  readonly campaign: Page;
  /** Pages that people come to, the popular ones more often. */
  readonly popular: Choice<Page>;
  readonly notFoundBytes: number;
}

const HOST = 'shop.example.jp';
const THEME = '/wp-content/themes/mise';
const PLUGINS = '/wp-content/plugins';
const VERSION = '?ver=6.8.2';

/** What every page loads. */
const COMMON: readonly Resource[] = [
  { path: `${THEME}/style.css${VERSION}`, bytes: 61_204 },
  { path: `${PLUGINS}/woocommerce/assets/css/woocommerce.css?ver=10.1.2`, bytes: 83_112 },
  { path: `${PLUGINS}/contact-form-7/includes/css/styles.css?ver=6.1.1`, bytes: 2_894 },
  { path: `/wp-includes/js/jquery/jquery.min.js?ver=3.7.1`, bytes: 87_553 },
  { path: `${THEME}/js/main.js${VERSION}`, bytes: 30_417 },
  { path: `${PLUGINS}/woocommerce/assets/js/frontend/add-to-cart.min.js?ver=10.1.2`, bytes: 3_026 },
  { path: `${THEME}/fonts/mise-icons.woff2`, bytes: 18_204 },
  { path: '/wp-content/uploads/logo.svg', bytes: 4_120 },
  { path: '/wp-content/uploads/2024/03/header.webp', bytes: 142_886 },
];

/** A picture that an old article still shows and that was deleted. */
const LOST_PICTURE: Resource = { path: '/wp-content/uploads/2016/04/kiln-old.jpg', bytes: -1 };

const GOODS = 'bowl plate cup vase teapot tray apron towel lamp basket book print candle soap spoon box'.split(' ');
const KINDS = 'blue white black iron celadon ash flower striped round deep small large handmade glazed'.split(' ');
/** Goods and articles whose names look like something else to a careless rule. */
const ODD_NAMES = [
  'javascript-the-good-parts-book',
  'select-from-our-new-collection',
  'union-jack-mug',
  'drop-shaped-table-lamp',
  'how-to-edit-htaccess-and-php-ini',
  'admin-desk-set',
  'shell-plate-small',
  'backup-battery-lamp',
  'sql-for-beginners-book',
  'config-shelf-oak',
];
const JAPANESE = [
  '陶器の選び方',
  '秋の新作',
  'お手入れのこつ',
  '贈り物に',
  '作家紹介',
  '展示会のお知らせ',
  '年末年始の営業',
];

const PRODUCTS = 900;
const ARTICLES = 160;
const CATEGORIES = 30;

/** Makes the shop with its goods; the same random numbers give the same shop. */
export function createShopSite(random: Random): ShopSite {
  const products = Array.from({ length: PRODUCTS }, (_, index) => createProduct(random, index));
  const articles = Array.from({ length: ARTICLES }, (_, index) => createArticle(random, index));
  const categories = Array.from({ length: CATEGORIES }, (_, index) => createCategory(random, index, products));
  const front = page('/', 64_310, 160, pictures(random, '2025/08', 8));
  const company = ['/about/', '/access/', '/guide/', '/shipping/', '/law/', '/privacy/', '/en/'].map((path) =>
    page(path, random.integer(20_000, 32_000), 6),
  );
  const film: Resource = { path: '/wp-content/uploads/2025/05/workshop.mp4', bytes: 38_204_771 };
  const workshop: Page = { ...page('/workshop/', 30_114, 14, pictures(random, '2025/05', 6)), video: film };
  const gallery = page('/gallery/', 41_200, 12, pictures(random, '2024/11', 48));
  const contact = page('/contact/', 24_880, 4);
  return {
    host: HOST,
    origin: `https://${HOST}`,
    front,
    categories,
    products,
    articles,
    company,
    contact,
    account: page('/my-account/', 26_104, 0),
    cart: page('/cart/', 29_755, 0),
    checkout: page('/checkout/', 52_310, 0),
    orderStatus: page('/order-status/', 18_900, 0),
    campaign: page('/campaign/autumn-sale/', 48_120, 2, pictures(random, '2025/09', 10)),
    popular: new Choice(
      [front, workshop, gallery, contact, ...company, ...categories, ...products, ...articles].map(
        (each) => [each, each.weight] as const,
      ),
    ),
    notFoundBytes: 19_874,
  };
}

function createProduct(random: Random, index: number): Product {
  const name = index < ODD_NAMES.length ? ODD_NAMES[index]! : `${random.pick(KINDS)}-${random.pick(GOODS)}-${index}`;
  const year = random.integer(2022, 2025);
  const month = String(random.integer(1, 12)).padStart(2, '0');
  const shown = pictures(random, `${year}/${month}`, random.integer(2, 6));
  return { ...page(`/product/${name}/`, random.integer(36_000, 58_000), 60 / (index + 6), shown), id: 1_000 + index };
}

function createArticle(random: Random, index: number): Page {
  const slug = random.chance(0.35) ? encodeURIComponent(random.pick(JAPANESE)) : (ODD_NAMES[index] ?? 'notes');
  const shown = pictures(random, `${2025 - Math.floor(index / 24)}/06`, random.integer(1, 9));
  const lost = index % 40 === 7 ? [LOST_PICTURE] : [];
  const weight = index === 7 ? 12 : 14 / (index + 4);
  return page(`/${slug}/${3_200 - index * 7}/`, random.integer(24_000, 61_000), weight, [...shown, ...lost]);
}

function createCategory(random: Random, index: number, products: readonly Product[]): Page {
  const name = index < GOODS.length ? GOODS[index]! : `${KINDS[index - GOODS.length] ?? 'other'}-ware`;
  const thumbnails = Array.from({ length: 16 }, () => {
    const [picture] = random.pick(products).assets.slice(COMMON.length);
    return {
      path: (picture?.path ?? '/wp-content/uploads/none.webp').replace('.webp', '-300x300.webp'),
      bytes: 14_220,
    };
  });
  return page(`/product-category/${name}/`, random.integer(50_000, 70_000), 30 / (index + 3), thumbnails);
}

function pictures(random: Random, folder: string, count: number): Resource[] {
  return Array.from({ length: count }, () => ({
    path: `/wp-content/uploads/${folder}/IMG_${random.integer(1_000, 9_999)}.webp`,
    bytes: random.integer(30_000, 260_000),
  }));
}

function page(path: string, bytes: number, weight: number, shown: readonly Resource[] = []): Page {
  return { path, bytes, weight, assets: [...COMMON, ...shown] };
}
