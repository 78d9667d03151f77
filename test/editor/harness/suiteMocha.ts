import Mocha from 'mocha';

/** How long a test may take, and from when on its time is told (ms). */
export interface Patience {
  readonly timeout: number;
  readonly slow: number;
}

/**
 * Mocha for tests that drive an editor. A test that fails is tried once more: windows, browsers and file watchers may miss an event on a
 * busy machine. That is printed, so that a test that needs it often is mended.
 *
 * @param grep a regular expression that picks tests by their full title
 */
export function suiteMocha({ timeout, slow }: Patience, grep: string | undefined): Mocha {
  const isServer = process.env['CI'] !== undefined;
  return new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    retries: 1,
    timeout,
    slow,
    forbidPending: true,
    forbidOnly: isServer,
    grep,
  });
}

/** Runs the files that were added. Failures are tests and hooks, pending ones included. */
export function runMocha(mocha: Mocha): Promise<{ passed: number; failed: number }> {
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      Mocha.reporters.Base.consoleLog(`Tried again: ${test.fullTitle()}: ${error.stack ?? error.message}`);
    });
  });
}
