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
}

/**
 * Crawlers whose operators say where they come from. Sources of the numbers: googlebot.json and special-crawlers.json
 * (developers.google.com/search/docs/crawling-indexing/verifying-googlebot), bingbot.json (bing.com/toolbox), applebot.json
 * (support.apple.com/119829), Yandex's list of its networks, RADB's AS-FACEBOOK. Where a crawler also comes from a cloud that
 * anybody can rent (Google's, Microsoft's), who rents there cannot be told from it and is let be.
 */
export const crawlerOperators: readonly CrawlerOperator[] = [
  { name: 'Googlebot', mark: AgentMark.google, systems: [15169, 19527, 396982, 36040, 36384, 139070, 139190] },
  { name: 'Bingbot', mark: AgentMark.bing, systems: [8075, 8068, 8069, 3598, 6584, 12076] },
  { name: 'Applebot', mark: AgentMark.apple, systems: [714, 6185, 2709] },
  { name: 'Yandex', mark: AgentMark.yandex, systems: [13238, 200350, 208398, 208722, 202611] },
  { name: 'Facebook', mark: AgentMark.meta, systems: [32934, 54115, 63293, 149642] },
];

/** Marks of all agents that claim to be one of these crawlers. */
export const CRAWLER_CLAIM = crawlerOperators.reduce((sum, { mark }) => sum | mark, 0);

/** Whether any of the user agents claims to be one of these crawlers. */
export function namesCrawlers(agents: DictionaryData): boolean {
  return new WordScanner(agentWords).marksOfAll(agents).some((marks) => (marks & CRAWLER_CLAIM) !== 0);
}
