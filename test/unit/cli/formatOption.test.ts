import assert from 'node:assert/strict';
import { runEntriesCommand } from '../../../server/src/cli/entriesCommand';
import { runLogCommand } from '../../../server/src/cli/logCommand';
import { FakeDisk } from '../../support/fakeDisk';
import { combinedLine } from '../../support/lines';

const disk = new FakeDisk({
  '/a.log': Buffer.from('/index.html>192.0.2.1>200\n'),
  '/b.log': Buffer.from(`${combinedLine()}\n`),
});

/** Runs a command and gives what it wrote. */
async function run(
  command: typeof runLogCommand | typeof runEntriesCommand,
  ...parameters: string[]
): Promise<{ code: number; output: string; errors: string }> {
  let output = '';
  let errors = '';
  const code = await command(
    parameters,
    (line) => (output += `${line}\n`),
    (line) => (errors += `${line}\n`),
    disk,
  );
  return { code, output, errors };
}

describe('The option --format', () => {
  it('has logs read in the format, and may be given again', async () => {
    const { code, output } = await run(
      runEntriesCommand,
      '/a.log',
      '--format',
      '%h %u',
      '--format',
      'LogFormat "%U>%h>%>s" x',
    );
    const { client, target, status } = JSON.parse(output) as Record<string, unknown>;
    assert.deepEqual([code, client, target, status], [0, '192.0.2.1', '/index.html', 200]);
  });

  it('names the format in what is found', async () => {
    const { code, output } = await run(runLogCommand, '/a.log', '/b.log', '--json', '--format', '%U>%h>%>s');
    const { logs } = JSON.parse(output) as { logs: { format?: string }[] };
    assert.deepEqual([code, logs.map(({ format }) => format)], [0, ['custom-1', 'combined']]);
  });

  it('says why a format can’t be used, and reads nothing', async () => {
    for (const command of [runLogCommand, runEntriesCommand]) {
      const { code, output, errors } = await run(command, '/b.log', '--format', '%h %y\u001b[2J');
      assert.deepEqual([code, output], [2, '']);
      assert.ok(errors.includes('%y is not known') && !errors.includes('\u001b'), errors);
    }
  });
});
