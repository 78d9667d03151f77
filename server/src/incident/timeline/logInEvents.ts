import { count } from '../../numbers';
import { deedsAfter } from '../../rules/log/afterLogIn';
import {
  isFailure,
  logInAttempts,
  Outcome,
  type ClientAttempts,
  type LogInAttempts,
} from '../../rules/log/facts/logIns';
import { FTP, MAIL } from '../../rules/log/facts/logInPrograms';
import { guessedPasswords, rowsAfter } from '../../rules/log/loginAfterFailures';
import { listed } from '../../rules/log/logFinding';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Relation } from './company';
import { eventAt, eventAtRow, MOST_PLACES } from './eventAt';
import { relationText, sentences } from './relationWords';
import { isBefore, type Traces } from './traces';
import { byRelation, type Witness } from './witness';

/** Log-ins beyond this number say no more. */
const MOST_LOG_INS = 20;
/** Requests after a log-in that are looked at for what was done. */
const MOST_ROWS_AFTER = 5000;
const MOST_DEEDS = 5;

/** What people log in to: programs of the site, its FTP or SSH server, its mail server. */
export type LogInService = 'site' | 'ftp' | 'mail';

/** A log-in that was let in. */
export interface LogIn extends Witness {
  readonly service: LogInService;
  /** Wrong passwords of the same client before. */
  readonly failures: number;
}

/**
 * Log-ins that were let in before the bad files were used, the most telling first: those of who used the files, and of their
 * neighbours, however they knew the password, and guessed passwords of anybody.
 */
export function logInsOf(traces: Traces): LogIn[] {
  const guesses = new Map(
    guessedPasswords(traces.model).map(({ attempts, each, success }) => [
      `${attempts.program.id} ${each.client}`,
      success,
    ]),
  );
  return logInAttempts(traces.model)
    .flatMap((attempts) =>
      attempts.clients.flatMap((each): LogIn[] => {
        const relation = traces.company.relationOf(each.client);
        const guessed = guesses.get(`${attempts.program.id} ${each.client}`);
        const isClose = relation === 'same' || relation === 'network';
        const success = isClose ? firstSuccess(each) : guessed;
        if (success === undefined || !isBefore(traces, each.rows[success]!)) return [];
        return [describe(traces, attempts, each, success, relation)];
      }),
    )
    .toSorted(byRelation)
    .slice(0, MOST_LOG_INS);
}

function firstSuccess({ outcomes }: ClientAttempts): number | undefined {
  const at = outcomes.indexOf(Outcome.succeeded);
  return at < 0 ? undefined : at;
}

function describe(
  traces: Traces,
  { program }: LogInAttempts,
  { client, rows, outcomes }: ClientAttempts,
  success: number,
  relation: Relation | undefined,
): LogIn {
  const { model } = traces;
  const row = rows[success]!;
  const failures = outcomes.subarray(0, success).filter(isFailure).length;
  const address = shortened(model.table.texts.client.text(client));
  const after = rowsAfter(model, client, row).subarray(0, MOST_ROWS_AFTER);
  const deeds = deedsAfter(
    model,
    after.filter((each) => isBefore(traces, each) && traces.trailOfRow(each) === undefined),
  );
  const tries = rows.subarray(0, success);
  const event = eventAtRow(model, row, {
    kind: 'log-in',
    certainty: program.style === 'reply' || program.style === 'basic' ? 'confirmed' : 'likely',
    text: sentences(
      failures > 0
        ? t('{0} got into {1} after {2} failures.', address, program.name(), count(failures))
        : t('{0} logged in to {1}, without any failure before.', address, program.name()),
      relationText(relation),
      deeds.length === 0
        ? undefined
        : t(
            'What it did then: {0}.',
            listed(
              deeds.map(({ what }) => what),
              MOST_DEEDS,
            ),
          ),
    ),
  });
  const failed = tries.length === 0 ? [] : eventAt(model, tries, event).places;
  return {
    relation,
    failures,
    service: serviceOf(program.id),
    event: { ...event, places: [...event.places, ...failed].slice(0, MOST_PLACES) },
  };
}

function serviceOf(program: string): LogInService {
  if (program === FTP.id) return 'ftp';
  return program === MAIL.id ? 'mail' : 'site';
}
