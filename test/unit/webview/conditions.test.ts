import assert from 'node:assert/strict';
import { conditionsOf, fieldsOf } from '../../../client/webview/logView/conditions';
import { moveOf, type Key, type Move } from '../../../client/webview/logView/keys';
import { conditionsOfFilter } from '../../../client/src/filterConditions';
import type { LineConditions } from '../../../server/src/protocol';

function key(name: string, modifiers: Partial<Key> = {}): Move | undefined {
  return moveOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...modifiers });
}

describe('The fields of the filter', () => {
  const cases: [LineConditions, Record<string, string | undefined>][] = [
    [{ address: '192.0.2.1' }, { address: '192.0.2.1' }],
    [{ method: 'POST', path: '/a b.php' }, { path: 'POST /a b.php' }],
    [{ path: 'form' }, { path: 'form' }],
    [
      { from: '2021-11-01 10:56', until: '2021-11-02' },
      { from: '2021-11-01 10:56', until: '2021-11-02' },
    ],
    [
      { status: '5xx', text: '"x' },
      { status: '5xx', text: '"x' },
    ],
  ];
  for (const [conditions, fields] of cases) {
    it(`ask for ${JSON.stringify(conditions)}, and show it`, () => {
      assert.deepEqual(conditionsOf(fields, false), conditions);
      const shown = Object.entries(fieldsOf(conditions)).filter(([, value]) => value !== undefined);
      assert.deepEqual(Object.fromEntries(shown), fields);
    });
  }

  it('ask for nothing when they are empty', () => {
    assert.equal(conditionsOf({ address: ' ', text: '' }, false), undefined);
    assert.deepEqual(conditionsOf({}, true), { unreadable: true });
  });

  it('take a method for one before a path alone', () => {
    assert.deepEqual(conditionsOf({ path: 'GET x' }, false), { path: 'GET x' });
    assert.deepEqual(conditionsOf(fieldsOf({ method: 'PUT' }), false), { method: 'PUT', path: '*' });
  });
});

describe('A filter of some lines', () => {
  it('is one of the viewer, too', () => {
    assert.deepEqual(conditionsOfFilter({ kind: 'unreadable' }), { unreadable: true });
    assert.deepEqual(conditionsOfFilter({ kind: 'address', address: 'a' }), { address: 'a' });
    const endpoint = { method: 'POST', path: '/x' };
    assert.deepEqual(conditionsOfFilter({ kind: 'endpoint', ...endpoint }), endpoint);
    assert.deepEqual(conditionsOfFilter({ kind: 'addressOnEndpoint', address: 'a', ...endpoint }), {
      address: 'a',
      ...endpoint,
    });
  });
});

describe('Keys', () => {
  it('lead through the rows', () => {
    assert.deepEqual(key('ArrowDown'), { kind: 'by', rows: 1 });
    assert.deepEqual(key('PageUp'), { kind: 'byPage', pages: -1 });
    assert.deepEqual(key('End'), { kind: 'sidewaysTo', end: 'end' });
    assert.deepEqual(key('End', { ctrlKey: true }), { kind: 'to', end: 'last' });
    assert.deepEqual(key('ArrowUp', { metaKey: true }), { kind: 'to', end: 'first' });
  });

  it('are left to others otherwise', () => {
    assert.equal(key('a'), undefined);
    assert.equal(key('PageDown', { ctrlKey: true }), undefined);
    assert.equal(key('ArrowUp', { altKey: true }), undefined);
  });
});
