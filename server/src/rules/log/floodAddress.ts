import type { LogModel } from '../../log/logModel';
import { countOf } from '../../log/rowGroups';
import { count, percent } from '../../numbers';
import { t } from '../../words';
import { shortened } from '../../shortened';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { endpointsOfClient, isWriting, writingTest, type ClientOnEndpoint } from './clientOnEndpoint';
import { isOrdinary, ordinaryCounts, type OrdinaryCounts } from './conduct';
import { answeredShare, evidenceOf, localTimeOf, severityOfRequests, span } from './evidence';
import { isProxyClient } from './facts/proxies';
import { requestCount, requestsOf } from './facts/requestRows';

const options = {
  minimumWrites: {
    default: 100,
    minimum: 10,
    unit: 'requests',
    description: () =>
      t('Fewest POST (or other writing) requests of one address on one endpoint that count as a flood.'),
    source: 'A tenth of the smallest of the four clients of a real form flood with 1,161 to 1,710 requests each.',
  },
  minimumReads: {
    default: 500,
    minimum: 50,
    unit: 'requests',
    description: () =>
      t('Fewest GET (or other reading) requests of one address on one endpoint that count as a flood.'),
    source: 'More than a feed reader asking every five minutes of a day (288).',
  },
  writesPerMinute: {
    default: 6,
    minimum: 1,
    unit: 'requests/minute',
    description: () =>
      t(
        'Writing requests within the busiest minute that count as a flood; or 15 times as many within the busiest hour.',
      ),
    source: 'CrowdSec http-bf scenarios: capacity 5, one request leaking every 10 s.',
  },
  readsPerMinute: {
    default: 60,
    minimum: 1,
    unit: 'requests/minute',
    description: () => t('Reading requests within the busiest minute that count as a flood.'),
    source: 'CrowdSec http-dos scenarios: one request a second.',
  },
  shareOfClient: {
    default: 40,
    minimum: 1,
    unit: 'percent',
    description: () => t('Least share of the address’s requests that go to the one endpoint; people load many files.'),
    source:
      'A page brings several files, so no single one takes so much of a visitor’s requests; a robot that loads the form before each POST stays above.',
  },
  timesOrdinary: {
    default: 10,
    minimum: 1,
    unit: 'times',
    description: () =>
      t('How many times more requests than its other eager clients send make a flood of a much used endpoint.'),
    source: 'An order of magnitude above the 90th percentile of the endpoint’s clients.',
  },
};

/**
 * A quarter of an hour at the full rate within one hour is as telling as one full minute: 90 requests with the default, half
 * as many again as the 60 that a program on the server sends once a minute (WordPress's wp-cron.php, WP_CRON_LOCK_TIMEOUT).
 */
const HOUR_FACTOR = 15;

/** One client, one endpoint, count and rate far over the rest of the log. */
export const floodAddress = defineRule<LogModel, typeof options>({
  id: 'flood-address',
  family: 'volume',
  severity: 'error',
  yieldsTo: ['brute-force', 'comment-spam', 'registration-spam', 'web-shell-use', 'cache-busting'],
  title: () => t('Flood address'),
  explanation: () =>
    t(
      'One address sends very many requests to one endpoint, far more and faster than people do. Sent to a form, each request can make the server send a mail. Monitors, feed readers, search bots and pages that refresh themselves are not reported.',
    ),
  options,
  find(all, values) {
    const model = requestsOf(all);
    const ordinaryOn = ordinaryCounts(model);
    return clientsOverThreshold(model, values)
      .filter((pair) => isFlood(model, pair, values, ordinaryOn))
      .toSorted((a, b) => b.rows.length - a.rows.length)
      .map((pair) => describe(model, pair));
  },
});

type Values = OptionValues<typeof options>;

function clientsOverThreshold(model: LogModel, values: Values): ClientOnEndpoint[] {
  const writes = writingTest(model.table);
  const leastOn = (endpoint: number): number => (writes(endpoint) ? values.minimumWrites : values.minimumReads);
  const least = Math.min(values.minimumWrites, values.minimumReads);
  const pairs: ClientOnEndpoint[] = [];
  for (let client = 0; client < model.table.texts.client.size; client++) {
    if (countOf(model.byClient, client) >= least) pairs.push(...endpointsOfClient(model, client, leastOn));
  }
  return pairs;
}

function isFlood(model: LogModel, pair: ClientOnEndpoint, values: Values, ordinaryOn: OrdinaryCounts): boolean {
  if (pair.shareOfClient * 100 < values.shareOfClient) return false;
  const writing = isWriting(model.table.endpoint(pair.endpoint).method);
  const rate = writing ? values.writesPerMinute : values.readsPerMinute;
  const fastHour = writing && pair.busiestHour.count >= rate * HOUR_FACTOR;
  if (pair.busiestMinute.count < rate && !fastHour) return false;
  if (isOrdinary(model, pair)) return false;
  return pair.rows.length >= (ordinaryOn(pair.endpoint) ?? 0) * values.timesOrdinary;
}

function describe(model: LogModel, pair: ClientOnEndpoint): Finding {
  const { method, path: wholePath } = model.table.endpoint(pair.endpoint);
  const path = shortened(wholePath);
  const address = shortened(model.table.texts.client.text(pair.client));
  const [first, last] = span(model, pair.rows);
  const evidence = evidenceOf(model, pair.rows);
  const answered = answeredShare(model, pair.rows);
  const writing = isWriting(method);
  return {
    rule: 'flood-address',
    severity: severityOfRequests(writing, answered),
    title: t('{0} flooded {1} {2}: {3} requests', address, method, path, count(pair.rows.length)),
    detail: [
      t(
        'Between {0} and {1} this address sent {2} requests here, {3} of all it sent and {4} of the whole log, up to {5} within one minute. People do not do that; a program does.',
        localTimeOf(model, first),
        localTimeOf(model, last),
        count(pair.rows.length),
        percent(pair.shareOfClient),
        percent(pair.rows.length / requestCount(model)),
        count(pair.busiestMinute.count),
      ),
      outcome(writing, answered),
    ].join(' '),
    advice: advice(writing, path, isProxyClient(model, pair.client)),
    ...evidence,
  };
}

function outcome(writing: boolean, answered: number): string {
  if (!writing) return t('{0} of them were answered.', percent(answered));
  if (answered <= 0.5) return t('Most were refused ({0} answered), so little came of them.', percent(answered));
  return t(
    '{0} were answered, so the script did its work each time: if it sends mail, each request may have been one.',
    percent(answered),
  );
}

function advice(writing: boolean, path: string, isProxy: boolean): string {
  if (isProxy) {
    return t(
      'This is the address of a proxy in front of the site, or of the server itself: do not deny it. Ask your host who is behind it, and to log the visitors’ addresses.',
    );
  }
  if (!writing) {
    return t('If this goes on, deny the address in the control panel or in .htaccess, and ask your host for advice.');
  }
  return t(
    'Open {0} in the copy of your site. If no page uses it any more, delete it on the server; if it is your form, take it offline until it has a check against robots (reCAPTCHA or Turnstile). Denying the address helps only until the next one comes.',
    path,
  );
}
