import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { bucketOptions } from './bucketOptions';
import { findingsOfCampaigns } from './campaignFindings';
import { loadsPages } from './facts/clients';
import { LeakyBucket } from './facts/leakyBucket';
import { isFailure, logInAttempts, Outcome, type ClientAttempts, type LogInAttempts } from './facts/logIns';
import { XML_RPC, type AnswerStyle } from './facts/logInPrograms';
import { marksOfRow } from './facts/requests';
import { READING } from './facts/marks';
import { joinRows } from './facts/selection';
import { addressesOf, logFinding, when } from './logFinding';

const options = {
  ...bucketOptions(5, 10, 'CrowdSec http-bf-wordpress_bf, http-generic-bf, vsftpd-bf and others: 5 and 10 s.'),
  xmlrpcPause: {
    default: 120,
    minimum: 1,
    unit: 'seconds',
    description: () =>
      t('The same for WordPress’s xmlrpc.php, where one request can try hundreds of passwords and people come seldom.'),
    source: 'CrowdSec http-bf-wordpress_bf_xmlrpc: 5 and 2 min.',
  },
  perDay: {
    default: 20,
    minimum: 3,
    unit: 'requests',
    description: () => t('Failures of one address that count even if they come slowly: one is forgiven each hour.'),
    source: 'CrowdSec dovecot-slow-bf forgives one an hour; people give up or reset their password long before 20.',
  },
  earnest: {
    default: 100,
    minimum: 5,
    unit: 'requests',
    description: () => t('From how many attempts on one program on the finding is a warning.'),
    source:
      'Robots that visit every site try some dozen passwords and go on; a hundred is a list that is worked through.',
  },
};

const HOUR = 3600;

/** One address that tries many passwords on one program. */
export const bruteForce = defineRule<LogModel, typeof options>({
  id: 'brute-force',
  family: 'log-ins',
  severity: 'warning',
  yieldsTo: ['password-spraying', 'login-after-failures'],
  title: () => t('Passwords tried by one address'),
  explanation: () =>
    t(
      'One address sends password after password to a log-in: of WordPress, Joomla, Drupal, Movable Type, EC-CUBE, phpMyAdmin, a protected folder, FTP or mail. Somebody who mistypes a password a few times is not reported, nor is an administrator at work.',
    ),
  options,
  find: (model, values) => logInAttempts(model).flatMap((attempts) => judge(model, attempts, values)),
});

type Values = OptionValues<typeof options>;

function judge(model: LogModel, attempts: LogInAttempts, values: Values): Finding[] {
  const clients = eagerClients(model, attempts, values);
  return findingsOfCampaigns(model, clients, (campaign) => describe(model, attempts, campaign, values));
}

/** The clients that try faster or longer than people do, the busiest first. */
function eagerClients(model: LogModel, { program, style, clients }: LogInAttempts, values: Values): ClientAttempts[] {
  const pause = program === XML_RPC ? values.xmlrpcPause : values.pause;
  // Where the answers tell nothing, or work goes to the same place, visitors may be at work behind the log-in.
  const tellsNothing = style === 'silent' || style === 'redirect';
  return clients
    .filter((each) => each.rows.length > values.burst && isEager(model, each, style, pause, values))
    .filter(({ client }) => !(tellsNothing || program.isShared === true) || !loadsPages(model, client))
    .toSorted((a, b) => b.rows.length - a.rows.length);
}

function isEager(model: LogModel, each: ClientAttempts, style: AnswerStyle, pause: number, values: Values): boolean {
  const tellsNothing = style === 'silent' || style === 'redirect';
  const fast = new LeakyBucket(values.burst, pause);
  const slow = new LeakyBucket(values.perDay, HOUR);
  const { time } = model.table.data;
  return each.rows.some((row, index) => {
    if (!isFailure(each.outcomes[index])) {
      // Programs that are told "password, please" each time and then send it: no guessing.
      if (style === 'basic' || style === 'interface') {
        fast.empty();
        slow.empty();
      }
      return false;
    }
    if (style === 'basic' && isGreeting(model, row, each.rows[index - 1])) return false;
    const tooFast = fast.pour(time[row]!);
    const tooMany = slow.pour(time[row]!);
    return tooFast || (tooMany && !tellsNothing);
  });
}

/** Whether a page was asked for that needs a password, for the first time: where the log has no names, one can't tell. */
function isGreeting(model: LogModel, row: number, before: number | undefined): boolean {
  const { user, endpoint } = model.table.data;
  if (user.length > 0 || (marksOfRow(model, row) & READING) === 0) return false;
  return before === undefined || endpoint[before] !== endpoint[row];
}

function describe(
  model: LogModel,
  { program }: LogInAttempts,
  clients: readonly ClientAttempts[],
  values: Values,
): Finding {
  const rows = joinRows(clients.map((each) => each.rows.filter((_, index) => isFailure(each.outcomes[index]))));
  const numberOf = (wanted: Outcome): number =>
    clients.reduce((sum, { outcomes }) => sum + outcomes.filter((each) => each === wanted).length, 0);
  const refused = numberOf(Outcome.refused);
  const tried = rows.length - refused;
  const name = program.name();
  const who = addressesOf(model, clients);
  return logFinding(model, rows, {
    rule: bruteForce.id,
    severity: rows.length >= values.earnest ? 'warning' : 'information',
    title: t('{0} tried {1} passwords on {2}', who, count(rows.length), name),
    detail: [
      t('{0} a program sent password after password.', when(model, rows)),
      whatCameOfIt(tried, refused, numberOf(Outcome.unknown), numberOf(Outcome.succeeded)),
    ],
    advice: t(
      'Use a long password that you use nowhere else, and a second factor where {0} offers it. In your host’s control panel switch on the limit for log-ins, or allow the log-in from your own country or address only.',
      name,
    ),
  });
}

function whatCameOfIt(tried: number, refused: number, unknown: number, succeeded: number): string {
  if (succeeded > 0) {
    return t(
      '{0} log-ins from there succeeded as well; whether that was the owner is for you to say.',
      count(succeeded),
    );
  }
  if (tried === 0) return t('The server refused every one of them, so no password was even looked at.');
  if (unknown > tried / 2) {
    return t(
      'The log does not tell wrong passwords from right ones here ({0} sent, {1} refused by the server).',
      count(tried),
      count(refused),
    );
  }
  return t(
    'No log-in from there succeeded in this log: {0} were wrong, {1} were refused by the server.',
    count(tried),
    count(refused),
  );
}
