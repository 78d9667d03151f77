import { EntryKind } from '../../log/entryFields';
import type { LogModel } from '../../log/logModel';
import { rowsOf } from '../../log/rowGroups';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { bucketOptions } from './bucketOptions';
import { findingsOfCampaigns } from './campaignFindings';
import { LeakyBucket } from './facts/leakyBucket';
import { byClient, joinRows, type ClientRows } from './facts/selection';
import { addressesOf, logFinding, when } from './logFinding';

const options = bucketOptions(3, 360, 'CrowdSec exim-spam and dovecot-spam: 3 and 360 s.');

/** Addresses whose mails the server refused to take or to pass on. */
export const mailRelay = defineRule<LogModel, typeof options>({
  id: 'mail-relay',
  family: 'forms',
  severity: 'information',
  title: () => t('Mails that the server refused'),
  explanation: () =>
    t(
      'Addresses offer mails for recipients that are not here, or that the server is to pass on to strangers, and it refuses. Senders of spam try this on every mail server.',
    ),
  options,
  find(model, values): Finding[] {
    const { time } = model.table.data;
    const stubborn = byClient(model, refusedRecipients(model)).filter(({ rows }) => {
      const bucket = new LeakyBucket(values.burst, values.pause);
      return rows.some((row) => bucket.pour(time[row]!));
    });
    return findingsOfCampaigns(model, stubborn, (campaign) => describe(model, campaign));
  },
});

function refusedRecipients(model: LogModel): Uint32Array {
  if (!model.table.data.kind.includes(EntryKind.mail)) return new Uint32Array(0);
  const wanted = model.table.texts.method.find('RCPT');
  const { method } = model.table.data.endpoints;
  const { status } = model.table.data;
  const parts = Array.from(method.keys())
    .filter((id) => method[id] === wanted)
    .map((id) => rowsOf(model.byEndpoint, id));
  return joinRows(parts).filter((row) => model.table.kind(row) === EntryKind.mail && status[row]! >= 500);
}

function describe(model: LogModel, clients: readonly ClientRows[]): Finding {
  const rows = joinRows(clients.map((each) => each.rows));
  return logFinding(model, rows, {
    rule: 'mail-relay',
    severity: 'information',
    title: t('The server refused {0} mails from {1}', count(rows.length), addressesOf(model, clients)),
    detail: [t('{0} they were refused, so nothing came of it.', when(model, rows))],
    advice: t('There is nothing to do: the protection works.'),
  });
}
