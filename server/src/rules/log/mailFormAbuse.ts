import { busiest, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { rowsOf } from '../../log/rowGroups';
import { count, percent } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { answeredShare } from './evidence';
import { endpointMarks, endpointsMarked, isBrowser, agentMarks, logsAgents, STATIC, WRITING } from './facts/marks';
import { NumberList } from './facts/numberList';
import { PathMark } from './facts/pathWords';
import { robotPosts } from './facts/robotPosts';
import { joinRows, type ClientRows } from './facts/selection';
import { addressesOf, logFinding, when } from './logFinding';

const options = {
  posts: {
    default: 10,
    minimum: 2,
    unit: 'requests',
    description: () => t('Fewest forms that robots sent to one program within a day.'),
    source: 'A form of a small site gets a few mails a day; ten of them without anybody who opened it are no chance.',
  },
  earnest: {
    default: 50,
    minimum: 2,
    unit: 'requests',
    description: () => t('From how many forms of robots that were accepted on the finding is an error.'),
    source: 'Hosts limit the mails of an account to some hundred an hour; half a hundred already fills a mailbox.',
  },
};

const DAY = 86_400;
/** Other rules look at these, and programs talk to each other there. */
const OTHERS = PathMark.logIn | PathMark.comment | PathMark.registration | PathMark.payment | PathMark.odd;

/** Forms that robots send, slowly or from many addresses, without opening the page that the form stands on. */
export const mailFormAbuse = defineRule<LogModel, typeof options>({
  id: 'mail-form-abuse',
  family: 'forms',
  severity: 'error',
  yieldsTo: ['flood-address', 'hot-endpoint', 'web-shell-use', 'registration-spam', 'comment-spam'],
  title: () => t('Form sent by robots'),
  explanation: () =>
    t(
      'Robots send a form of the site again and again, without opening the page that it stands on, too slowly or from too many addresses to be a flood. When the program behind it sends mail, each request can be one: to you, or to strangers in your name. Visitors, shops, payment services and programs of WordPress are not reported.',
    ),
  options,
  find: (model, values) =>
    formEndpoints(model)
      .flatMap((endpoint) => judge(model, endpoint, values))
      .toSorted((a, b) => b.count! - a.count!),
});

type Values = OptionValues<typeof options>;

function formEndpoints(model: LogModel): number[] {
  const marks = endpointMarks(model);
  return endpointsMarked(model, WRITING).filter((endpoint) => {
    const mark = marks[endpoint]!;
    if ((mark & (OTHERS | STATIC)) !== 0 || isFrontPage(model, endpoint)) return false;
    return (mark & PathMark.form) !== 0 || (mark & PathMark.machine) === 0;
  });
}

/** Robots send their tricks to the front page of every site; forms that send mail have a program of their own. */
function isFrontPage(model: LogModel, endpoint: number): boolean {
  return /^\/(?:index\.\w+)?$/.test(model.table.endpoint(endpoint).path);
}

function judge(model: LogModel, endpoint: number, values: Values): Finding[] {
  const { time } = model.table.data;
  const accepted = acceptedRows(model, rowsOf(model.byEndpoint, endpoint));
  if (accepted.length < values.posts) return [];
  const isForm = (endpointMarks(model)[endpoint]! & PathMark.form) !== 0;
  const robots = robotPosts(model, accepted).filter((each) => isForm || looksLikePerson(model, each));
  const rows = joinRows(robots.map((each) => each.rows));
  if (busiest(sortedTimes(time, rows), DAY).count < values.posts) return [];
  return [describe(model, endpoint, robots, rows, isForm, values)];
}

function acceptedRows(model: LogModel, rows: Uint32Array): Uint32Array {
  const { status } = model.table.data;
  const accepted = new NumberList();
  for (let at = 0; at < rows.length; at++) {
    const code = status[rows[at]!]!;
    if (code >= 200 && code < 400) accepted.push(rows[at]!);
  }
  return accepted.values;
}

/**
 * Whether the client says that it is a browser: services that report payments or news to a program of the site say who they
 * are, and come without a page before.
 */
function looksLikePerson(model: LogModel, { rows }: ClientRows): boolean {
  if (!logsAgents(model)) return false;
  const { agent, referrer } = model.table.data;
  return rows.some((row) => referrer[row] !== NO_ENTRY || isBrowser(agentMarks(model)[agent[row]!]));
}

function describe(
  model: LogModel,
  endpoint: number,
  robots: readonly ClientRows[],
  rows: Uint32Array,
  isForm: boolean,
  values: Values,
): Finding {
  const { method, path: wholePath } = model.table.endpoint(endpoint);
  const path = shortened(wholePath);
  const all = rowsOf(model.byEndpoint, endpoint).length;
  return logFinding(model, rows, {
    rule: 'mail-form-abuse',
    severity: rows.length >= values.earnest && isForm ? 'error' : 'warning',
    title: t('Robots sent the form {0} {1} times from {2}', path, count(rows.length), addressesOf(model, robots)),
    detail: [
      t(
        '{0} it was sent {1} times by programs that loaded no picture and no style sheet, as a visitor’s browser would ({2} of all that was sent to it).',
        when(model, rows),
        count(rows.length),
        percent(rows.length / all),
      ),
      t(
        'The server accepted {0} of them. If {1} {2} sends mail, that may be as many mails; the log of sent mails, which your host has, tells for sure.',
        percent(answeredShare(model, rows)),
        method,
        path,
      ),
    ],
    advice: t(
      'Open {0} in the copy of your site. If no page uses it any more, delete it on the server; if it is your form, add a check against robots (reCAPTCHA or Turnstile) and switch off automatic replies. Denying single addresses helps only until the next ones come.',
      path,
    ),
  });
}
