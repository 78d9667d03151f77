import { programPath, type ServedSite, type ServerKind } from './webServer';

/** nginx with a location that takes every .php for a program, as servers with FPM have it; here it only answers. */
export const nginx: ServerKind = {
  program: programPath('nginx'),
  configuration,
  check: (file) => ['-t', '-q', '-e', 'stderr', '-c', file],
  run: (file) => ['-e', 'stderr', '-c', file],
};

function configuration({ folder, root, port, rules }: ServedSite): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    'daemon off;',
    'master_process off;',
    `pid "${folder}/nginx.pid";`,
    'events {}',
    'http {',
    '  access_log off;',
    ...temporary.map((name) => `  ${name}_temp_path "${folder}/${name}";`),
    '  server {',
    `    listen 127.0.0.1:${port};`,
    `    root "${root}";`,
    rules,
    '    location ~ \\.php(?:/|$) { return 200 "run"; }',
    '  }',
    '}',
    '',
  ].join('\n');
}
