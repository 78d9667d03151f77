import { parseAddress } from '../../address/parseAddress';
import type { LogModel } from '../../log/logModel';
import { countOf } from '../../log/rowGroups';
import { count } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { CRAWLER_CLAIM, crawlerOperators, isNetworkOf, type CrawlerOperator } from './facts/crawlerOperators';
import { clientCounts } from './facts/clients';
import { agentMarks } from './facts/marks';
import { rowsOfAgents } from './facts/requests';
import { byClient, joinRows, type ClientRows } from './facts/selection';
import { addressesOf, listed, logFinding, when } from './logFinding';

const options = {
  misdeeds: {
    default: 20,
    minimum: 1,
    unit: 'requests',
    description: () =>
      t('Requests that were refused, or that send something, from which on a false search engine is a warning.'),
    source: 'Search engines send no forms and ask for a missing page now and then.',
  },
};

/** Share of the requests of a program that are misdeeds, when it is no crawler that meets dead links. */
const MANY = 0.1;

/** Programs that call themselves a search engine and come from somewhere else. */
export const fakeCrawler = defineRule<LogModel, typeof options>({
  id: 'fake-crawler',
  family: 'bots',
  severity: 'information',
  title: () => t('False search engine'),
  explanation: () =>
    t(
      'A program calls itself Googlebot, Bingbot or the like, but its address belongs to another company’s network. It wants to be let in where search engines are. Whether an address is genuine is told by the bundled network data, which may be out of date.',
    ),
  options,
  find(model, values): Finding[] {
    const claiming = claimingClients(model);
    return crawlerOperators.flatMap((operator) => {
      const fake = claiming.filter(
        (each) => (claimOf(model, each) & operator.mark) !== 0 && isElsewhere(model, each, operator),
      );
      const misbehaving = fake.filter(({ client }) => isMisbehaving(model, client, values));
      const others = fake.filter((each) => !misbehaving.includes(each));
      return [misbehaving, others].flatMap((clients) =>
        clients.length === 0 ? [] : [describe(model, clients, operator, clients === misbehaving)],
      );
    });
  },
});

/** Clients that call themselves a crawler of one of the operators, with the requests in which they do. */
function claimingClients(model: LogModel): ClientRows[] {
  return byClient(model, rowsOfAgents(model, CRAWLER_CLAIM));
}

/** Marks of the first agent by which the client makes the claim. */
function claimOf(model: LogModel, { rows }: ClientRows): number {
  return agentMarks(model)[model.table.data.agent[rows[0]!]!]!;
}

function isElsewhere(model: LogModel, { client }: ClientRows, operator: CrawlerOperator): boolean {
  const address = parseAddress(model.table.texts.client.text(client));
  // Addresses of examples and of test beds tell nothing of who plays the crawler there (RFC 5737, RFC 2544).
  if (address?.kind !== 'public') return false;
  const network = model.networkOf?.(address);
  return network !== undefined && !isNetworkOf(operator, network);
}

type Values = OptionValues<typeof options>;

/** Dead links are met by everybody who reads a whole site. */
function isMisbehaving(model: LogModel, client: number, values: Values): boolean {
  const deeds = misdeeds(model, client);
  return deeds >= values.misdeeds && deeds >= countOf(model.byClient, client) * MANY;
}

function misdeeds(model: LogModel, client: number): number {
  const { refused, writes } = clientCounts(model);
  return refused[client]! + writes[client]!;
}

function describe(
  model: LogModel,
  clients: readonly ClientRows[],
  { name }: CrawlerOperator,
  misbehaves: boolean,
): Finding {
  const rows = joinRows(clients.map((each) => each.rows));
  const origins = new Set(
    clients.map(({ client }) => originOf(model, client)).filter((origin) => origin !== undefined),
  );
  const refused = clients.reduce((sum, { client }) => sum + misdeeds(model, client), 0);
  const who = addressesOf(model, clients);
  return logFinding(model, rows, {
    rule: 'fake-crawler',
    severity: misbehaves ? 'warning' : 'information',
    title:
      clients.length === 1
        ? t('{0} claims to be {1} but comes from another network: {2} requests', who, name, count(rows.length))
        : t('{0} claim to be {1} but come from other networks: {2} requests', who, name, count(rows.length)),
    detail: [
      origins.size > 0
        ? t(
            '{0} it came from {1}, where {2} has no servers as far as is known.',
            when(model, rows),
            listed([...origins], 3),
            name,
          )
        : t('{0} it came from addresses that {1} does not have.', when(model, rows), name),
      misbehaves
        ? t(
            'It also sent forms or asked for what is not there ({0} requests), which {1} does not do.',
            count(refused),
            name,
          )
        : t('It only read pages.'),
    ],
    advice: misbehaves
      ? t('Deny the addresses; the genuine {0} is not affected by that.', name)
      : t(
          'There is nothing to do unless it slows the site down. Do not let anybody in just because of what they call themselves.',
        ),
  });
}

function originOf(model: LogModel, client: number): string | undefined {
  const address = parseAddress(model.table.texts.client.text(client));
  const network = address && model.networkOf?.(address);
  return network?.organisation === undefined ? undefined : shortened(network.organisation);
}
