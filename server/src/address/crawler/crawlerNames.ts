/** Domains in which the computers of a crawler's operator have their names. */
export interface CrawlerDomains {
  readonly operator: string;
  readonly domains: readonly string[];
}

/**
 * Operators that say how their crawlers are told by name. Domains in which customers of an operator's cloud get names, too, are
 * not here. Sources: developers.google.com/search/docs/crawling-indexing/verifying-googlebot, bing.com/webmasters (verify
 * Bingbot), support.apple.com/119829, yandex.com/support/webmaster (check the robot), help.yahoo.com (Slurp),
 * help.baidu.com (Baiduspider), webmaster.petalsearch.com, seznam.cz (SeznamBot), ahrefs.com/robot, semrush.com/bot,
 * developer.amazon.com/amazonbot, searchadvisor.naver.com (Yeti), sogou.com/docs/help/webmasters.htm.
 */
export const crawlerDomains: readonly CrawlerDomains[] = [
  { operator: 'Google', domains: ['googlebot.com', 'google.com'] },
  { operator: 'Microsoft', domains: ['search.msn.com'] },
  { operator: 'Apple', domains: ['applebot.apple.com'] },
  { operator: 'Yandex', domains: ['yandex.ru', 'yandex.net', 'yandex.com'] },
  { operator: 'Yahoo', domains: ['crawl.yahoo.net'] },
  { operator: 'Baidu', domains: ['crawl.baidu.com', 'crawl.baidu.jp'] },
  { operator: 'Petal Search', domains: ['petalsearch.com', 'aspiegel.com'] },
  { operator: 'Seznam', domains: ['seznam.cz'] },
  { operator: 'Ahrefs', domains: ['ahrefs.com', 'ahrefs.net'] },
  { operator: 'Semrush', domains: ['bot.semrush.com'] },
  { operator: 'Amazon', domains: ['crawl.amazonbot.amazon'] },
  { operator: 'Naver', domains: ['crawl.naver.com', 'web.naver.com'] },
  { operator: 'Sogou', domains: ['crawl.sogou.com'] },
];

/** Who runs the crawlers of a host's domain; `undefined` where it is nobody's that is known. */
export function crawlerOperatorOf(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  return crawlerDomains.find(({ domains }) => domains.some((domain) => name.endsWith(`.${domain}`)))?.operator;
}
