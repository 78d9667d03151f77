import type { LogModel } from '../../log/logModel';
import { count, percent } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { answeredShare } from './evidence';
import { bucketOptions } from './bucketOptions';
import { findingsOfCampaigns } from './campaignFindings';
import { networkOfClient } from './facts/campaigns';
import { clientCounts, loadsPages } from './facts/clients';
import { LeakyBucket } from './facts/leakyBucket';
import { endpointsMarked, WRITING } from './facts/marks';
import { PathMark } from './facts/pathWords';
import { byClient, distinct, inTimeOrder, joinRows, rowsOfEndpoints, type ClientRows } from './facts/selection';
import { addressesOf, listed, logFinding, when } from './logFinding';

const options = {
  ...bucketOptions(3, 30, 'CrowdSec http-magento-ccs: 3 failed payments and 30 s.'),
  perNetwork: {
    default: 10,
    minimum: 2,
    unit: 'requests',
    description: () => t('The same for all addresses of one network (/24 or /64) together.'),
    source: 'CrowdSec http-magento-ccs-by-as: 10 and 30 s.',
  },
  earnest: {
    default: 30,
    minimum: 5,
    unit: 'requests',
    description: () => t('From how many payments on the finding is a warning.'),
    source: 'Lists of stolen cards are tried by the dozen.',
  },
};

/** A buyer looks at goods before paying. */
const PAGES_OF_A_BUYER = 3;

/** Robots that try the numbers of credit cards in a shop. */
export const cardTesting = defineRule<LogModel, typeof options>({
  id: 'card-testing',
  family: 'forms',
  severity: 'warning',
  title: () => t('Credit cards tried by robots'),
  explanation: () =>
    t(
      'Programs send payment after payment to the checkout of a shop without looking at goods: they try which stolen or guessed credit card numbers work. The payment company may close the shop’s account and charge for each attempt. Buyers who load pages are not reported.',
    ),
  options,
  find(model, values): Finding[] {
    const sent = byClient(model, rowsOfEndpoints(model, endpointsMarked(model, WRITING | PathMark.payment)));
    const robots = sent.filter(({ client }) => {
      return !loadsPages(model, client) && clientCounts(model).pages[client]! < PAGES_OF_A_BUYER;
    });
    return findingsOfCampaigns(model, testingClients(model, robots, values), (campaign) =>
      describe(model, campaign, values),
    );
  },
});

type Values = OptionValues<typeof options>;

/** Clients that are too fast by themselves, or together with their neighbours. */
function testingClients(model: LogModel, robots: readonly ClientRows[], values: Values): ClientRows[] {
  const networks = new Map<string, ClientRows[]>();
  for (const robot of robots) {
    const network = networkOfClient(model, robot.client);
    networks.set(network, [...(networks.get(network) ?? []), robot]);
  }
  return [...networks.values()].flatMap((neighbours) => {
    const together = inTimeOrder(model, joinRows(neighbours.map(({ rows }) => rows)));
    if (overflows(model, together, values.perNetwork, values.pause)) return neighbours;
    return neighbours.filter(({ rows }) => overflows(model, rows, values.burst, values.pause));
  });
}

function overflows(model: LogModel, rows: Uint32Array, burst: number, pause: number): boolean {
  const bucket = new LeakyBucket(burst, pause);
  return rows.some((row) => bucket.pour(model.table.data.time[row]!));
}

function describe(model: LogModel, robots: readonly ClientRows[], values: Values): Finding {
  const rows = joinRows(robots.map((each) => each.rows));
  const paths = [...distinct(model.table.data.endpoint, rows)].map((id) => model.table.endpoint(id).path);
  return logFinding(model, rows, {
    rule: 'card-testing',
    severity: rows.length >= values.earnest ? 'warning' : 'information',
    title: t('Robots sent {0} payments from {1}', count(rows.length), addressesOf(model, robots)),
    detail: [
      t('{0} they were sent to {1} without a look at the shop.', when(model, rows), listed(paths, 3)),
      t(
        'The server answered {0} of them with success; what the payment company answered is not in this log.',
        percent(answeredShare(model, rows)),
      ),
    ],
    advice: t(
      'Tell your payment company today. Let the checkout ask for a check against robots and for 3-D Secure, and limit the payments of one address.',
    ),
  });
}
