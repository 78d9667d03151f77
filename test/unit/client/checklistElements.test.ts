import { strict as assert } from 'node:assert';
import { checklistChildren, sectionsOf } from '../../../client/src/views/checklistElements';
import type { IncidentResult, IncidentTask } from '../../../server/src/protocol';

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

const ASKED: IncidentTask = {
  id: 'php-settings',
  title: 'Switch it off.',
  isAsked: true,
  help: ['Open it.', 'Save it.'],
  facts: [],
};
const WISE: IncidentTask = { id: 'find-cause', title: 'Find it.', isAsked: false, help: ['Look.'], facts: [] };

describe('The elements of the checklist', () => {
  it('are those sections that have something in them, in the order in which they are needed', () => {
    assert.deepEqual(sectionsOf(EMPTY), []);
    const result: IncidentResult = {
      ...EMPTY,
      notice: ['The mail is from X.'],
      measures: ['Sending was stopped.'],
      mails: ['The logs support about 100 mails.'],
      tasks: [{ id: 'delete-files', title: 'Delete them.', isAsked: true, help: [], facts: [] }],
      problems: [{ name: 'a.log', message: 'is gone' }],
    };
    assert.deepEqual(
      sectionsOf(result).map(({ id, children }) => [id, children.length]),
      [
        ['asked', 1],
        ['notice', 2],
        ['mails', 1],
        ['problems', 1],
      ],
    );
  });

  it('keep what the host asks for apart from what else is wise, each in its order', () => {
    assert.deepEqual(
      sectionsOf({ ...EMPTY, tasks: [WISE, ASKED, { ...WISE, id: 'check-again' }] }).map((section) => [
        section.id,
        section.children.map((child) => child.kind === 'task' && child.task.id),
      ]),
      [
        ['asked', ['php-settings']],
        ['wise', ['find-cause', 'check-again']],
      ],
    );
    assert.deepEqual(
      sectionsOf({ ...EMPTY, tasks: [WISE] }).map(({ id }) => id),
      ['tasks'],
    );
  });

  it('have a way to do it, a guide, evidence and the host’s page below tasks', () => {
    const fact = { text: 'allow_url_fopen is on', uri: 'file:///php.ini', line: 4 };
    assert.deepEqual(
      checklistChildren({ kind: 'task', task: { ...ASKED, facts: [fact], page: 'https://host.example/' } }),
      [
        { kind: 'do', command: 'logSiteAudit.showHardening' },
        { kind: 'guide', task: 'php-settings' },
        { kind: 'fact', fact },
        { kind: 'page', page: 'https://host.example/' },
      ],
    );
    assert.deepEqual(checklistChildren({ kind: 'task', task: { ...WISE, help: [] } }), []);
  });

  it('have what speaks for and against below causes', () => {
    const cause = {
      title: 'A hole',
      verdict: 'possible',
      verdictText: 'Possible',
      evidence: [{ speaks: 'against', text: 'no' }],
      missing: ['No FTP log was given.'],
    } as const;
    assert.deepEqual(checklistChildren({ kind: 'cause', cause }), [
      { kind: 'fact', fact: { text: 'no' }, speaks: 'against' },
      { kind: 'missing', text: 'No FTP log was given.' },
    ]);
  });
});
