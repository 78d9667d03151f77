import { busiest, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { loadsPages, servesAssets } from './facts/clients';
import { isFailure, logInAttempts, type ClientAttempts, type LogInAttempts } from './facts/logIns';
import { XML_RPC } from './facts/logInPrograms';
import { joinRows } from './facts/selection';
import { logFinding, when } from './logFinding';

const options = {
  addresses: {
    default: 10,
    minimum: 3,
    unit: 'addresses',
    description: () => t('Fewest addresses that each try a few passwords on the same program within a day.'),
    source: 'CrowdSec bans an address at its sixth try, so attackers spread theirs; fewer than 10 may be chance.',
  },
  attempts: {
    default: 30,
    minimum: 3,
    unit: 'requests',
    description: () => t('Fewest attempts of all these addresses together within a day.'),
    source: 'Three tries for each of the fewest addresses.',
  },
};

const DAY = 86_400;
/** Who tries more often than this is reported by itself. */
const A_FEW = 20;
/** Failures that people have before they get in. */
const MISTYPED = 3;
/** Share of attempts that fail when passwords are guessed; members know theirs. */
const FAILURES_OF_GUESSES = 0.75;

/** Many addresses that try a few passwords each, so that no limit for one address stops them. */
export const passwordSpraying = defineRule<LogModel, typeof options>({
  id: 'password-spraying',
  family: 'log-ins',
  severity: 'warning',
  title: () => t('Passwords tried by many addresses'),
  explanation: () =>
    t(
      'Many addresses try a few passwords each on the same log-in, so that no limit for one address stops them. They load no pictures and no style sheets, as people’s browsers would. Members who log in are not reported.',
    ),
  options,
  find: (model, values) => logInAttempts(model).flatMap((attempts) => judge(model, attempts, values)),
});

type Values = OptionValues<typeof options>;

function judge(model: LogModel, attempts: LogInAttempts, values: Values): Finding[] {
  const clients = sprayingClients(model, attempts);
  if (clients.length < values.addresses) return [];
  const rows = joinRows(clients.map((each) => each.rows.filter((_, index) => isFailure(each.outcomes[index]))));
  const busiestDay = busiest(sortedTimes(model.table.data.time, rows), DAY);
  const takingPart = clientsWithin(model, clients, busiestDay.start);
  if (busiestDay.count < values.attempts || takingPart < values.addresses) return [];
  return [describe(model, attempts, rows, clients.length)];
}

/** Clients that do nothing but try passwords, and mostly wrong ones. */
export function sprayingClients(model: LogModel, { program, style, clients }: LogInAttempts): ClientAttempts[] {
  // Sister sites speak to each other through this interface all day, and the answers tell nothing.
  if (program === XML_RPC || style === 'silent') return [];
  const guessing = clients.filter(({ rows, outcomes }) => {
    if (rows.length > A_FEW) return false;
    const failures = outcomes.filter(isFailure).length;
    // Owners who mistype their password and get in are no guessers, even while others guess.
    return failures === rows.length || (failures > MISTYPED && failures >= rows.length * FAILURES_OF_GUESSES);
  });
  return style === 'reply' || style === 'message'
    ? guessing
    : guessing.filter(({ client }) => servesAssets(model) && !loadsPages(model, client));
}

function clientsWithin(model: LogModel, clients: readonly ClientAttempts[], start: number): number {
  const { time } = model.table.data;
  return clients.filter(({ rows }) => rows.some((row) => time[row]! >= start && time[row]! < start + DAY)).length;
}

function describe(model: LogModel, { program }: LogInAttempts, rows: Uint32Array, clients: number): Finding {
  const name = program.name();
  return logFinding(model, rows, {
    rule: passwordSpraying.id,
    severity: 'warning',
    title: t('{0} addresses tried {1} passwords on {2}, a few each', count(clients), count(rows.length), name),
    detail: [
      t(
        '{0} they came one after the other, loaded nothing but the log-in, and tried {1} times each on average: one attacker with many addresses.',
        when(model, rows),
        (rows.length / clients).toFixed(1),
      ),
      t('These attempts failed, as far as the log tells; a log-in that succeeded would be reported by itself.'),
    ],
    advice: t(
      'Denying single addresses does not help here. Use a long password that you use nowhere else, and a second factor; let your host allow the log-in of {0} from your own country or address only.',
      name,
    ),
  });
}
