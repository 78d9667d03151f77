import type { MarkedWord } from './wordScanner';

/** What a user agent tells, as bits. Agents are the sender's own words: each may be a lie. */
export const AgentMark = {
  /** Looks like a browser. */
  browser: 1 << 0,
  /** Says that it is a robot of any kind. */
  robot: 1 << 1,
  /** Names a tool that is made for attacking or scanning. */
  attackTool: 1 << 2,
  /** Names a program that collects mail addresses or copies whole sites. */
  harvester: 1 << 3,
  /** Names a library or a command by which any program asks. */
  library: 1 << 4,
  google: 1 << 5,
  bing: 1 << 6,
  apple: 1 << 7,
  yandex: 1 << 8,
  meta: 1 << 9,
  /** Watches whether sites are up. */
  monitor: 1 << 10,
  yahoo: 1 << 11,
  baidu: 1 << 12,
  duckDuckGo: 1 << 13,
  openAi: 1 << 14,
  anthropic: 1 << 15,
  amazon: 1 << 16,
  petal: 1 << 17,
  perplexity: 1 << 18,
} as const;

/** The words that give an agent its marks. */
export const agentWords: readonly MarkedWord[] = [
  ['^mozilla/', AgentMark.browser],
  ['^opera/', AgentMark.browser],
  ...words(
    AgentMark.robot,
    'bot|crawl|spider|slurp|fetcher|feed|rss|monitor|preview|validator|+http|archiver|facebookexternalhit|headless|phantomjs',
  ),
  ...words(
    AgentMark.attackTool,
    'nikto|sqlmap|nmap|masscan|zgrab|zmap/|zmeu|wpscan|nuclei|gobuster|dirbuster|dirsearch|feroxbuster|ffuf|wfuzz|fuzz faster|hydra|' +
      'acunetix|nessus|openvas|burp|owasp zap|zaproxy|arachni|w3af|havij|jorgee|morfeus|dfind|whatweb|joomscan|droopescan|commix|' +
      'fimap|skipfish|vega/|netsparker|appscan|webinspect|qualys|paros|grendel|grabber|httprint|brutus|medusa|patator|xsser|' +
      'sqlninja|bsqlbf|absinthe|pangolin|jbrofuzz|libwhisker|muieblackcat|muhstik|datacha0s|toata|wprecon|sysscan|fhscan|' +
      'projectdiscovery|l9explore|l9tcpid|leakix|internet-measurement|internetmeasurement|paloaltonetworks|expanse|censys|' +
      'shodan|netsystemsresearch|odin.io|hello, world|hello world|xpymep|gh0st|check1.exe|scan.lol|webshag|voideye|sqlworm|' +
      'mozlila|mozila/|x09mozilla|x22mozilla|t0phackteam|nimbostratus|s1z.ru|() {|${jndi',
  ),
  ...words(
    AgentMark.harvester,
    'emailsiphon|email siphon|emailwolf|email wolf|emailcollector|email collector|extractorpro|extractor|autoemailspider|' +
      'cherrypicker|harvest|httrack|webcopier|webzip|webstripper|websucker|sitesucker|site sucker|sitesnagger|teleport|webreaper|' +
      'offline explorer|offline navigator|webwhacker|web whacker|blackwidow|flashget|getright|gozilla|go!zilla|leechget|' +
      'netants|netzip|superbot|wwwoffle|xaldon|pavuk|larbin|copier|siphon|sucker|stripper|webcollage|picscout|imagesucker|' +
      'microsoft url control|indy library|mfc_tear|webbandit|webleacher|website quester|webfetch|scrapy|octopus|collector',
  ),
  ...words(
    AgentMark.library,
    'curl/|wget/|python|urllib|go-http-client|libwww-perl|lwp|java/|okhttp|axios|node-fetch|undici|aiohttp|httpx|httpclient|' +
      'http_request|php/|guzzle|ruby|mechanize|winhttp|powershell|perl|snoopy|fasthttp|reqwest|typhoeus|pycurl|rest-client|' +
      'http::lite|http-client|libcurl|scrapy|colly|got (',
  ),
  ...words(AgentMark.google | AgentMark.robot, 'googlebot'),
  ...words(AgentMark.bing | AgentMark.robot, 'bingbot|msnbot|adidxbot'),
  ...words(AgentMark.apple | AgentMark.robot, 'applebot'),
  ...words(AgentMark.yandex | AgentMark.robot, 'yandexbot|yandexmobilebot|yandeximages'),
  ...words(AgentMark.meta | AgentMark.robot, 'facebookexternalhit|meta-externalagent'),
  ...words(AgentMark.yahoo | AgentMark.robot, 'yahoo! slurp'),
  ...words(AgentMark.baidu | AgentMark.robot, 'baiduspider'),
  ...words(AgentMark.duckDuckGo | AgentMark.robot, 'duckduckbot'),
  ...words(AgentMark.openAi | AgentMark.robot, 'gptbot|oai-searchbot|chatgpt-user'),
  ...words(AgentMark.anthropic | AgentMark.robot, 'claudebot'),
  ...words(AgentMark.amazon | AgentMark.robot, 'amazonbot'),
  ...words(AgentMark.petal | AgentMark.robot, 'petalbot'),
  ...words(AgentMark.perplexity | AgentMark.robot, 'perplexitybot'),
  ...words(
    AgentMark.monitor | AgentMark.robot,
    'uptimerobot|pingdom|statuscake|site24x7|uptime|healthcheck|health check|mackerel|newrelic|datadog|zabbix|nagios',
  ),
];

function words(marks: number, list: string): MarkedWord[] {
  return list.split('|').map((word) => [word, marks] as const);
}
