import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol';
import {
  AskWordPressRequest,
  AuditsCleared,
  AuditSiteRequest,
  FetchRegistryRequest,
  NetworkAccessChanged,
  type NetworkAccess,
  type SiteAuditResult,
  type WordPressAnswer,
  type WordPressAsked,
} from '../../server/src/protocol';
import { LocalRegistries } from '../support/registries';
import { status, type RdapAnswer } from '../support/rdapServer';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';

const ALLOWED: NetworkAccess = { isAllowed: false, isWordPressAllowed: true, isTrusted: true };
const CORE_URL = 'https://api.wordpress.org/core/checksums/1.0/?version=6.5.2&locale=ja';
const PLUGIN_URL = 'https://downloads.wordpress.org/plugin-checksums/form/5.1.json';

const CORE: Readonly<Record<string, string>> = {
  'wp-includes/version.php': "<?php\n$wp_version = '6.5.2';\n$wp_local_package = 'ja';\n",
  'wp-includes/cache.php': '<?php function cache() {}\n',
  'wp-includes/post.php': '<?php function post() {}\n',
  'wp-includes/user.php': '<?php function user() {}\n',
  'wp-includes/theme.php': '<?php function theme() {}\n',
  'wp-admin/about.php': '<?php function about() {}\n',
};
const PLUGIN = { 'form.php': '<?php\n/* Plugin Name: Form\n * Version: 5.1 */\n' };

function checksums(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, createHash('md5').update(text).digest('hex')]),
  );
}

/** Files that are not as a clean copy has them, be it one of WordPress.org. */
function differing({ findings }: SiteAuditResult): string[] {
  return findings.filter(({ rule }) => rule === 'differs-from-clean-copy').map(({ file }) => file);
}

describe('The checksums of WordPress.org', () => {
  let servers: LocalRegistries;
  let folder: TemporaryFolder;
  const clients: TestClient[] = [];

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    for (const [path, text] of Object.entries(CORE)) await folder.write(`site/${path}`, text);
    await folder.write('site/wp-content/plugins/form/form.php', PLUGIN['form.php']);
    await folder.write('site/wp-admin/about.php', `${CORE['wp-admin/about.php']}b();\n`);
    await folder.write('site/wp-admin/new.php', '<?php echo 1;\n');
    const files = { 'form.php': { md5: checksums(PLUGIN)['form.php'] } };
    servers = await LocalRegistries.start({
      rdap: { [CORE_URL]: { checksums: checksums(CORE) }, [PLUGIN_URL]: { files } },
    });
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await servers.close();
    await folder.remove();
  });

  /** A server that has audited the site, and an editor that fetches from local servers what the server asks it for. */
  async function start(networkAccess?: NetworkAccess): Promise<TestClient> {
    const client = connectServer();
    clients.push(client);
    client.connection.onRequest(FetchRegistryRequest, (question, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      return servers.transports.fetch(question, stop.signal);
    });
    await client.initialize({ initialization: { locale: 'en', networkAccess } });
    await audit(client);
    return client;
  }

  function audit({ connection }: TestClient): Promise<SiteAuditResult> {
    return connection.sendRequest(AuditSiteRequest, { folder: `${folder.uri}/site` });
  }

  function ask({ connection }: TestClient): Promise<WordPressAnswer> {
    return connection.sendRequest(AskWordPressRequest, { folder: `${folder.uri}/site` });
  }

  async function asked(client: TestClient): Promise<WordPressAsked> {
    const answer = await ask(client);
    assert.equal(answer.kind, 'asked', JSON.stringify(answer));
    return answer;
  }

  it('are asked for once the user allowed it, and audits compare with them from then on', async () => {
    const client = await start(ALLOWED);
    assert.deepEqual(servers.tried, []);
    const { known, unknown } = await asked(client);
    assert.deepEqual([known, unknown], [['WordPress 6.5.2', 'Form 5.1'], []]);
    assert.deepEqual(servers.tried, [CORE_URL, PLUGIN_URL]);
    const { published, ...result } = await audit(client);
    assert.deepEqual(differing({ published, ...result }).toSorted(), ['wp-admin/about.php', 'wp-admin/new.php']);
    assert.match(published?.[0] ?? '', /^WordPress 6\.5\.2 was compared .*: 5 files the same, 1 changed, .* 1 added/);
    assert.equal(servers.tried.length, 2);
    await client.connection.sendNotification(AuditsCleared);
    assert.equal((await audit(client)).published, undefined);
  });

  for (const [why, access] of [
    ['nothing was said of it', undefined],
    ['only registries may be asked', { isAllowed: true, isTrusted: true }],
    ['the workspace is not trusted', { ...ALLOWED, isTrusted: false }],
    ['it was said by what is no yes', { ...ALLOWED, isWordPressAllowed: 'yes' } as unknown as NetworkAccess],
  ] as const) {
    it(`are not asked for while ${why}`, async () => {
      const answer = await ask(await start(access));
      assert.ok(answer.kind === 'notAllowed' && answer.message !== '');
      assert.deepEqual(servers.tried, []);
    });
  }

  it('are not asked for any more once that is taken back', async () => {
    const client = await start(ALLOWED);
    await client.connection.sendNotification(NetworkAccessChanged, { ...ALLOWED, isWordPressAllowed: false });
    assert.equal((await ask(client)).kind, 'notAllowed');
    assert.deepEqual(servers.tried, []);
  });

  for (const [what, answer, message] of [
    ['is not found', status(404), /does not have it in this version/],
    ['says that there are none', { checksums: false }, /does not have it in this version/],
    ['is a page', status(200, {}, '<html>'), /could not be read/],
    ['sends elsewhere', status(302, { location: 'https://evil.example/' }), /could not be read/],
    [
      'has paths that lead out',
      { checksums: { '../../x.php': 'd41d8cd98f00b204e9800998ecf8427e' } },
      /could not be read/,
    ],
    ['never ends', endless, /could not be read/],
    ['breaks off', (response: ServerResponse) => response.destroy(), /could not be reached/],
  ] as readonly (readonly [string, RdapAnswer, RegExp])[]) {
    it(`accuse nobody where the answer ${what}`, async () => {
      const client = await start(ALLOWED);
      servers.rdapAnswers.set(CORE_URL, answer);
      const { known, unknown } = await asked(client);
      assert.deepEqual(known, ['Form 5.1']);
      assert.deepEqual(
        unknown.map(({ name }) => name),
        ['WordPress 6.5.2'],
      );
      assert.match(unknown[0]!.message, message);
      assert.deepEqual(differing(await audit(client)), []);
      assert.equal(servers.tried.includes('https://evil.example/'), false);
    });
  }

  it('are no longer waited for when the user cancels', async () => {
    const client = await start(ALLOWED);
    const cancel = new CancellationTokenSource();
    servers.rdapAnswers.set(CORE_URL, () => cancel.cancel());
    const asking = client.connection.sendRequest(AskWordPressRequest, { folder: `${folder.uri}/site` }, cancel.token);
    await assert.rejects(
      asking,
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
  });
});

/** Sends more than any list of checksums has. */
function endless(response: ServerResponse): void {
  const piece = Buffer.alloc(1024 * 1024, ' ');
  for (let megabytes = 0; megabytes < 8; megabytes++) response.write(piece);
  response.end();
}
