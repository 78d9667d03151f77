import type { LogModel } from '../../log/logModel';
import { count, percent } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { answeredShare } from './evidence';
import { endpointMarks, endpointsMarked, STATIC, WRITING } from './facts/marks';
import { PathMark } from './facts/pathWords';
import { QueryMark } from './facts/queryWords';
import { rowsOfQueries } from './facts/requests';
import { robotPosts } from './facts/robotPosts';
import { joinRows, rowsOfEndpoints, type ClientRows } from './facts/selection';
import { addressesOf, listed, logFinding, when } from './logFinding';

const options = {
  registrations: {
    default: 5,
    minimum: 1,
    unit: 'requests',
    description: () => t('Fewest registrations by robots.'),
    source: 'A small site gets a few new members a day.',
  },
  earnest: {
    default: 20,
    minimum: 2,
    unit: 'requests',
    description: () => t('From how many registrations by robots that were accepted on the finding is a warning.'),
    source: 'Each makes the site send a mail to an address that a robot chose.',
  },
};

/** Accounts that robots open. */
export const registrationSpam = defineRule<LogModel, typeof options>({
  id: 'registration-spam',
  family: 'forms',
  severity: 'warning',
  title: () => t('Registrations by robots'),
  explanation: () =>
    t(
      'Robots register as new members, of WordPress, EC-CUBE, a board or a shop, without loading the page as a visitor’s browser does. Each registration makes the site send a mail to an address that the robot chose.',
    ),
  options,
  find(model, values): Finding[] {
    const robots = robotPosts(model, registrationRows(model));
    const rows = joinRows(robots.map((each) => each.rows));
    return rows.length < values.registrations ? [] : [describe(model, robots, rows, values)];
  },
});

type Values = OptionValues<typeof options>;

function registrationRows(model: LogModel): Uint32Array {
  const marks = endpointMarks(model);
  const isNamed = (endpoint: number): boolean =>
    (marks[endpoint]! & PathMark.registration) !== 0 && (marks[endpoint]! & PathMark.machine) === 0;
  const writing = endpointsMarked(model, WRITING).filter((endpoint) => (marks[endpoint]! & STATIC) === 0);
  const others = writing.filter((endpoint) => !isNamed(endpoint));
  const asked = rowsOfQueries(model, others, QueryMark.registration);
  return joinRows([rowsOfEndpoints(model, writing.filter(isNamed)), asked]);
}

function describe(model: LogModel, robots: readonly ClientRows[], rows: Uint32Array, values: Values): Finding {
  const accepted = answeredShare(model, rows);
  const places = new Set(Array.from(rows, (row) => model.table.endpoint(model.table.data.endpoint[row]!).path));
  return logFinding(model, rows, {
    rule: 'registration-spam',
    severity: accepted * rows.length >= values.earnest ? 'warning' : 'information',
    title: t('Robots registered {0} times from {1}', count(rows.length), addressesOf(model, robots)),
    detail: [
      t(
        '{0} they sent the form at {1} without loading the page as a browser does.',
        when(model, rows),
        listed([...places], 3),
      ),
      t(
        'The server answered {0} of them with success or led them on; your list of users shows how many accounts there are.',
        percent(accepted),
      ),
    ],
    advice: t(
      'Delete the accounts that nobody uses, close the registration if you do not need it, or add a check against robots (reCAPTCHA or Turnstile) to it.',
    ),
  });
}
