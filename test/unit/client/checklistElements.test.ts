import { strict as assert } from 'node:assert';
import { checklistChildren, sectionsOf } from '../../../client/src/views/checklistElements';
import type { IncidentResult } from '../../../server/src/protocol';

const EMPTY: IncidentResult = {
  measures: [],
  tasks: [],
  files: [],
  causes: [],
  events: [],
  audits: [],
  logs: [],
  roots: [],
  questions: [],
  logFindings: { error: 0, warning: 0, information: 0, hint: 0 },
  problems: [],
};

describe('The elements of the checklist', () => {
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
        ['tasks', 1],
        ['notice', 2],
        ['problems', 1],
      ],
    );
  });

  it('have evidence, help and the host’s page below tasks', () => {
    const fact = { text: 'allow_url_fopen is on', uri: 'file:///php.ini', line: 4 };
    const task = {
      id: 'php-settings',
      title: 'Switch it off.',
      isAsked: true,
      help: ['Open it.', 'Save it.'],
    } as const;
    assert.deepEqual(
      checklistChildren({ kind: 'task', task: { ...task, facts: [fact], page: 'https://host.example/' } }),
      [
        { kind: 'fact', fact },
        { kind: 'help', text: 'Open it.' },
        { kind: 'help', text: 'Save it.' },
        { kind: 'page', page: 'https://host.example/' },
      ],
    );
    assert.deepEqual(checklistChildren({ kind: 'task', task: { ...task, help: [], facts: [] } }), []);
  });

  it('have what speaks for and against below causes', () => {
    const cause = {
      title: 'A hole',
      verdict: 'possible',
      verdictText: 'This may be so:',
      evidence: [{ speaks: 'against', text: 'no' }],
      missing: ['No FTP log was given.'],
    } as const;
    assert.deepEqual(checklistChildren({ kind: 'cause', cause }), [
      { kind: 'fact', fact: { text: 'no' }, speaks: 'against' },
      { kind: 'help', text: 'No FTP log was given.' },
    ]);
  });
});
