import { count } from '../../numbers';
import { deedsAfter } from '../../rules/log/afterLogIn';
import { isFailure, logInAttempts, Outcome, type ClientAttempts } from '../../rules/log/facts/logIns';
import { FTP, MAIL, type LogInProgram } from '../../rules/log/facts/logInPrograms';
import { guessedPasswords, rowsAfter } from '../../rules/log/loginAfterFailures';
import { listed } from '../../rules/log/logFinding';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Relation } from './company';
import { eventAt, eventAtRow, MOST_PLACES } from './eventAt';
import { relationText, sentences } from './relationWords';
import { isBefore, type Traces } from './traces';
import { byRelation, type Told, type Witness } from './witness';

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
export function logInsOf(traces: Traces): Told<LogIn> {
  const all = candidatesOf(traces).toSorted(byRelation);
  return [all.slice(0, MOST_LOG_INS).map((each) => describe(traces, each)), Math.max(0, all.length - MOST_LOG_INS)];
}

/** A log-in that may have to do with the bad files. */
interface Candidate {
  readonly program: LogInProgram;
  readonly attempts: ClientAttempts;
  /** Where among the attempts it stands. */
  readonly success: number;
  readonly relation: Relation | undefined;
}

function candidatesOf(traces: Traces): Candidate[] {
  const guesses = new Map(
    guessedPasswords(traces.model).map(({ attempts, each, success }) => [
      `${attempts.program.id} ${each.client}`,
      success,
    ]),
  );
  return logInAttempts(traces.model).flatMap(({ program, clients }) =>
    clients.flatMap((attempts): Candidate[] => {
      const relation = traces.company.relationOf(attempts.client);
      const isClose = relation === 'same' || relation === 'network';
      const success = isClose ? firstSuccess(attempts) : guesses.get(`${program.id} ${attempts.client}`);
      if (success === undefined || !isBefore(traces, attempts.rows[success]!)) return [];
      return [{ program, attempts, success, relation }];
    }),
  );
}

function firstSuccess({ outcomes }: ClientAttempts): number | undefined {
  const at = outcomes.indexOf(Outcome.succeeded);
  return at < 0 ? undefined : at;
}

function describe(traces: Traces, { program, attempts, success, relation }: Candidate): LogIn {
  const { client, rows, outcomes } = attempts;
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
