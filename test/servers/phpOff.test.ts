import assert from 'node:assert/strict';
import { phpOffForApache, phpOffForNginx } from '../../server/src/report/hardening/phpOffRules';
import { TemporaryFolder } from '../support/temporaryFolder';
import { apache } from './apache';
import { nginx } from './nginx';
import { serve, type RunningServer, type ServerKind } from './webServer';

const FOLDERS = ['wp-content/uploads', 'my images', '画像+1'];
/** What attackers put into such folders. */
const PROGRAMS = ['l.php', 'a/b/l.PHP', 'l.php5', 'l.phtml', 'l.phar', 'photo.php.jpg', 'l.pl', 'l.php/x.jpg'];
const HARMLESS = ['photo.jpg', 'a/b/photo.png', 'php.jpg', 'my.php-manual.pdf', 'notes.txt', 'l.phpx.gif'];
/** A path of the site is a file, though servers see more behind it. */
const FILES = Object.fromEntries(
  FOLDERS.flatMap((folder) =>
    [...PROGRAMS.filter((name) => !name.includes('.php/')), ...HARMLESS].map((name) => [`${folder}/${name}`, 'x']),
  ),
);

interface Way {
  readonly kind: ServerKind;
  readonly files: Readonly<Record<string, string>>;
  readonly rules?: string;
}

/** The .htaccess in each of the folders. */
function accessFiles(text: string): Record<string, string> {
  return Object.fromEntries(FOLDERS.map((folder) => [`${folder}/.htaccess`, text]));
}

const RUNS_PHP = 'AddHandler cgi-script .php .phtml .pl';
const WAYS: Readonly<Record<string, Way>> = {
  'Apache 2.4': { kind: apache, files: accessFiles(phpOffForApache()), rules: RUNS_PHP },
  'Apache as 2.2 was': {
    kind: apache,
    files: accessFiles(
      phpOffForApache()
        .replaceAll('<IfModule mod_authz_core.c>', '<IfModule mod_of_nobody.c>')
        .replaceAll('<IfModule !mod_authz_core.c>', '<IfModule mod_access_compat.c>'),
    ),
    rules: RUNS_PHP,
  },
  nginx: { kind: nginx, files: {}, rules: phpOffForNginx(FOLDERS).text },
};

for (const [name, { kind, files, rules }] of Object.entries(WAYS)) {
  describe(`PHP off in upload folders of a real server: ${name}${kind.program === undefined ? ' (not installed: not run)' : ''}`, () => {
    let folder: TemporaryFolder;
    let server: RunningServer | undefined;

    before(async function () {
      if (kind.program === undefined) this.skip();
      folder = await TemporaryFolder.create();
      server = await serve(kind, folder.path, { 'shop/order.php': 'x', ...FILES, ...files }, rules);
    });

    after(async () => {
      await server?.stop();
      await folder?.remove();
    });

    async function statusOf(at: string, file: string): Promise<number> {
      return server!.status(encodeURI(`/${at}/${file}`));
    }

    it('refuses programs, whatever they are called', async () => {
      for (const at of FOLDERS) {
        for (const file of PROGRAMS) assert.equal(await statusOf(at, file), 403, `${at}/${file}`);
      }
    });

    it('refuses a program that is not there, too, by which its owner can see that it works', async () => {
      for (const at of FOLDERS) assert.equal(await statusOf(at, 'none.php'), 403, at);
    });

    it('leaves programs in other folders alone', async () => {
      assert.notEqual(await statusOf('shop', 'order.php'), 403);
    });

    it('gives out pictures and other files', async () => {
      for (const at of FOLDERS) {
        for (const file of HARMLESS) assert.equal(await statusOf(at, file), 200, `${at}/${file}`);
      }
    });
  });
}
