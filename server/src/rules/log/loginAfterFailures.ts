import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { rowsOf } from '../../log/rowGroups';
import { count } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { optionValues } from '../optionValues';
import { defineRule, type OptionValues } from '../rule';
import { localTimeOf } from './evidence';
import { loadsPages } from './facts/clients';
import { LeakyBucket } from './facts/leakyBucket';
import { isFailure, logInAttempts, Outcome, type ClientAttempts, type LogInAttempts } from './facts/logIns';
import { inTimeOrder, joinRows } from './facts/selection';
import { deedsAfter } from './afterLogIn';
import { listed, logFinding } from './logFinding';
import { sprayingClients } from './passwordSpraying';

const options = {
  failures: {
    default: 10,
    minimum: 2,
    unit: 'requests',
    description: () => t('Fewest failures before the success; people who mistype their password give up sooner.'),
    source: 'Twice the five tries after which CrowdSec and fail2ban ban an address.',
  },
  spray: {
    default: 20,
    minimum: 3,
    unit: 'addresses',
    description: () =>
      t('Fewest addresses that guess together; then a success of one of them counts after four failures.'),
    source: 'Twice the fewest addresses of a password spray.',
  },
};

/** A person does not send passwords faster than this for long. */
const PEOPLES_TRIES = 5;
const PEOPLES_PAUSE = 10;
/** People who mistype their password do so up to three times. */
const FAILURES_OF_ACCOMPLICES = 4;
/** Most places that are named of what was done afterwards. */
const MOST_DEEDS = 5;

/** A guessed password: somebody failed again and again, and then got in. */
export const loginAfterFailures = defineRule<LogModel, typeof options>({
  id: 'login-after-failures',
  family: 'log-ins',
  severity: 'error',
  title: () => t('Log-in after many failures'),
  explanation: () =>
    t(
      'An address tried many passwords, and then one was right. From then on whoever sits there can do what the owner of that password can. People who mistype their password a few times are not reported.',
    ),
  options,
  find: (model, values) =>
    guessedPasswords(model, values).map(({ attempts, each, success }) => describe(model, attempts, each, success)),
});

type Values = OptionValues<typeof options>;

/** A password that was guessed. */
export interface Guess {
  readonly attempts: LogInAttempts;
  readonly each: ClientAttempts;
  /** Where among the client's attempts the one stands that was right. */
  readonly success: number;
}

/** All guessed passwords of a log, by the thresholds of the rule. */
export function guessedPasswords(model: LogModel, values: Values = optionValues(options, undefined)): Guess[] {
  return logInAttempts(model).flatMap((attempts) => {
    const together = accomplices(model, sprayingClients(model, attempts), values.spray);
    return attempts.clients.flatMap((each): Guess[] => {
      const fewest = together.has(each.client) ? FAILURES_OF_ACCOMPLICES : values.failures;
      const success = successAfterFailures(model, each, fewest);
      return success === undefined ? [] : [{ attempts, each, success }];
    });
  });
}

/** Clients that guess together with many others: they call themselves the same. An owner who logs in meanwhile does not. */
function accomplices(model: LogModel, spraying: readonly ClientAttempts[], fewest: number): Set<number> {
  const { agent } = model.table.data;
  const groups = new Map<number, number[]>();
  for (const { client, rows } of spraying) {
    const id = agent[rows[0]!]!;
    if (id !== NO_ENTRY) groups.set(id, [...(groups.get(id) ?? []), client]);
  }
  return new Set([...groups.values()].filter((group) => group.length >= fewest).flat());
}

/** Where among the attempts the first success stands that comes after so many failures; `undefined` when there is none. */
function successAfterFailures(model: LogModel, each: ClientAttempts, fewest: number): number | undefined {
  const bucket = new LeakyBucket(PEOPLES_TRIES, PEOPLES_PAUSE);
  let failures = 0;
  let isFast = false;
  for (let at = 0; at < each.rows.length; at++) {
    const outcome = each.outcomes[at];
    if (outcome === Outcome.succeeded) {
      // A browser that loads pages is somebody's; a robot is told by its pace.
      if (failures >= fewest && (isFast || !loadsPages(model, each.client))) return at;
      failures = 0;
      bucket.empty();
      isFast = false;
    } else if (isFailure(outcome)) {
      failures++;
      isFast = bucket.pour(model.table.data.time[each.rows[at]!]!) || isFast;
    }
  }
  return undefined;
}

function describe(model: LogModel, { program }: LogInAttempts, each: ClientAttempts, success: number): Finding {
  const row = each.rows[success]!;
  const failures = each.outcomes.subarray(0, success).filter(isFailure).length;
  const after = rowsAfter(model, each.client, row);
  const deeds = deedsAfter(model, after);
  const address = shortened(model.table.texts.client.text(each.client));
  const name = program.name();
  const rows = joinRows([each.rows.subarray(0, success + 1), Uint32Array.from(deeds, (deed) => deed.row)]);
  return logFinding(model, rows, {
    rule: loginAfterFailures.id,
    severity: 'error',
    title: t('{0} got into {1} after {2} failures', address, name, count(failures)),
    detail: [
      t(
        'At {0} the password was right, after {1} that were wrong: it was probably guessed.',
        localTimeOf(model, row),
        count(failures),
      ),
      deeds.length > 0
        ? t(
            'What it did then: {0}.',
            listed(
              deeds.map((deed) => t('{0} at {1}', deed.what, localTimeOf(model, deed.row))),
              MOST_DEEDS,
            ),
          )
        : t(
            'The log shows nothing that it did then ({0} more requests); others may use the password later.',
            count(after.length),
          ),
    ],
    advice: t(
      'Change this password and all others of {0} now, and remove users that you do not know. Then look for files that are new or changed since that moment: plug-ins, themes, uploads; tell your host.',
      name,
    ),
  });
}

/** Rows of the client behind the success, in the order of time. */
export function rowsAfter(model: LogModel, client: number, success: number): Uint32Array {
  const { time } = model.table.data;
  return inTimeOrder(model, rowsOf(model.byClient, client)).filter(
    (row) => row !== success && (time[row]! > time[success]! || (time[row] === time[success] && row > success)),
  );
}
