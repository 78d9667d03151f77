import assert from 'node:assert/strict';
import { LookUpProblem } from '../../../../server/src/address/registry/lookUpProblem';
import { Manners } from '../../../../server/src/address/registry/manners';
import { FakeClock } from '../../../support/fakeClock';
import { Gate } from '../../../support/gate';

const { signal } = new AbortController();

describe('The manners towards registries', () => {
  let clock: FakeClock;
  let manners: Manners;

  beforeEach(() => {
    clock = new FakeClock();
    manners = new Manners(clock);
  });

  const ask = (host: string): Promise<number> => manners.ask(host, signal, async () => clock.now());

  async function isBusy(host: string): Promise<boolean> {
    return ask(host).then(
      () => false,
      (error: unknown) => error instanceof LookUpProblem && error.reason === 'busy',
    );
  }

  it('ask one thing at a time, with a pause between', async () => {
    const order: string[] = [];
    const question = (name: string) => async (): Promise<void> => {
      order.push(`${name} begins`);
      await new Promise(setImmediate);
      order.push(`${name} ends`);
    };
    const questions = ['rdap.apnic.net', 'whois.apnic.net'].map((host) => manners.ask(host, signal, question(host)));
    await Promise.all(questions);
    assert.deepEqual(order, [
      'rdap.apnic.net begins',
      'rdap.apnic.net ends',
      'whois.apnic.net begins',
      'whois.apnic.net ends',
    ]);
    assert.deepEqual(clock.waits, [1500]);
  });

  it('let different registries be asked side by side', async () => {
    const gate = new Gate();
    const slow = manners.ask('rdap.apnic.net', signal, () => gate.opened);
    await ask('rdap.arin.net');
    gate.open();
    await slow;
    assert.deepEqual(clock.waits, []);
  });

  it('ask LACNIC less than ten times a minute', async () => {
    const start = clock.now();
    for (let n = 0; n < 11; n++) await ask('rdap.lacnic.net');
    assert.ok(clock.now() - start > 60_000);
  });

  it('go on after a question that failed', async () => {
    const failed = manners.ask('rdap.apnic.net', signal, () => Promise.reject(new Error('broken')));
    await assert.rejects(failed, /broken/);
    await ask('rdap.apnic.net');
    assert.deepEqual(clock.waits, [1500]);
  });

  it('let a registry be as long as it asks for, in seconds or until a date', async () => {
    manners.letBe('rdap.apnic.net', '120');
    assert.ok(await isBusy('whois.apnic.net'));
    assert.ok(!(await isBusy('rdap.arin.net')));
    clock.pass(110_000);
    await ask('rdap.apnic.net');
    assert.deepEqual(clock.waits, [10_000]);
    manners.letBe('rdap.arin.net', new Date(clock.now() + 300_000).toUTCString());
    clock.pass(250_000);
    assert.ok(await isBusy('rdap.arin.net'));
    clock.pass(50_000);
    assert.ok(!(await isBusy('rdap.arin.net')));
  });

  it('let it be for a minute where it does not say how long, longer each time, an hour at most', async () => {
    // A question waits 20 seconds for its turn.
    for (const [refusals, rest] of [
      [1, 60_000],
      [3, 240_000],
      [20, 3_600_000],
    ] as const) {
      manners = new Manners(clock);
      for (let n = 0; n < refusals; n++) manners.letBe('rdap.apnic.net', n === 0 ? 'soon' : undefined);
      clock.pass(rest - 20_001);
      assert.ok(await isBusy('rdap.apnic.net'), `${refusals}`);
      clock.pass(1);
      assert.ok(!(await isBusy('rdap.apnic.net')), `${refusals}`);
    }
  });

  it('stop waiting when the question is stopped', async () => {
    const stop = new AbortController();
    await ask('rdap.apnic.net');
    stop.abort(new Error('stopped'));
    await assert.rejects(
      manners.ask('rdap.apnic.net', stop.signal, () => assert.fail('asked')),
      /stopped/,
    );
  });
});
