import { FLOOD } from '../../../../scripts/sample/incidentDay';
import { createSampleTraffic } from '../../../../scripts/sample/sampleTraffic';
import { createSiteFiles } from '../../../../scripts/sample/siteFiles';
import { floodRequests } from '../../../../scripts/traffic/flood';
import { japaneseMidnight, type LoggedRequest } from '../../../../scripts/traffic/lines';
import { ordinaryDay } from '../../../../scripts/traffic/ordinaryDay';
import { Random } from '../../../../scripts/traffic/random';
import { filesBelow, packedLog, type Story } from '../story';
import { MAIL_LIMIT_MAIL } from './hostMail';

const SEED = 20_211_101;
const LINES_A_DAY = 3_000;
const DAY_BEFORE = japaneseMidnight(2021, 10, 31);
const DAY_OF_FLOOD = japaneseMidnight(2021, 11, 1);

/** A domain of the account and its folder. */
interface Domain {
  readonly name: string;
  readonly folder: string;
  /** Whether the mailer of the removed pages is still there. */
  readonly hasLeftOver: boolean;
}

/** How an account is laid out: `chosen` names of folders, which say nothing, or one for each domain. */
export type AccountLayout = 'chosen' | 'domains';

/** ロリポップ! lets its customers choose the folders. Where they are named after domains, another domain has the mailer as well. */
const DOMAINS: Readonly<Record<AccountLayout, readonly Domain[]>> = {
  chosen: [
    { name: 'example.com', folder: 'school', hasLeftOver: false },
    { name: 'example.jp', folder: 'pottery', hasLeftOver: true },
    { name: 'example.net', folder: 'shop', hasLeftOver: false },
  ],
  domains: [
    { name: 'example.com', folder: 'example.com', hasLeftOver: true },
    { name: 'example.jp', folder: 'example.jp', hasLeftOver: true },
    { name: 'example.net', folder: 'example.net', hasLeftOver: false },
  ],
};
/** The domain whose mailer is called. */
const FLOODED = 'example.jp';

/** Where the parts of the story lie, below its folder. */
export const MAIL_LIMIT = {
  mail: 'mail.txt',
  logs: 'logs',
  site: 'web',
  /** The mailer, in the copy of the site. */
  mailer: 'pottery/tw/tw_contact.php',
} as const;

/**
 * A host stops the mails of an account with three domains. Its owner has the mail, the logs of two days for each domain and a copy
 * of the account. One domain has a mailer that no page leads to: four clients of one network call it 5,821 times.
 */
export function createMailLimitStory(layout: AccountLayout = 'chosen'): Story {
  return new Map([
    [MAIL_LIMIT.mail, { content: MAIL_LIMIT_MAIL }],
    ...DOMAINS[layout].flatMap((domain, index) => [...sitePart(domain), ...logParts(domain, new Random(SEED, index))]),
  ]);
}

function sitePart({ folder, hasLeftOver }: Domain): Story {
  const files = new Map([...createSiteFiles()].filter(([name]) => hasLeftOver || !name.startsWith('tw/')));
  // The sample incident has a web shell among its pictures; nobody got in here.
  files.delete('images/works/l.php');
  return new Map(filesBelow(`${MAIL_LIMIT.site}/${folder}`, files));
}

function logParts({ name }: Domain, random: Random): Story {
  const traffic = createSampleTraffic(random, createSiteFiles(), `http://${name}`);
  const log = (midnight: number, abuse: readonly LoggedRequest[] = []) =>
    packedLog('combined', name, [...ordinaryDay(random, traffic, midnight, LINES_A_DAY), ...abuse]);
  const flood = name === FLOODED ? floodRequests(random, FLOOD) : [];
  return new Map([
    [`${MAIL_LIMIT.logs}/${name}/20211031.log.gz`, log(DAY_BEFORE)],
    [`${MAIL_LIMIT.logs}/${name}/20211101.log.gz`, log(DAY_OF_FLOOD, flood)],
  ]);
}
