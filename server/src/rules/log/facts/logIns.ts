import type { LogModel } from '../../../log/logModel';
import { EntryKind } from '../../../log/entryFields';
import { NO_ENTRY } from '../../../log/logTable';
import { rowsOf } from '../../../log/rowGroups';
import { countValues } from '../../../log/tally';
import { loadsPages } from './clients';
import {
  BASIC_AUTHENTICATION,
  ERROR_LOG,
  FTP,
  logInProgramAt,
  MAIL,
  type AnswerStyle,
  type LogInProgram,
} from './logInPrograms';
import { endpointMarks, endpointsMarked, queryMarks, READING, STATIC, WRITING } from './marks';
import { MessageMark, rowsWithMessage } from './messages';
import { PathMark } from './pathWords';
import { NumberList } from './numberList';
import { perModel } from './perModel';
import { QueryMark } from './queryWords';
import { marksOfRow, rowsByStatus } from './requests';
import { byClient, joinRows, type ClientRows } from './selection';

/** What came of trying a password. */
export const Outcome = { failed: 0, succeeded: 1, refused: 2, unknown: 3 } as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** What one client tried on one program. */
export interface ClientAttempts extends ClientRows {
  /** `Outcome` of each row. */
  readonly outcomes: Uint8Array;
}

/** Attempts to log in to one program. */
export interface LogInAttempts {
  readonly program: LogInProgram;
  readonly style: AnswerStyle;
  readonly clients: readonly ClientAttempts[];
}

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
/** Seconds in which somebody who is let in gets to see the first page. */
const FIRST_PAGE = 60;
/** Share of successes from which on the answers don't tell success from failure: nobody guesses so well. */
const TOO_GOOD = 0.5;
/** Fewest attempts that this can be told from. */
const FEWEST_ATTEMPTS = 10;

/** All attempts to log in, by program. */
export const logInAttempts = perModel((model): LogInAttempts[] => [
  ...formAttempts(model),
  ...attemptsOn(model, BASIC_AUTHENTICATION, 'basic', basicRows(model)),
  ...attemptsOn(model, ERROR_LOG, 'message', rowsWithMessage(model, MessageMark.logInFailed)),
  ...attemptsOn(model, FTP, 'reply', rowsOfCommand(model, EntryKind.ftp, 'PASS')),
  ...attemptsOn(model, MAIL, 'reply', rowsOfCommand(model, EntryKind.mail, 'AUTH')),
]);

/** Whether the outcome means that no password was found, or that nobody can say. */
export function isFailure(outcome: number | undefined): boolean {
  return outcome !== Outcome.succeeded;
}

function formAttempts(model: LogModel): LogInAttempts[] {
  const paths = model.table.texts.path;
  const groups = new Map<string, { program: LogInProgram; parts: Uint32Array[] }>();
  for (const endpoint of endpointsMarked(model, WRITING | PathMark.logIn)) {
    if ((endpointMarks(model)[endpoint]! & STATIC) !== 0) continue;
    const program = logInProgramAt(paths.text(model.table.data.endpoints.path[endpoint]!));
    const group = groups.get(program.id) ?? { program, parts: [] };
    group.parts.push(rowsOf(model.byEndpoint, endpoint).filter((row) => isLogIn(model, row)));
    groups.set(program.id, group);
  }
  return [...groups.values()].flatMap(({ program, parts }) => {
    const rows = joinRows(parts);
    return attemptsOn(model, program, program.style ?? styleOf(model, rows), rows);
  });
}

/** Programs that send passwords, log people out or greet sister sites share the path of the log-in. */
function isLogIn(model: LogModel, row: number): boolean {
  const query = model.table.data.query[row]!;
  return query === NO_ENTRY || (queryMarks(model)[query]! & QueryMark.noLogIn) === 0;
}

/** Interfaces answer a wrong password with a status of its own; forms are shown again. */
function styleOf(model: LogModel, rows: Uint32Array): AnswerStyle {
  const statuses = new Set(countValues(model.table.data.status, rows).map(([status]) => status));
  if ((statuses.has(UNAUTHORIZED) || statuses.has(422)) && !statuses.has(302)) return 'interface';
  return statuses.has(200) ? 'form' : 'redirect';
}

/**
 * Requests that the server asked a password for, and what the same clients sent with a name. A page that is asked for without
 * a name is no attempt: a browser or a robot only learns that it needs one.
 */
