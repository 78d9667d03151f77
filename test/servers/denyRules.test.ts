import assert from 'node:assert/strict';
import { denyRules } from '../../server/src/report/denyRules/denyFormats';
import type { DenyFormat } from '../../server/src/report/denyRules/denyFormat';
import { TemporaryFolder } from '../support/temporaryFolder';
import { apache } from './apache';
import { nginx } from './nginx';
import { FRIEND, serve, type RunningServer, type ServerKind } from './webServer';

/** Addresses of this computer's own network that visitors come from who are shut out, one by one and as networks. */
const SHUT_OUT = ['127.0.0.2', '127.0.1.0/30', '127.0.2.7', '127.0.2.8/29'];
const OTHERS = ['2001:db8::/32', '198.51.100.7', '203.0.113.0/24'];
const REFUSED = ['127.0.0.2', '127.0.1.0', '127.0.1.3', '127.0.2.7', '127.0.2.8', '127.0.2.15'];
const LET_IN = [FRIEND, '127.0.0.3', '127.0.1.4', '127.0.2.6', '127.0.2.16'];

function rulesFor(format: DenyFormat): string {
  return denyRules([...SHUT_OUT, ...OTHERS], format, 'addresses that attacked', '2021-11-02');
}

/** The part for Apache 2.2, which Apache 2.4 takes from its module for compatibility. */
function forApache22(rules: string): string {
  return rules
    .replaceAll('<IfModule mod_authz_core.c>', '<IfModule mod_of_nobody.c>')
    .replaceAll('<IfModule !mod_authz_core.c>', '<IfModule mod_access_compat.c>');
}

interface Way {
  readonly kind: ServerKind;
  readonly htaccess?: string;
  readonly rules?: string;
}

const WAYS: Readonly<Record<string, Way>> = {
  'Apache 2.4': { kind: apache, htaccess: rulesFor('apache') },
  'Apache 2.4, in its own configuration': {
    kind: apache,
    rules: `<Location "/">\n${rulesFor('apache')}</Location>`,
  },
  'Apache as 2.2 was': { kind: apache, htaccess: forApache22(rulesFor('apache')) },
  nginx: { kind: nginx, rules: rulesFor('nginx') },
};

for (const [name, { kind, htaccess, rules }] of Object.entries(WAYS)) {
  describe(`Deny rules on a real server: ${name}${kind.program === undefined ? ' (not installed: not run)' : ''}`, () => {
    let folder: TemporaryFolder;
    let server: RunningServer | undefined;

    before(async function () {
      if (kind.program === undefined) this.skip();
      folder = await TemporaryFolder.create();
      const files = { 'index.html': 'shop', ...(htaccess !== undefined && { '.htaccess': htaccess }) };
      server = await serve(kind, folder.path, files, rules);
    });

    after(async () => {
      await server?.stop();
      await folder?.remove();
    });

    it('refuse who is shut out', async () => {
      for (const address of REFUSED) assert.equal(await server!.status('/index.html', address), 403, address);
    });

    it('refuse whatever else the visitor calls himself', async () => {
      const headers = { 'x-forwarded-for': FRIEND, 'x-real-ip': FRIEND, forwarded: `for=${FRIEND}` };
      for (const address of REFUSED) assert.equal(await server!.status('/index.html', address, headers), 403, address);
    });

    it('let everybody else in, also the nearest neighbours', async () => {
      for (const address of LET_IN) assert.equal(await server!.status('/index.html', address), 200, address);
    });
  });
}
