import { existsSync } from 'node:fs';
import path from 'node:path';
import { programPath, type ServedSite, type ServerKind } from './webServer';

/** Where distributions keep the modules: Debian, Red Hat, Arch. */
const MODULE_FOLDERS = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/lib/httpd/modules'];
/** Those that are needed, as most rented servers have them; the first of them serves. That for CGI leaves no process behind. */
const MODULES = ['mpm_event', 'authz_core', 'authz_host', 'access_compat', 'mime', 'dir', 'cgi'];
/** Nobody's number on Linux: a server that root starts may not serve as root. */
const NOBODY = 65_534;

/** Apache httpd 2.4 as a rented server has it: .htaccess may change anything, and programs that end in .php are run. */
export const apache: ServerKind = {
  program: programPath('apache2') ?? programPath('httpd'),
  configuration,
  check: (file) => ['-t', '-f', file],
  run: (file) => ['-X', '-f', file],
};

function configuration({ folder, root, log, port, rules }: ServedSite): string {
  const modules = MODULE_FOLDERS.find((each) => existsSync(each)) ?? '';
  return [
    `ServerRoot "${folder}"`,
    `PidFile "${folder}/apache.pid"`,
    `ErrorLog "${log}"`,
    'TypesConfig /dev/null',
    'ServerName localhost',
    `Listen 127.0.0.1:${port}`,
    ...MODULES.map((name) => `LoadModule ${name}_module "${path.join(modules, `mod_${name}.so`)}"`),
    ...(process.getuid?.() === 0 ? [`User "#${NOBODY}"`, `Group "#${NOBODY}"`] : []),
    `DocumentRoot "${root}"`,
    `<Directory "${root}">`,
    '  AllowOverride All',
    '  Options +ExecCGI',
    '  Require all granted',
    '</Directory>',
    rules,
    '',
  ].join('\n');
}
