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
  comments: {
    default: 5,
    minimum: 1,
    unit: 'requests',
    description: () => t('Fewest comments of robots.'),
    source: 'A small blog gets a few comments a day from people.',
  },
  earnest: {
    default: 50,
    minimum: 2,
    unit: 'requests',
    description: () => t('From how many comments of robots that were accepted on the finding is a warning.'),
    source: 'More than anybody wants to delete by hand.',
  },
};

/** Comments, trackbacks and entries of boards that robots write. */
export const commentSpam = defineRule<LogModel, typeof options>({
  id: 'comment-spam',
  family: 'forms',
  severity: 'warning',
  title: () => t('Comments by robots'),
  explanation: () =>
    t(
      'Robots write comments, trackbacks or entries of a board, without loading the article as a reader’s browser does. They place links, and each comment can make the site send a mail to its owner.',
    ),
  options,
  find(model, values): Finding[] {
    const robots = robotPosts(model, commentRows(model));
    const rows = joinRows(robots.map((each) => each.rows));
    return rows.length < values.comments ? [] : [describe(model, robots, rows, values)];
  },
});

type Values = OptionValues<typeof options>;

function commentRows(model: LogModel): Uint32Array {
  const marks = endpointMarks(model);
  const writing = endpointsMarked(model, WRITING).filter((endpoint) => (marks[endpoint]! & STATIC) === 0);
  const named = rowsOfEndpoints(
    model,
    writing.filter((endpoint) => isComment(marks[endpoint]!)),
  );
  const others = writing.filter((endpoint) => !isComment(marks[endpoint]!));
  const asked = rowsOfQueries(model, others, QueryMark.comment);
  return joinRows([named, asked]);
}

/** Folders of pictures and the like may be named like a board. */
function isComment(marks: number): boolean {
  return (marks & (PathMark.comment | PathMark.odd)) === PathMark.comment;
}

function describe(model: LogModel, robots: readonly ClientRows[], rows: Uint32Array, values: Values): Finding {
  const accepted = answeredShare(model, rows);
  const places = new Set(Array.from(rows, (row) => model.table.endpoint(model.table.data.endpoint[row]!).path));
  return logFinding(model, rows, {
    rule: 'comment-spam',
    severity: accepted * rows.length >= values.earnest ? 'warning' : 'information',
    title: t('Robots wrote {0} comments from {1}', count(rows.length), addressesOf(model, robots)),
    detail: [
      t(
        '{0} they sent them to {1} without reading the page as a browser does.',
        when(model, rows),
        listed([...places], 3),
      ),
      t('The server accepted {0} of them; a filter may have put them aside afterwards.', percent(accepted)),
    ],
    advice: t(
      'Delete them, and let comments appear only when you have released them. Switch on a filter (Akismet and the like), switch off trackbacks, and delete old boards and guest books that nobody uses.',
    ),
  });
}
