import { FAINT, PROOF, STRONG, TELLING } from '../match/witness';
import { ANYWHERE, Part, QUERY, TARGET, type Literals } from './literal';
import { wordsOf } from './roles';

const FILES = QUERY | Part.referrer | Part.agent;

/** Files of servers that attacks read to see whether reading works, and those that hold secrets. */
export const fileInclusion: readonly Literals[] = [
  {
    kind: 'file-inclusion',
    weight: PROOF,
    parts: ANYWHERE,
    edges: 'word',
    texts: wordsOf(`etc/passwd etc/passwd- etc/shadow etc/shadow- etc/gshadow etc/group etc/sudoers etc/master.passwd
      etc/security/passwd etc/subuid etc/subgid proc/self proc/version proc/cmdline proc/sched_debug proc/mounts
      proc/net/arp proc/net/tcp proc/sys/kernel windows/win.ini winnt/win.ini windows\\win.ini winnt\\win.ini
      windows/system.ini windows/system32 windows\\system32 winnt/system32 winnt\\system32
      windows/repair/sam windows\\repair\\sam drivers/etc/hosts drivers\\etc\\hosts
      system32/config/sam`),
  },
  {
    kind: 'file-inclusion',
    weight: PROOF,
    parts: FILES,
    edges: 'word',
    texts:
      wordsOf(`etc/hosts etc/hostname etc/issue etc/crontab etc/fstab etc/resolv.conf etc/my.cnf etc/motd etc/profile
      etc/environment etc/os-release etc/lsb-release etc/redhat-release etc/debian_version etc/inetd.conf etc/services
      etc/networks etc/inittab etc/vsftpd.conf etc/proftpd.conf etc/pure-ftpd.conf etc/exports etc/mtab etc/timezone
      etc/mysql/my.cnf etc/apache2/apache2.conf etc/httpd/conf etc/httpd/logs etc/nginx/nginx.conf etc/php.ini
      etc/ssh/sshd_config etc/ssh/ssh_host_rsa_key root/.ssh root/.bash_history root/.aws root/.profile root/.bashrc
      .ssh/id_rsa .ssh/id_dsa .ssh/id_ed25519 .ssh/authorized_keys .ssh/known_hosts .aws/credentials .aws/config
      .docker/config.json .docker/secrets .kube/config .gnupg/secring.gpg .bash_history .mysql_history .psql_history
      .pgpass .netrc .git-credentials .npmrc .pypirc .htpasswd .vault-token
      var/log/apache var/log/apache2 var/log/httpd var/log/nginx var/log/auth.log var/log/syslog var/log/messages
      var/log/mail.log var/log/maillog var/log/secure var/log/vsftpd.log var/log/wtmp var/log/lastlog var/lib/php
      var/lib/mysql var/spool/cron var/run/secrets run/secrets usr/local/apache2 usr/local/apache usr/local/apps
      usr/local/etc/php usr/local/etc/apache usr/local/lib/php proc/1/ proc/cpuinfo proc/meminfo proc/partitions
      web-inf/web.xml web-inf/classes meta-inf/context.xml inetpub/logs inetpub/wwwroot xampp/apache
      xampp/phpmyadmin c:/boot.ini c:\\boot.ini c:/windows c:\\windows c:/winnt c:\\winnt c:/inetpub c:\\inetpub`),
  },
  {
    kind: 'file-inclusion',
    weight: STRONG,
    parts: FILES,
    edges: 'word',
    texts: wordsOf(`wp-config.php wp-config boot.ini win.ini httpd.conf apache2.conf nginx.conf php.ini my.ini my.cnf
      sshd_config id_rsa web.config .htaccess settings.inc.php config.inc.php localsettings.php configuration.php
      database.yml settings.py parameters.yml secrets.yml master.key access_log error_log usr/local/bin
      /dev/fd /dev/null /dev/stdin /dev/stdout /dev/tcp /dev/udp /dev/shm /dev/random /dev/urandom /dev/zero pearcmd.php pearcmd`),
  },
  {
    kind: 'file-inclusion',
    weight: TELLING,
    parts: FILES,
    edges: 'word',
    texts: wordsOf(
      `access.log error.log /etc /var/log /var/www /usr/local /home /root /proc /tmp c:\\ config.php .env`,
    ),
  },
  {
    kind: 'file-inclusion',
    weight: PROOF,
    parts: ANYWHERE,
    edges: 'free',
    texts: wordsOf(`php://input php://filter php://fd php://stdin php://memory php://temp phar:// expect://
      data:;base64 data://text/plain,<? data:text/plain,<? data:,<?
      convert.base64-encode string.rot13/resource +config-create+/ convert.iconv.`),
  },
  {
    kind: 'file-inclusion',
    weight: STRONG,
    parts: TARGET | Part.referrer,
    edges: 'free',
    texts:
      wordsOf(`compress.zlib:// compress.bzip2:// ssh2.exec:// ssh2.tunnel:// ssh2.shell:// ssh2.sftp:// ssh2.scp:// ogg://
      glob:// zlib: `),
  },
  {
    kind: 'file-inclusion',
    weight: STRONG,
    parts: Part.name,
    edges: 'whole',
    texts:
      wordsOf(`mosconfig_absolute_path mosconfig_live_site _server[document_root] globals[document_root] phpbb_root_path
      path_to_calendar absolute_path inc_dir dir_inc include_dir`),
  },
  {
    kind: 'file-inclusion',
    weight: FAINT,
    parts: QUERY,
    edges: 'free',
    texts: wordsOf('.php.jpg .phtml .inc.php'),
  },
  // Documents in XML that have the server's reader fetch a file.
  {
    kind: 'file-inclusion',
    weight: PROOF,
    parts: QUERY | Part.referrer | Part.agent,
    edges: 'free',
    texts: ['<!entity', '<!doctype foo', 'system "file:', "system 'file:"],
  },
  { kind: 'file-inclusion', weight: STRONG, parts: QUERY, edges: 'free', texts: ['<!doctype', '<xi:include'] },
];
