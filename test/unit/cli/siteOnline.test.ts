import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Fetch } from '../../../server/src/address/registry/transport';
import { runSiteCommand } from '../../../server/src/cli/siteCommand';
import { memoryDisk } from '../site/memoryDisk';

const URL = 'https://api.wordpress.org/core/checksums/1.0/?version=6.5.2&locale=en_US';
const VERSION = "<?php\n$wp_version = '6.5.2';\n";
const FILES = {
  'wp-includes/version.php': VERSION,
  'wp-includes/post.php': '<?php post();\n',
  'wp-includes/x.php': '<?php x();\n',
};

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

interface Run {
  readonly code: number;
  readonly output: string;
  readonly errors: readonly string[];
  readonly asked: readonly string[];
}

/** Runs the command on a site whose internet gives one answer to all questions. */
async function run(parameters: readonly string[], body: string, files = FILES): Promise<Run> {
  const [output, errors, asked]: [string[], string[], string[]] = [[], [], []];
  const fetch: Fetch = async ({ url }) => {
    asked.push(url);
    return { status: 200, body };
  };
  const code = await runSiteCommand(
    ['/site', ...parameters],
    (line) => output.push(line),
    (line) => errors.push(line),
    memoryDisk(files),
    undefined,
    undefined,
    fetch,
  );
  return { code, output: output.join('\n'), errors, asked };
}

describe('log-site-audit site --online', () => {
  const checksums = JSON.stringify({
    checksums: { 'wp-includes/version.php': md5(VERSION), 'wp-includes/post.php': md5(FILES['wp-includes/post.php']) },
  });

  it('says what is not as WordPress.org has it', async () => {
    const { code, output, asked } = await run(['--online'], checksums);
    assert.deepEqual([code, asked], [1, [URL]]);
    assert.match(output, /WordPress 6\.5\.2 was compared with the checksums of WordPress\.org: 2 files the same/);
    assert.match(output, /x\.php was added: WordPress\.org does not have it/);
  });

  it('has the comparison in its JSON', async () => {
    const { output } = await run(['--online', '--json'], checksums);
    const { published } = JSON.parse(output) as { readonly published: readonly unknown[] };
    const lists = { lineEndings: [], changed: [], added: ['wp-includes/x.php'], missing: [] };
    assert.deepEqual(published, [{ name: 'WordPress 6.5.2', folder: '', ...lists, same: 2 }]);
  });

  it('asks nobody without the option', async () => {
    const { output, asked } = await run([], checksums);
    assert.deepEqual(asked, []);
    assert.doesNotMatch(output, /WordPress\.org/);
  });

  it('says that there is nothing to ask about', async () => {
    const { errors, asked } = await run(['--online'], checksums, { ...FILES, 'wp-includes/version.php': '<?php' });
    assert.deepEqual([asked, errors], [[], ['No WordPress whose version can be told was found in this folder.']]);
  });

  it('says what could not be compared, and goes on', async () => {
    const { output, errors } = await run(['--online'], '{"checksums":false}');
    assert.deepEqual(errors, ['WordPress 6.5.2: WordPress.org does not have it in this version.']);
    assert.match(output, /WordPress 6\.5\.2 in \//);
  });
});
