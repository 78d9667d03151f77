import assert from 'node:assert/strict';
import {
  childrenOfLogElement,
  foundElements,
  findingsIn,
  logElementId,
  logElements,
  mostUrgentIn,
  type LogElement,
} from '../../../client/src/views/logElements';
import type { ReadLog } from '../../../server/src/protocol';

function log(path: string, more: Partial<ReadLog> = {}): ReadLog {
  return {
    uri: `file:///${path}`,
    name: path,
    entries: 5,
    unreadable: 0,
    isDamaged: false,
    findings: { error: 0, warning: 0, information: 0, hint: 0 },
    found: [],
    ...more,
  };
}

function folderOf({ name }: ReadLog): string {
  return name.slice(0, name.lastIndexOf('/'));
}

function names(elements: readonly LogElement[]): string[] {
  return elements.map((each) => {
    switch (each.kind) {
      case 'place':
        return `${each.name}/`;
      case 'log':
        return each.log.name;
      case 'finding':
        return each.found.title;
      case 'more':
        return `and ${each.left} more`;
      case 'problem':
        return `! ${each.problem.name}`;
    }
  });
}

describe('The elements of the tree of logs', () => {
  it('are the logs, the earliest moment first, whatever their zones, and those without times last', () => {
    const logs = [
      log('logs/none.log'),
      log('logs/utc.log', { first: '2021-11-01T01:00:00Z' }),
      log('logs/japan.log', { first: '2021-11-01T09:00:00+09:00' }),
    ];
    assert.deepEqual(names(logElements(logs, [], folderOf)), ['logs/japan.log', 'logs/utc.log', 'logs/none.log']);
  });

  it('are under their domains, or under their folders where none is known', () => {
    const logs = [
      log('b/2.log'),
      log('a/1.log', { domain: 'shop.example' }),
      log('a/2.log', { domain: 'shop.example' }),
      log('a/3.log', { domain: 'blog.example' }),
    ];
    const top = logElements(logs, [], folderOf);
    assert.deepEqual(names(top), ['b/', 'blog.example/', 'shop.example/']);
    assert.deepEqual(names(childrenOfLogElement(top[2]!)), ['a/1.log', 'a/2.log']);
    const all = [...top, ...top.flatMap(childrenOfLogElement)];
    assert.equal(new Set(all.map(logElementId)).size, all.length);
  });

  it('end with what could not be read', () => {
    const problems = [{ name: 'x.log', message: 'no permission' }];
    assert.deepEqual(names(logElements([log('a/1.log')], problems, folderOf)), ['a/1.log', '! x.log']);
    assert.deepEqual(logElements([], [], folderOf), []);
  });

  it('have their findings below them, in an order to walk through', () => {
    const flood = { rule: 'flood-address', severity: 'error', title: 'Flood', line: 3 } as const;
    const probe = { rule: 'probe', severity: 'warning', title: 'Probe', line: 9 } as const;
    const findings = { error: 1, warning: 4, information: 0, hint: 0 };
    const logs = [log('a/1.log', { found: [flood, probe], findings }), log('b/1.log', { found: [flood] })];
    const top = logElements(logs, [], folderOf);
    assert.deepEqual(names(top.flatMap(childrenOfLogElement).flatMap(childrenOfLogElement)), [
      'Flood',
      'Probe',
      'and 3 more',
      'Flood',
    ]);
    assert.deepEqual(
      foundElements(top).map(({ log: { name }, found }) => [name, found.line]),
      [
        ['a/1.log', 3],
        ['a/1.log', 9],
        ['b/1.log', 3],
      ],
    );
    assert.equal(new Set(foundElements(top).map(logElementId)).size, 3);
  });

  it('know how many findings concern a log, and how urgent they are', () => {
    const found = log('a.log', { findings: { error: 0, warning: 2, information: 1, hint: 0 } });
    assert.deepEqual([mostUrgentIn(found), findingsIn(found)], ['warning', 3]);
    assert.deepEqual([mostUrgentIn(log('b.log')), findingsIn(log('b.log'))], [undefined, 0]);
  });
});
