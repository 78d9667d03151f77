import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { Incidents } from '../../../client/src/incident/incidents';
import type { IncidentResult } from '../../../server/src/protocol';

/** What the server is asked for, to be answered whenever the test likes. */
interface Asked {
  readonly notice: string | undefined;
  readonly token: vscode.CancellationToken;
  readonly answer: (result: IncidentResult) => void;
}

const RESULT = { audits: [], files: [] } as unknown as IncidentResult;
const NOTHING_ELSE = new vscode.CancellationTokenSource().token;

function report(): void {
  // Nobody looks at the progress.
}

describe('An incident that is being put together', () => {
  let asked: Asked[];
  let kept: Map<string, unknown>;
  let incidents: Incidents;

  beforeEach(() => {
    asked = [];
    kept = new Map();
    const incident = {
      build: ({ notice }: { notice?: string }, _report: unknown, token: vscode.CancellationToken) =>
        new Promise((resolve) => asked.push({ notice, token, answer: resolve })),
      forget: async () => undefined,
    };
    const memory = {
      get: (key: string) => kept.get(key),
      update: async (key: string, value: unknown) => kept.set(key, value),
    };
    incidents = new Incidents({ server: { isNeeded: true, get: async () => ({ incident }) }, memory } as never);
  });

  afterEach(async () => {
    await incidents.forget();
    incidents.dispose();
  });

  /** Begins to put together, as far as the server is asked. */
  async function begin(
    work: () => Promise<unknown>,
  ): Promise<{ readonly asked: Asked; readonly done: Promise<unknown> }> {
    const before = asked.length;
    const done = work();
    while (asked.length === before) await Promise.resolve();
    return { asked: asked.at(-1)!, done };
  }

  const build = (): Promise<unknown> => incidents.build(report, NOTHING_ELSE);
  const example = (): Promise<unknown> => incidents.showExample({ notice: 'sample', logs: [] }, report, NOTHING_ELSE);

  it('stays forgotten when it was forgotten meanwhile', async () => {
    await incidents.give({ notice: 'own' });
    const first = await begin(build);
    await incidents.forget();
    assert.ok(first.asked.token.isCancellationRequested);
    first.asked.answer(RESULT);
    assert.equal(await first.done, undefined);
    assert.equal(incidents.result, undefined);
    assert.ok(incidents.isEmpty);
  });

  it('gives way to what was begun after it, whichever the server answers first', async () => {
    await incidents.give({ notice: 'own' });
    const first = await begin(build);
    const second = await begin(build);
    const newer = { ...RESULT };
    second.asked.answer(newer);
    await second.done;
    first.asked.answer(RESULT);
    assert.equal(await first.done, undefined);
    assert.equal(incidents.result, newer);
  });

  it('leaves what is shown where it was an example that did not come about', async () => {
    await incidents.give({ notice: 'own' });
    const own = await begin(build);
    own.asked.answer(RESULT);
    await own.done;
    const cancellation = new vscode.CancellationTokenSource();
    const sample = await begin(() => incidents.showExample({ notice: 'sample', logs: [] }, report, cancellation.token));
    cancellation.cancel();
    sample.asked.answer({ ...RESULT });
    assert.equal(await sample.done, undefined);
    assert.equal(incidents.result, RESULT);
    assert.equal(incidents.parts.notice, 'own');
  });

  it('is not mixed up with an example: what is said of one is not kept for the other', async () => {
    await incidents.give({ notice: 'own' });
    const sample = await begin(example);
    sample.asked.answer(RESULT);
    await sample.done;
    await incidents.setDone('reply', true);
    await incidents.correctRoots([{ folder: 'web', domains: ['shop.example'] }]);
    assert.deepEqual(incidents.parts.roots, [{ folder: 'web', domains: ['shop.example'] }]);
    await incidents.give({});
    assert.equal(incidents.result, undefined);
    assert.equal(incidents.parts.notice, 'own');
    assert.equal(incidents.parts.roots, undefined);
    assert.ok(!incidents.isDone('reply'));
  });
});
