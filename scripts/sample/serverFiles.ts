/** Configuration, feeds and what else belongs to a site beside its pages. */
export const SERVER_FILES: Readonly<Record<string, string>> = {
  '.htaccess': `Options -Indexes
DirectoryIndex index.html index.php
ErrorDocument 404 /404.html
AddDefaultCharset Off
Redirect permanent /kyoshitsu.html http://example.jp/workshop.html
<FilesMatch "\\.(log|bak|inc)$">
Require all denied
</FilesMatch>
`,
  'robots.txt': `User-agent: *
Disallow: /contact/send.php
Sitemap: http://example.jp/sitemap.xml
`,
  'sitemap.xml': `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>http://example.jp/</loc></url>
<url><loc>http://example.jp/about.html</loc></url>
<url><loc>http://example.jp/works/</loc></url>
<url><loc>http://example.jp/workshop.html</loc></url>
<url><loc>http://example.jp/news/</loc></url>
<url><loc>http://example.jp/access.html</loc></url>
<url><loc>http://example.jp/contact/</loc></url>
<url><loc>http://example.jp/en/</loc></url>
</urlset>
`,
  'news/rss.xml': `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
<channel>
<title>陶房つちのね</title>
<link>http://example.jp/news/</link>
<description>陶房からのお知らせ</description>
<item>
<title>秋の窯出し展を開きます</title>
<link>http://example.jp/news/20211030.html</link>
<pubDate>Sat, 30 Oct 2021 09:00:00 +0900</pubDate>
</item>
<item>
<title>陶芸教室を再開しました</title>
<link>http://example.jp/news/20210912.html</link>
<pubDate>Sun, 12 Sep 2021 09:00:00 +0900</pubDate>
</item>
</channel>
</rss>
`,
  'css/style.css': `body { margin: 0 auto; max-width: 52rem; padding: 0 1rem; color: #332c26; background: #faf7f2; font-family: serif; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem; border-bottom: 1px solid #d8cbb8; }
nav { display: flex; flex-wrap: wrap; gap: 0.8rem; }
nav.closed { display: none; }
a { color: #8a4b22; }
h1 { font-weight: normal; background: url("../images/clay.png") no-repeat left center; padding-left: 2.2rem; }
form input, form textarea { display: block; width: 100%; box-sizing: border-box; }
footer { margin-top: 3rem; font-size: 0.8rem; }
`,
  'js/menu.js': `document.addEventListener('DOMContentLoaded', function () {
  var menu = document.getElementById('menu');
  if (!menu || window.innerWidth > 480) return;
  menu.className = 'closed';
  menu.parentNode.addEventListener('click', function () {
    menu.className = menu.className ? '' : 'closed';
  });
});
`,
  'images/logo.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="40" viewBox="0 0 160 40">
<path d="M6 12h24l-3 18a6 6 0 0 1-6 4h-6a6 6 0 0 1-6-4z" fill="#8a4b22"/>
<text x="42" y="27" font-size="18" fill="#332c26">陶房つちのね</text>
</svg>
`,
};
