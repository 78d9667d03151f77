import { strict as assert } from 'node:assert';
import { incidentChildren, sectionsOf } from '../../../client/src/views/incidentElements';
import type { IncidentResult } from '../../../server/src/protocol';

const EMPTY: IncidentResult = {
  measures: [],
  tasks: [],
  files: [],
  causes: [],
  events: [],
  audits: [],
  logs: [],
  logFindings: { error: 0, warning: 0, information: 0, hint: 0 },
  problems: [],
};

describe('The elements of an incident', () => {
  it('are those sections that have something in them, in the order in which they are needed', () => {
    assert.deepEqual(sectionsOf(EMPTY), []);
    const result: IncidentResult = {
      ...EMPTY,
      notice: ['The mail is from X.'],
      measures: ['Sending was stopped.'],
      tasks: [{ id: 'delete-files', title: 'Delete them.', isAsked: true, help: [], facts: [] }],
      problems: [{ name: 'a.log', message: 'is gone' }],
    };
    assert.deepEqual(
      sectionsOf(result).map(({ id, children }) => [id, children.length]),
      [
        ['notice', 2],
        ['tasks', 1],
        ['problems', 1],
      ],
    );
  });

  it('have facts below files, and what speaks for and against below causes', () => {
    const fact = { text: 'Requests: 3', uri: 'file:///a.log', line: 4 };
    const told = {
      severity: 'error',
      state: 'present',
      stateText: 'there',
      isNamed: true,
      requests: 3,
      facts: [fact],
    } as const;
    const file = { file: 'l.php', path: '/home/u/l.php', ...told };
    const cause = {
      title: 'A hole',
      verdict: 'possible',
      verdictText: 'This may be so:',
      evidence: [{ speaks: 'against', text: 'no' }],
    } as const;
    assert.deepEqual(incidentChildren({ kind: 'file', file }), [{ kind: 'fact', fact }]);
    assert.deepEqual(incidentChildren({ kind: 'cause', cause }), [
      { kind: 'fact', fact: { text: 'no' }, speaks: 'against' },
    ]);
  });
});
