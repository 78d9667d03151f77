import { type AddressPlan, drawIpv4 } from './addresses';
import { drawVisitTime } from './dayCurve';
import { endOf, type LoggedRequest } from './lines';
import { noiseDay } from './noise';
import type { Crowd } from './people';
import { feedReaderDay, monitorDay, type Programs, searchBotDay } from './programs';
import type { Random } from './random';
import type { Page, TrafficSite } from './trafficSite';
import { cronDay, editorDay, type WordPress } from './wordPress';

const DAY = 86_400;
/** Shares of a day's lines; people make up the rest. */
const SEARCH_BOTS = 0.18;
const NOISE = 0.02;

/** A page that many people read at once, after it was on the news. */
export interface Peak {
  readonly page: Page;
  /** Seconds since midnight when it begins, and how long it lasts. */
  readonly start: number;
  readonly length: number;
  /** Share of the day's visits. */
  readonly share: number;
}

/** What happens on a site on any day. */
export interface OrdinaryTraffic {
  readonly site: TrafficSite;
  readonly crowd: Crowd;
  readonly programs: Programs;
  /** Networks (first octets) that strangers scan from. */
  readonly strangers: AddressPlan['ipv4'];
  readonly peak?: Peak;
  readonly wordPress?: WordPress;
}

/**
 * A day of ordinary traffic, exactly `lines` requests, not yet in the order of a log. `midnight` is its first second
 * (s since 1970-01-01 UTC). Throws where a monitor, feed readers and the like alone make more lines than that.
 */
export function ordinaryDay(
  random: Random,
  traffic: OrdinaryTraffic,
  midnight: number,
  lines: number,
): LoggedRequest[] {
  const { site, programs, wordPress } = traffic;
  const drawStranger = (): string => drawIpv4(random, random.pick(traffic.strangers));
  const requests = [
    ...monitorDay(random, site, programs.monitor, midnight),
    ...feedReaderDay(random, site, programs.feedReaders, midnight),
    ...searchBotDay(random, site, programs.searchBots, midnight, Math.round(lines * SEARCH_BOTS)),
    ...noiseDay(random, site, drawStranger, midnight, Math.round(lines * NOISE)),
    ...(wordPress === undefined ? [] : editorDay(random, site, wordPress.editorAddress, midnight)),
    ...(wordPress === undefined ? [] : cronDay(random, site, wordPress.serverAddress, midnight)),
  ];
  if (requests.length > lines) {
    throw new RangeError(`${lines} lines are too few for a day on which programs alone send ${requests.length}.`);
  }
  addVisits(random, traffic, midnight, lines, requests);
  return requests;
}

/** Adds visits until there are `lines` requests; what a visit would log behind the end of the day is left out. */
function addVisits(
  random: Random,
  { crowd, peak }: OrdinaryTraffic,
  midnight: number,
  lines: number,
  requests: LoggedRequest[],
): void {
  while (requests.length < lines) {
    const visit =
      peak !== undefined && random.chance(peak.share)
        ? crowd.visit(midnight + peak.start + Math.floor(peak.length * random.next() * random.next()), peak.page)
        : crowd.visit(midnight + drawVisitTime(random));
    for (const request of visit) if (endOf(request) < midnight + DAY) requests.push(request);
  }
  requests.length = lines;
}
