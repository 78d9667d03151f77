import assert from 'node:assert/strict';
import {
  childrenOfLogElement,
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
    ...more,
  };
}

function folderOf({ name }: ReadLog): string {
  return name.slice(0, name.lastIndexOf('/'));
}

function names(elements: readonly LogElement[]): string[] {
  return elements.map((each) => {
    if (each.kind === 'log') return each.log.name;
    return each.kind === 'place' ? `${each.name}/` : `! ${each.problem.name}`;
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

  it('know how many findings concern a log, and how urgent they are', () => {
    const found = log('a.log', { findings: { error: 0, warning: 2, information: 1, hint: 0 } });
    assert.deepEqual([mostUrgentIn(found), findingsIn(found)], ['warning', 3]);
    assert.deepEqual([mostUrgentIn(log('b.log')), findingsIn(log('b.log'))], [undefined, 0]);
  });
});
