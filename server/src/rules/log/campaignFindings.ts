import type { LogModel } from '../../log/logModel';
import type { Finding } from '../finding';
import { campaignsOf } from './facts/campaigns';
import type { ClientRows } from './facts/selection';

/** Fewest requests of a campaign that is a finding of its own. */
const OWN_FINDING = 20;
/** Most campaigns that are findings of their own, the largest; the small ones after them are told of together. */
const MOST_OWN = 10;

/** One finding for each large campaign of the clients, and one for all small ones together: the daily noise. */
export function findingsOfCampaigns<Client extends ClientRows>(
  model: LogModel,
  clients: readonly Client[],
  describe: (campaign: readonly Client[]) => Finding,
): Finding[] {
  const campaigns = campaignsOf(model, clients);
  const own = campaigns
    .slice(0, MOST_OWN)
    .filter((campaign) => campaign.reduce((sum, { rows }) => sum + rows.length, 0) >= OWN_FINDING);
  const rest = campaigns.slice(own.length).flat();
  return [...own, ...(rest.length === 0 ? [] : [rest])].map((campaign) => describe(campaign));
}
