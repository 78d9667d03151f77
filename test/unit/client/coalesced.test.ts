import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Coalesced } from '../../../client/src/coalesced';

const PAUSE = 50;

const pass = (time: number): void => mock.timers.tick(time);

describe('What is asked often', () => {
  let done: string[];
  let coalesced: Coalesced;

  const work = (name: string) => (): void => void done.push(name);

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    done = [];
    coalesced = new Coalesced(PAUSE);
  });

  afterEach(() => mock.timers.reset());

  it('is done once after the pause, for each key', () => {
    coalesced.ask('a', work('first a'));
    pass(PAUSE - 1);
    coalesced.ask('a', work('second a'));
    coalesced.ask('b', work('first b'));
    assert.deepEqual(done, []);
    pass(1);
    assert.deepEqual(done, ['first a']);
    pass(PAUSE);
    assert.deepEqual(done, ['first a', 'first b']);
  });

  it('is done again when it is asked later', () => {
    coalesced.ask('a', work('first'));
    pass(PAUSE);
    coalesced.ask('a', work('second'));
    pass(PAUSE);
    assert.deepEqual(done, ['first', 'second']);
  });

  it('may be done at once, and then what follows it after the pause', () => {
    coalesced.askAtOnce('a', work('first'));
    assert.deepEqual(done, ['first']);
    coalesced.askAtOnce('a', work('second'));
    coalesced.askAtOnce('a', work('third'));
    assert.deepEqual(done, ['first']);
    pass(PAUSE);
    assert.deepEqual(done, ['first', 'second']);
    coalesced.askAtOnce('a', work('fourth'));
    assert.deepEqual(done, ['first', 'second', 'fourth']);
  });

  it('is not done at once when it waits already', () => {
    coalesced.ask('a', work('first'));
    coalesced.askAtOnce('a', work('second'));
    assert.deepEqual(done, []);
    pass(PAUSE);
    assert.deepEqual(done, ['first']);
  });

  it('is not done when it is taken back', () => {
    coalesced.ask('a', work('waiting'));
    coalesced.cancel('a');
    coalesced.askAtOnce('b', work('at once'));
    coalesced.askAtOnce('b', work('after it'));
    coalesced.dispose();
    pass(2 * PAUSE);
    assert.deepEqual(done, ['at once']);
  });
});
