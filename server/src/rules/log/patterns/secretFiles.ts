import { PROOF, STRONG } from '../match/witness';
import { Part, type Literals } from './literal';
import { wordsOf } from './roles';

/** Hidden folders that are meant for visitors' programs (RFC 8615, and hosts that put their own services there). */
export const PUBLIC_HIDDEN: ReadonlySet<string> = new Set([
  'well-known',
  'net',
  'netlify',
  'auth',
  'within.website',
  'cloudflare',
  'vercel',
]);

/** Files that hold passwords, keys, source code or data, and that no page links to. */
export const secretFiles: readonly Literals[] = [
  {
    kind: 'secret-file',
    weight: PROOF,
    parts: Part.path,
    edges: 'word',
    texts:
      wordsOf(`/.env /.env.local /.env.production /.env.bak /.env.old /.git/config /.git/head /.git/index /.svn/entries
      /.svn/wc.db /.hg/hgrc /.aws/credentials /.aws/config /.ssh/id_rsa /.ssh/authorized_keys /.docker/config.json
      /.kube/config /.htpasswd /.bash_history /.mysql_history /.npmrc /.pypirc /.netrc /.git-credentials
      wp-config.php.bak wp-config.php.old wp-config.php.save wp-config.php.swp wp-config.php.txt wp-config.bak
      wp-config.txt wp-config.old .wp-config.php.swp config.php.bak configuration.php.bak settings.php.bak
      config.inc.php.bak database.php.bak`),
  },
  {
    kind: 'secret-file',
    weight: STRONG,
    parts: Part.path,
    edges: 'word',
    texts: wordsOf(`sftp-config.json credentials.json service-account.json secrets.json database.yml parameters.yml
      secrets.yml docker-compose.yml dockerfile wp-config.php~ id_rsa id_dsa id_ed25519 web.config.bak appsettings.json
      local.settings.json composer.lock.bak terraform.tfstate terraform.tfvars master.key storage/logs/laravel.log
      wp-content/debug.log wp-content/error.log error_log errors.log debug.log dump.rdb phpinfo.php.bak server.key
      privatekey.key private.key mcp.json settings.py config.yaml.bak`),
  },
  {
    kind: 'secret-file',
    weight: STRONG,
    parts: Part.path,
    edges: 'end',
    texts: wordsOf(`.bak .bak1 .backup .old .orig .save .swp .swo .php~ .php1 .sql .sql.gz .sql.zip .sql.bz2 .sql.tar
      .sql.7z .sql.xz .dump .db .sqlite .sqlite3 .mdb .rdb .ldf .mdf .pem .pfx .p12 .jks .kdbx .ovpn .ppk .tfstate
      .pgpass .inc.php.bak .conf.bak .cfg.bak .ini.bak .xml.bak .jsp.bak .asp.bak .aspx.bak`),
  },
];