function basicRows(model: LogModel): Uint32Array {
  const { client, status, user } = model.table.data;
  const rows = new NumberList();
  const asked = rowsByStatus(model).refusals.filter((row) => status[row] === UNAUTHORIZED && client[row] !== NO_ENTRY);
  if (asked.length === 0) return asked;
  const clients = countValues(client, asked).map(([each]) => each);
  for (const row of joinRows(clients.map((each) => rowsOf(model.byClient, each)))) {
    const hasName = (user[row] ?? NO_ENTRY) !== NO_ENTRY;
    const marks = marksOfRow(model, row);
    if (isMarked(marks, WRITING | PathMark.logIn) || model.table.kind(row) !== EntryKind.request) continue;
    const isAttempt = status[row] === UNAUTHORIZED && (hasName || user.length === 0 || (marks & READING) === 0);
    if (isAttempt || (hasName && status[row] !== UNAUTHORIZED)) rows.push(row);
  }
  return rows.values;
}

function isMarked(marks: number, all: number): boolean {
  return (marks & all) === all;
}

function rowsOfCommand(model: LogModel, kind: EntryKind, command: string): Uint32Array {
  if (!model.table.data.kind.includes(kind)) return new Uint32Array(0);
  const { method, path } = model.table.data.endpoints;
  const wanted = model.table.texts.method.find(command);
  const parts: Uint32Array[] = [];
  for (let endpoint = 0; endpoint < path.length; endpoint++) {
    if (method[endpoint] === wanted) parts.push(rowsOf(model.byEndpoint, endpoint));
  }
  return joinRows(parts).filter((row) => model.table.kind(row) === kind);
}

function attemptsOn(model: LogModel, program: LogInProgram, style: AnswerStyle, rows: Uint32Array): LogInAttempts[] {
  if (rows.length === 0) return [];
  const clients = byClient(model, rows).map(({ client, rows: own }) => ({
    client,
    rows: own,
    outcomes: Uint8Array.from(own, (row) => outcomeOf(model, style, row)),
  }));
  const mayMislead = style === 'form' || style === 'redirect' || style === 'interface';
  return [{ program, style, clients: mayMislead ? withoutLuck(model, clients) : clients }];
}

/** Where robots seem to succeed half of the time, the program answers failures like successes. */
function withoutLuck(model: LogModel, clients: readonly ClientAttempts[]): ClientAttempts[] {
  return clients.map((each) => {
    const { outcomes } = each;
    const successes = outcomes.filter((outcome) => outcome === Outcome.succeeded).length;
    const isLucky = outcomes.length >= FEWEST_ATTEMPTS && successes > outcomes.length * TOO_GOOD;
    return isLucky && !loadsPages(model, each.client)
      ? { ...each, outcomes: outcomes.map((outcome) => (outcome === Outcome.succeeded ? Outcome.unknown : outcome)) }
      : each;
  });
}

function outcomeOf(model: LogModel, style: AnswerStyle, row: number): Outcome {
  const status = model.table.data.status[row]!;
  switch (style) {
    case 'message':
      return Outcome.failed;
    case 'reply':
      return status >= 200 && status < 300 ? Outcome.succeeded : Outcome.failed;
    case 'basic':
      return status === UNAUTHORIZED ? Outcome.failed : Outcome.succeeded;
    case 'interface':
      if (status >= 200 && status < 300) return Outcome.succeeded;
      return status === UNAUTHORIZED || status === FORBIDDEN || status === 422 || status === 400
        ? Outcome.failed
        : Outcome.refused;
    case 'form':
      if (status >= 300 && status < 400) return Outcome.succeeded;
      return status < 300 && status > 0 ? Outcome.failed : Outcome.refused;
    case 'redirect':
      if (status >= 400) return Outcome.refused;
      return seesAdministration(model, row) ? Outcome.succeeded : Outcome.unknown;
    case 'silent':
      return status >= 400 ? Outcome.refused : Outcome.unknown;
  }
}

/** Whether the client soon gets to see a page behind the log-in: one of the same folder that is not the log-in again. */
function seesAdministration(model: LogModel, row: number): boolean {
  const { data, texts } = model.table;
  const { time, endpoint, status, query, client } = data;
  const pathOf = (each: number): string => texts.path.text(data.endpoints.path[endpoint[each]!]!);
  const logIn = pathOf(row);
  const folder = logIn.slice(0, logIn.lastIndexOf('/') + 1);
  const own = rowsOf(model.byClient, client[row]!);
  for (let at = firstAfter(own, row); at < own.length; at++) {
    const next = own[at]!;
    if (time[next]! > time[row]! + FIRST_PAGE) return false;
    const marks = marksOfRow(model, next);
    if (status[next] !== 200 || endpoint[next] === NO_ENTRY || (marks & (WRITING | STATIC)) !== 0) continue;
    const page = query[next] === NO_ENTRY ? 0 : queryMarks(model)[query[next]!]!;
    const isBehind = (marks & PathMark.logIn) === 0 || (page & QueryMark.adminPage) !== 0;
    if (isBehind && pathOf(next).startsWith(folder)) return true;
  }
  return false;
}

/** Where in the ascending rows the first one behind `row` stands. */
function firstAfter(rows: Uint32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}
