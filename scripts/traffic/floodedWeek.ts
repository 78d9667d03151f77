import { type AddressPlan, drawIpv4 } from './addresses';
import { FLOOD_AGENT } from './agents';
import { createBlogSite } from './blogSite';
import { type Flood, floodRequests } from './flood';
import { inLogOrder, japaneseMidnight } from './lines';
import { type OrdinaryTraffic, ordinaryDay } from './ordinaryDay';
import { createLogWriter, type LogFormatName } from './otherLines';
import { Crowd } from './people';
import { usualPrograms } from './programs';
import { Random } from './random';

const DAY = 86_400;
const DAYS = 7;
const FIRST_DAY = japaneseMidnight(2021, 11, 1);
/** Fewer lines than this a day would leave no room for people beside monitor, feed readers and editor. */
const LEAST_LINES_A_DAY = 10_000;

/** The flooding clients and their shares of all lines; they come on the fourth day, or the last of fewer. */
export const FLOODERS = [
  { address: '182.16.59.138', share: 0.09 },
  { address: '52.128.227.34', share: 0.052 },
  { address: '182.16.27.106', share: 0.028 },
  { address: '52.128.230.42', share: 0.01 },
] as const;

/** What the four flooding clients ask for. */
export const FLOODED_PATH = '/tw/tw_contact.php';

/** Raised whenever the same seed gives other lines than before, so that kept files are made anew. */
export const WEEK_VERSION = 1;

/** What a generated log of up to a week holds. */
export interface WeekOptions {
  readonly seed: number;
  /** Lines in all, 10,000 or more. */
  readonly lines: number;
  readonly format: LogFormatName;
  /** Share of IPv4 visitors that are logged by host name; none unless given. */
  readonly hostNames?: number;
  /** Which week it is, the first one (0) unless given: the same site and flooding clients, with other visits. */
  readonly week?: number;
}

/** Networks of Japanese access providers, so that address tables grow as they do on a real site. */
const ADDRESSES: Omit<AddressPlan, 'hostNames'> = {
  ipv4: [
    '49.96',
    '49.98',
    '60.65',
    '106.154',
    '110.163',
    '118.8',
    '126.103',
    '126.236',
    '133.106',
    '153.187',
    '180.31',
    '219.100',
  ],
  ipv6: ['2400:2410', '2409:10', '2409:11', '240b:10', '240b:c010', '240f:74'],
  phonesOnIpv6: 0.25,
  computersOnIpv6: 0.2,
};

/**
 * The log of a busy WordPress site over a week (fewer days for fewer than 70,000 lines) in pieces of one day, all lines
 * whole. Four clients post to one left-over mailer. The same options always give the same text.
 */
export function* floodedWeek({ seed, lines, format, hostNames = 0, week = 0 }: WeekOptions): Generator<string> {
  const days = Math.min(DAYS, Math.floor(lines / LEAST_LINES_A_DAY));
  if (days === 0) throw new RangeError(`A generated log has at least ${LEAST_LINES_A_DAY} lines.`);
  const traffic = createTraffic(seed, { ...ADDRESSES, hostNames });
  const monday = FIRST_DAY + week * DAYS * DAY;
  const floodDay = Math.min(4, days) - 1;
  const flood = floodRequests(new Random(seed + week, 1), createFlood(lines, monday + floodDay * DAY));
  const ordinary = lines - flood.length;
  const { head, write } = createLogWriter(format, new URL(traffic.site.origin).host);
  if (week === 0 && head.length > 0) yield `${head.join('\n')}\n`;
  for (let day = 0; day < days; day += 1) {
    const share = Math.floor((ordinary * (day + 1)) / days) - Math.floor((ordinary * day) / days);
    const requests = ordinaryDay(new Random(seed + week, 2 + day), traffic, monday + day * DAY, share);
    const all = day === floodDay ? [...requests, ...flood] : requests;
    yield `${inLogOrder(all).map(write).join('\n')}\n`;
  }
}

function createTraffic(seed: number, addresses: AddressPlan): OrdinaryTraffic {
  const random = new Random(seed);
  const site = createBlogSite(random);
  const some = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, () => drawIpv4(random, prefix));
  const peakPage = site.pages.at(40);
  return {
    site,
    crowd: new Crowd(random, site, addresses),
    programs: usualPrograms({
      google: some('66.249.66', 6),
      bing: some('157.55.39', 5),
      apple: some('17.121.112', 3),
      feeds: some('65.19.138', 6),
      monitor: some('69.162.124', 1),
    }),
    strangers: ['45.146', '185.220', '193.118', '167.94', '20.85'],
    peak: peakPage && { page: peakPage, start: 12 * 3_600 + 1_200, length: 5_400, share: 0.04 },
    wordPress: { editorAddress: drawIpv4(random, '118.238'), serverAddress: drawIpv4(random, '157.7.44') },
  };
}

function createFlood(lines: number, midnight: number): Flood {
  const start = midnight + 10 * 3_600 + 3_415;
  const referrer = `https://example.jp${FLOODED_PATH}`;
  return {
    request: {
      method: 'POST',
      target: FLOODED_PATH,
      protocol: 'HTTP/1.1',
      status: 200,
      bytes: 969,
      referrer,
      userAgent: FLOOD_AGENT,
    },
    clients: FLOODERS.map(({ address, share }, index) => ({
      address,
      requests: Math.round(lines * share),
      until: start + (8 + index) * 3_600,
    })),
    opening: FLOODERS.map(({ address }, index) => ({ address, time: start + index * 41 })),
  };
}
