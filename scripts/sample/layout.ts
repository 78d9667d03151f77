/** One page of the sample site. */
export interface PageContent {
  readonly title: string;
  /** HTML between the site's header and footer. */
  readonly body: string;
}

/** The pottery that the sample site belongs to; it doesn't exist. */
const SITE_NAME = '陶房つちのね';

const JAPANESE_NAVIGATION = `<a href="/">ホーム</a>
<a href="/about.html">陶房について</a>
<a href="/works/">器</a>
<a href="/workshop.html">陶芸教室</a>
<a href="/news/">お知らせ</a>
<a href="/access.html">交通案内</a>
<a href="/contact/">お問い合わせ</a>
<a href="/en/">English</a>`;

const ENGLISH_NAVIGATION = `<a href="/en/">Home</a>
<a href="/en/about.html">The pottery</a>
<a href="/en/visit.html">Visit us</a>
<a href="/contact/?lang=en">Contact</a>
<a href="/">日本語</a>`;

/** A Japanese page; `charset` is what its meta element declares, the bytes are up to the caller. */
export function japanesePage({ title, body }: PageContent, charset = 'UTF-8'): string {
  return document('ja', charset, `${title}|${SITE_NAME}`, JAPANESE_NAVIGATION, body);
}

/** An English page. */
export function englishPage({ title, body }: PageContent): string {
  return document('en', 'UTF-8', `${title} | Tsuchinone Pottery`, ENGLISH_NAVIGATION, body);
}

function document(language: string, charset: string, title: string, navigation: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="${charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/css/style.css">
<link rel="alternate" type="application/rss+xml" title="${SITE_NAME}" href="/news/rss.xml">
<script src="/js/menu.js" defer></script>
</head>
<body>
<header>
<a href="/"><img src="/images/logo.svg" alt="${SITE_NAME}" width="160" height="40"></a>
<nav id="menu">
${navigation}
</nav>
</header>
<main>
${body.trim()}
</main>
<footer>&copy; 2016-2021 ${SITE_NAME}</footer>
</body>
</html>
`;
}
