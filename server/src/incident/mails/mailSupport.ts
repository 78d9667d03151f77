import { busiest, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { evidenceOf } from '../../rules/log/evidence';
import { endpointMarks, WRITING } from '../../rules/log/facts/marks';
import { joinRows } from '../../rules/log/facts/selection';
import { sentMails } from '../../rules/log/facts/sentMails';
import type { Place } from '../../rules/finding';
import type { MailsPerCall } from '../../site/mailsPerCall';

/** What the logs say of how many mails were sent, beside what the host counted. */
export interface MailSupport {
  /** Mails if each accepted request sent one, whichever program it was for. */
  readonly least: number;
  /** Mails if each sent all that its program can; absent where that has no limit. */
  readonly most?: number;
  /** Accepted requests in the busiest 24 hours. */
  readonly busiestDay: number;
  /** First and last of them, ISO 8601 with the log's offset; absent where no request has a time. */
  readonly first?: string;
  readonly last?: string;
  /** Mails that logs of mail servers or of PHP have; absent where no such log was read. */
  readonly logged?: number;
  /** Mails that the host counted; absent where its mail does not say. */
  readonly counted?: number;
  /** How the host's number lies to what the logs support; absent where one is not known. */
  readonly comparison?: 'within' | 'fewer' | 'more';
  /** Busiest first. */
  readonly programs: readonly MailProgram[];
}

/** A program that sends mail, with what was sent to it. */
export interface MailProgram extends Omit<MailsPerCall, 'path'> {
  /** Path in the copy of the site. */
  readonly file: string;
  /** Requests that sent something to it and were not refused. */
  readonly accepted: number;
  readonly places: readonly Place[];
}

/** Lines that are named with a program. */
const MOST_PLACES = 20;
const DAY = 86_400;

/** What mails are counted by. */
export interface MailFacts {
  readonly mailers: readonly MailsPerCall[];
  /** Requests for each file, as rows of the model. */
  readonly rows: ReadonlyMap<string, Uint32Array>;
  readonly model: LogModel;
  /** As the host's mail says. */
  readonly counted: number | undefined;
  /** Paths of the files to act on. */
  readonly bad: ReadonlySet<string>;
}

/**
 * How many mails the logs support; `undefined` where they tell nothing of mails. What was sent to forms counts only where mails are in
 * question: where the host counted some or a program that sends them is to be acted on.
 */
export function mailSupport({ mailers, rows, model, counted, bad }: MailFacts): MailSupport | undefined {
  const isInQuestion = counted !== undefined || mailers.some(({ path }) => bad.has(path));
  const accepted = (isInQuestion ? mailers : []).flatMap((mailer): [MailsPerCall, Uint32Array][] => {
    const own = acceptedRows(model, rows.get(mailer.path) ?? new Uint32Array(0));
    return own.length === 0 ? [] : [[mailer, own]];
  });
  const sent = sentMails(model);
  if (accepted.length === 0 && sent === undefined) return undefined;
  const programs = accepted
    .map(([mailer, own]) => programOf(model, mailer, own))
    .toSorted((one, other) => other.accepted - one.accepted);
  // Where nothing tells the domain, one request counts for the programs of several.
  const all = joinRows(accepted.map(([, own]) => own)).filter((row, at, sorted) => row !== sorted[at - 1]);
  const { first, last } = all.length === 0 ? {} : evidenceOf(model, all);
  const range = rangeOf(all.length, programs);
  return {
    ...range,
    busiestDay: busiest(sortedTimes(model.table.data.time, all), DAY).count,
    ...(first !== undefined && last !== undefined && { first, last }),
    ...(sent !== undefined && { logged: sent.length }),
    ...(counted !== undefined && { counted }),
    ...(counted !== undefined && programs.length > 0 && { comparison: compare(counted, range) }),
    programs,
  };
}

function acceptedRows(model: LogModel, rows: Uint32Array): Uint32Array {
  const { status, endpoint } = model.table.data;
  const marks = endpointMarks(model);
  return rows.filter((row) => {
    return status[row]! >= 200 && status[row]! < 400 && (marks[endpoint[row]!]! & WRITING) !== 0;
  });
}

function programOf(model: LogModel, { path, ...mailer }: MailsPerCall, rows: Uint32Array): MailProgram {
  const { places } = evidenceOf(model, rows.subarray(0, MOST_PLACES));
  return { file: path, ...mailer, accepted: rows.length, places };
}

/** @param least requests that were accepted, each once */
function rangeOf(least: number, programs: readonly MailProgram[]): Pick<MailSupport, 'least' | 'most'> {
  if (programs.some(({ most }) => most === undefined)) return { least };
  return { least, most: programs.reduce((sum, { accepted, most = 1 }) => sum + accepted * most, 0) };
}

function compare(counted: number, { least, most }: Pick<MailSupport, 'least' | 'most'>): MailSupport['comparison'] {
  if (counted < least) return 'fewer';
  return most !== undefined && counted > most ? 'more' : 'within';
}
