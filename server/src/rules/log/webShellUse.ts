import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { count } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { localTimeOf } from './evidence';
import { flaggedOf, flagsOfMarks } from './facts/flaggedRows';
import { agentMarks, endpointMarks, isBrowser, queryMarks, WRITING } from './facts/marks';
import { NumberList } from './facts/numberList';
import { PathMark } from './facts/pathWords';
import { QueryMark } from './facts/queryWords';
import { secondsIntoLog, unvisitedScripts, type ScriptUse } from './facts/scripts';
import { distinct, earliest } from './facts/selection';
import { listed, logFinding, when } from './logFinding';

const options = {
  addresses: {
    default: 5,
    minimum: 1,
    unit: 'addresses',
    description: () => t('Most addresses that get an answer from a program that only its owner and attackers know.'),
    source:
      'Back doors are used by whoever placed them and sometimes sold on; programs of the site are used by visitors.',
  },
  commands: {
    default: 2,
    minimum: 1,
    unit: 'requests',
    description: () => t('Fewest answered requests that send something to a program in an odd place.'),
    source: 'One may be a scanner that tries its luck; the second comes from somebody who got what they wanted.',
  },
  newCommands: {
    default: 5,
    minimum: 1,
    unit: 'requests',
    description: () => t('The same for a program in an ordinary place that was first called in the middle of the log.'),
    source: 'Hooks of services are called now and then; whoever steers a server sends command after command.',
  },
};

/** What speaks for a web shell, from the clearest to the weakest. */
type Ground = 'name' | 'appeared' | 'command' | 'place' | 'new';

/** A program that was first called this long after the log began was probably not there before. */
const MID_LOG = 3600;
/** More is a flood, which other rules report. */
const MOST_OF_NEW = 100;

/** Programs that attackers placed and steer the server with. */
export const webShellUse = defineRule<LogModel, typeof options>({
  id: 'web-shell-use',
  family: 'compromise',
  severity: 'error',
  yieldsTo: ['ftp-upload-before-use'],
  title: () => t('Use of a back door'),
  explanation: () =>
    t(
      'A few addresses send commands straight to a program that no page leads to and that answers them: among pictures or uploads, in a hidden folder, with the name of a known web shell, or new since the middle of the log. Such programs let attackers do whatever they like with the site. Sites that answer everything with the same page are told apart.',
    ),
  options,
  find: (model, values) =>
    unvisitedScripts(model).flatMap((script) => {
      const clients = distinct(model.table.data.client, script.answered);
      if (clients.size > values.addresses) return [];
      const ground = groundOf(model, script, values);
      return ground === undefined ? [] : [describe(model, script, ground)];
    }),
});

type Values = OptionValues<typeof options>;

function groundOf(model: LogModel, script: ScriptUse, values: Values): Ground | undefined {
  const { marks, answered } = script;
  if ((marks & (PathMark.logIn | PathMark.machine)) !== 0 && (marks & PathMark.odd) === 0) return undefined;
  if ((marks & PathMark.shell) !== 0) return 'name';
  const commands = commandsOf(model, answered);
  if (commands.length === 0) return undefined;
  if (commands.length >= values.commands && appearedLater(model, script)) return 'appeared';
  if (isOddPlace(marks) && hasCommandInQuery(model, answered)) return 'command';
  if (isOddPlace(marks) && commands.length >= values.commands) return 'place';
  const isFew = commands.length >= values.newCommands && commands.length <= MOST_OF_NEW;
  if (!isFew || (marks & PathMark.form) !== 0 || !isDisguised(model, commands)) return undefined;
  return (secondsIntoLog(model, earliest(model, script.rows)) ?? 0) >= MID_LOG ? 'new' : undefined;
}

/** Rows that send something to the program: a form, or a parameter that web shells have. */
function commandsOf(model: LogModel, rows: Uint32Array): Uint32Array {
  const { endpoint, query } = model.table.data;
  const marks = endpointMarks(model);
  const queries = queryMarks(model);
  const commands = new NumberList();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const id = query[row]!;
    const isWriting = (marks[endpoint[row]!]! & WRITING) !== 0;
    if (isWriting || (id < queries.length && (queries[id]! & QueryMark.command) !== 0)) commands.push(row);
  }
  return commands.values;
}

function hasCommandInQuery(model: LogModel, rows: Uint32Array): boolean {
  return flaggedOf(rows, model.table.data.query, flagsOfMarks(queryMarks(model), QueryMark.command)).length > 0;
}

/** Where sites keep no programs that anybody calls by themselves. */
function isOddPlace(marks: number): boolean {
  return (marks & PathMark.odd) !== 0 || (marks & (PathMark.extension | PathMark.machine)) === PathMark.extension;
}

/** Whether the program was not there when it was first asked for, and was later. */
function appearedLater(model: LogModel, { rows, answered }: ScriptUse): boolean {
  const { status, time } = model.table.data;
  if (rows.length === answered.length) return false;
  const first = time[earliest(model, answered)]!;
  for (let at = 0; at < rows.length; at++) {
    if (status[rows[at]!] === 404 && time[rows[at]!]! < first) return true;
  }
  return false;
}

/** Whether all come from no page, though their sender says that it is a browser; services say who they are. */
function isDisguised(model: LogModel, rows: Uint32Array): boolean {
  const { agent, referrer } = model.table.data;
  return rows.every((row) => referrer[row] === NO_ENTRY && isBrowser(agentMarks(model)[agent[row]!]));
}

function describe(model: LogModel, { path: wholePath, rows, answered, marks }: ScriptUse, ground: Ground): Finding {
  const path = shortened(wholePath);
  const clients = [...distinct(model.table.data.client, answered)];
  const isSure = ground !== 'new' && (ground !== 'name' || commandsOf(model, answered).length > 0);
  return logFinding(model, answered, {
    rule: 'web-shell-use',
    severity: isSure ? 'error' : 'warning',
    title: t('{0} is probably a back door: {1} requests answered', path, count(answered.length)),
    detail: [
      t(
        '{0} it was called directly by {1}, and the server answered.',
        when(model, answered),
        listed(clients.map((client) => model.table.texts.client.text(client))),
      ),
      reasonOf(model, ground, marks, rows),
      isSure
        ? t('Whoever calls it can probably run commands on the server.')
        : t('It may be a program of your own; you know that best.'),
    ],
    advice: t(
      'Do not open {0} in a browser. If it is not yours, keep a copy for your host and delete it from the server. Look for what was changed since {1} and how it got there: a guessed password, an upload, FTP. Change all passwords.',
      path,
      localTimeOf(model, earliest(model, answered)),
    ),
  });
}

function reasonOf(model: LogModel, ground: Ground, marks: number, rows: Uint32Array): string {
  switch (ground) {
    case 'name':
      return t('Its name is that of a web shell or a mass mailer that attackers use everywhere.');
    case 'appeared':
      return t('It was not there at first (status 404), and then it was.');
    case 'command':
      return t('What was sent along looks like commands, and no page of the site leads to it.');
    case 'place':
      return (marks & PathMark.extension) !== 0 && (marks & PathMark.odd) === 0
        ? t('It belongs to a plug-in or a theme by its place, but no page of the site leads to it.')
        : t('It lies among uploads, pictures or hidden files, where a site keeps no programs.');
    case 'new':
      return t(
        'It was called for the first time at {0}, in the middle of the log, and by nobody else.',
        localTimeOf(model, earliest(model, rows)),
      );
  }
}
