import type { LogModel } from '../../log/logModel';
import { countOf, rowsOf } from '../../log/rowGroups';
import { count } from '../../numbers';
import { t } from '../../words';
import { defineRule } from '../rule';
import { evidenceOfPlaces } from './evidence';
import { isProxyClient } from './facts/proxies';
import { requestsOf } from './facts/requestRows';
import { listed } from './logFinding';

const options = {
  minimumRequests: {
    default: 100,
    minimum: 1,
    unit: 'requests',
    description: () => t('Fewest requests of a log from which it can be told.'),
    source: 'Fewer may all be the server’s own, such as checks of its state.',
  },
  share: {
    default: 95,
    minimum: 50,
    unit: 'percent',
    description: () => t('Least share of the requests that have the address of a proxy as their client.'),
    source: 'A site behind a proxy gets few requests past it: those of scanners that know its own address.',
  },
};

/** A log that shows the proxy in front of the site where the visitors should be. */
export const proxyOnlyClients = defineRule<LogModel, typeof options>({
  id: 'proxy-only-clients',
  family: 'log-health',
  severity: 'information',
  title: () => t('Proxies instead of visitors'),
  explanation: () =>
    t(
      'Nearly all requests have the address of a proxy in front of the site (a content delivery network such as Cloudflare, a load balancer or the host’s own), and the log has no list of forwarded addresses: it does not show who sent a request.',
    ),
  options,
  find(all, values) {
    const model = requestsOf(all);
    const proxies = busiestProxies(model, values.minimumRequests, values.share);
    if (proxies.length === 0) return [];
    const requests = model.byClient.rows.length;
    const fromProxies = proxies.reduce((sum, client) => sum + countOf(model.byClient, client), 0);
    return [
      {
        rule: 'proxy-only-clients',
        severity: 'information',
        title: t('The log shows a proxy in front of the site, not who sent the requests'),
        detail: t(
          '{0} of {1} requests come from addresses of proxies: {2}. Findings about one address are about everybody who came through that proxy, and one attacker may have several of these addresses.',
          count(fromProxies),
          count(requests),
          listed(proxies.map((client) => model.table.texts.client.text(client))),
        ),
        advice: t(
          'Ask your host to log the visitors’ addresses (Apache: mod_remoteip, nginx: real_ip), or to add the header X-Forwarded-For to the log. Do not deny the addresses of the proxy: that shuts everybody out. Where a site is used within one’s own network only, all is as it should be.',
        ),
        count: fromProxies,
        ...evidenceOfPlaces(
          model,
          proxies.map((client) => rowsOf(model.byClient, client)[0]!),
        ),
      },
    ];
  },
});

/** The proxies of a log that shows hardly anybody else, the busiest first; none of any other log. */
function busiestProxies(model: LogModel, leastRequests: number, leastShare: number): number[] {
  const requests = model.byClient.rows.length;
  if (requests < leastRequests) return [];
  // Most logs show visitors, and tell it after a few of them.
  let others = (requests * (100 - leastShare)) / 100;
  const proxies: number[] = [];
  for (let client = 0; client < model.table.texts.client.size && others >= 0; client++) {
    if (isProxyClient(model, client)) proxies.push(client);
    else others -= countOf(model.byClient, client);
  }
  if (others < 0) return [];
  return proxies
    .filter((client) => countOf(model.byClient, client) > 0)
    .toSorted((a, b) => countOf(model.byClient, b) - countOf(model.byClient, a));
}
