import type { NetworkRecord } from '../../../address/addressData';
import type { DictionaryData } from '../../../log/dictionary';
import { AgentMark, agentWords } from './agentWords';
import { WordScanner } from './wordScanner';

/** Somebody who sends a crawler out, from networks of their own. */
export interface CrawlerOperator {
  /** What the crawler is called. */
  readonly name: string;
  /** `AgentMark` of agents that claim to be it. */
  readonly mark: number;
  /** Numbers of the autonomous systems that it comes from. */
  readonly systems: readonly number[];
  /** Those of clouds from which it comes as well, though anybody can rent there. */
  readonly clouds?: readonly number[];
  /** ISO 3166-1 alpha-2 codes of countries whose carriers it uses, too many to name. */
  readonly countries?: readonly string[];
}

/**
 * Crawlers whose operators say where they come from. Sources of the numbers: googlebot.json and special-crawlers.json
 * (developers.google.com/search/docs/crawling-indexing/verifying-googlebot), bingbot.json (bing.com/toolbox), applebot.json
 * (support.apple.com/119829), Yandex's list of its networks, RADB's AS-FACEBOOK, duckduckbot.json (duckduckgo.com), gptbot.json,
 * searchbot.json and chatgpt-user.json (openai.com), perplexitybot.json (perplexity.ai), developer.amazon.com/amazonbot; for
 * Slurp, Baiduspider, ClaudeBot and PetalBot the networks of the addresses whose names lead back to the operator. Where a crawler
 * also comes from a cloud that anybody can rent (Google's, Microsoft's, Amazon's), who rents there cannot be told from it and is
 * let be. Bytespider is not here: its operator does not say where it comes from.
 */
export const crawlerOperators: readonly CrawlerOperator[] = [
  { name: 'Googlebot', mark: AgentMark.google, systems: [15169, 19527, 396982, 36040, 36384, 139070, 139190] },
  { name: 'Bingbot', mark: AgentMark.bing, systems: [8075, 8068, 8069, 3598, 6584, 12076] },
  { name: 'Applebot', mark: AgentMark.apple, systems: [714, 6185, 2709] },
  { name: 'Yandex', mark: AgentMark.yandex, systems: [13238, 200350, 208398, 208722, 202611] },
  { name: 'Facebook', mark: AgentMark.meta, systems: [32934, 54115, 63293, 149642] },
  { name: 'Yahoo Slurp', mark: AgentMark.yahoo, systems: [10310, 14776, 14778, 26085, 26101, 36646, 36647] },
  { name: 'Baiduspider', mark: AgentMark.baidu, systems: [38365, 38627, 55967], countries: ['CN', 'HK', 'JP'] },
  { name: 'DuckDuckBot', mark: AgentMark.duckDuckGo, systems: [42729], clouds: [8075] },
  { name: 'OpenAI', mark: AgentMark.openAi, systems: [], clouds: [8075] },
  { name: 'ClaudeBot', mark: AgentMark.anthropic, systems: [399358], clouds: [14618, 16509, 396982] },
  { name: 'Amazonbot', mark: AgentMark.amazon, systems: [], clouds: [14618, 16509] },
  { name: 'PetalBot', mark: AgentMark.petal, systems: [], clouds: [55990, 136907] },
  { name: 'PerplexityBot', mark: AgentMark.perplexity, systems: [], clouds: [14618, 16509] },
];

/** Marks of all agents that claim to be one of these crawlers. */
export const CRAWLER_CLAIM = crawlerOperators.reduce((sum, { mark }) => sum | mark, 0);

/** Whether a network is one that a crawler comes from, as far as is known. */
export function isNetworkOf(
  { systems, clouds = [], countries = [] }: CrawlerOperator,
  { asn, country }: NetworkRecord,
): boolean {
  // Of an address that no system announces any more nothing can be said.
  if (asn === undefined) return true;
  return systems.includes(asn) || clouds.includes(asn) || (country !== undefined && countries.includes(country));
}

/** Whether any of the user agents claims to be one of these crawlers. */
export function namesCrawlers(agents: DictionaryData): boolean {
  return new WordScanner(agentWords).marksOfAll(agents).some((marks) => (marks & CRAWLER_CLAIM) !== 0);
}
