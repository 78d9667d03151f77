import { createSampleTraffic } from '../../../../scripts/sample/sampleTraffic';
import { createSiteFiles } from '../../../../scripts/sample/siteFiles';
import { createBlogSite } from '../../../../scripts/traffic/blogSite';
import { japaneseMidnight, type LoggedRequest } from '../../../../scripts/traffic/lines';
import { ordinaryDay, type OrdinaryTraffic } from '../../../../scripts/traffic/ordinaryDay';
import { Crowd } from '../../../../scripts/traffic/people';
import { usualPrograms } from '../../../../scripts/traffic/programs';
import { Random } from '../../../../scripts/traffic/random';
import { packedLog, type Story, type StoryFile } from '../story';
import { abuse } from './abuse';
import { ftpLog } from './ftpLog';
import { INTRUSION_MAIL } from './hostMail';
import { hostList } from './listedFiles';
import { DOMAIN, INTRUSION, OTHER_DOMAIN, OWNER } from './places';
import { copyOfAccount } from './siteFiles';
import { WAYS_IN, type WayIn } from './waysIn';

const SEED = 20_211_109;
const HOUR = 3_600;
const DAY = 24 * HOUR;
const LINES_A_DAY = 6_000;
/** The logs reach back to the day before, and to the day after. */
const FIRST_DAY = japaneseMidnight(2021, 11, 8);
const DAYS = 3;
/** The host's days are from four in the morning to four in the morning. */
const DAY_ENDS = 4 * HOUR;
const WRITTEN_ON = ['20211108', '20211109', '20211110', '20211111'];

/**
 * A host locks forty files of an account. Its owner has the mail, the list, the logs of three days for both domains, that of FTP,
 * and a copy of the account from which some of the files are missing. Somebody came in the way that is asked for, planted files and
 * ran l.php until the host saw it; he and others guessed passwords in vain besides.
 */
export function createIntrusionStory(way: WayIn = 'plugin'): Story {
  const { requests, ftp } = WAYS_IN[way]();
  return new Map([
    [INTRUSION.mail, { content: INTRUSION_MAIL }],
    [INTRUSION.list, { content: hostList() }],
    [`${INTRUSION.logs}/${INTRUSION.ftpLog}`, { content: ftpLog(ftp) }],
    ...dailyLogs(DOMAIN, [...ordinaryDays(blogTraffic()), ...requests, ...abuse()]),
    ...dailyLogs(OTHER_DOMAIN, ordinaryDays(schoolTraffic())),
    ...copyOfAccount(),
  ]);
}

function ordinaryDays(traffic: OrdinaryTraffic): LoggedRequest[] {
  return Array.from({ length: DAYS }, (_, day) =>
    ordinaryDay(new Random(SEED, 1 + day), traffic, FIRST_DAY + day * DAY, LINES_A_DAY),
  ).flat();
}

/** A log for each of the host's days, named after the morning on which it was written. */
function dailyLogs(domain: string, requests: readonly LoggedRequest[]): [string, StoryFile][] {
  return WRITTEN_ON.map((date, nth) => {
    const end = FIRST_DAY + nth * DAY + DAY_ENDS;
    const own = requests.filter(({ time }) => time >= end - DAY && time < end);
    return [`${INTRUSION.logs}/${domain}.access_log_${date}.gz`, packedLog('vhostCombined', domain, own)];
  });
}

/** Visitors of the WordPress site, and its owner who writes posts. */
function blogTraffic(): OrdinaryTraffic {
  const random = new Random(SEED);
  const site = { ...createBlogSite(random), origin: `https://${DOMAIN}` };
  const people = { ipv4: ['198.51.100'], ipv6: ['2001:db8'], phonesOnIpv6: 0.6, computersOnIpv6: 0.35, hostNames: 0 };
  return {
    site,
    crowd: new Crowd(random, site, people),
    programs: usualPrograms({
      google: ['203.0.113.66', '203.0.113.67'],
      bing: ['203.0.113.81'],
      apple: ['203.0.113.91'],
      feeds: ['203.0.113.101', '203.0.113.102'],
      monitor: ['203.0.113.111'],
    }),
    strangers: ['203.0.113'],
    wordPress: { editorAddress: OWNER, serverAddress: '198.51.100.2' },
  };
}

function schoolTraffic(): OrdinaryTraffic {
  return createSampleTraffic(new Random(SEED, 9), createSiteFiles(), `https://${OTHER_DOMAIN}`);
}
