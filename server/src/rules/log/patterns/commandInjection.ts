import { PROOF, STRONG, TELLING } from '../match/witness';
import { ANYWHERE, linesOf, Part, QUERY, type Literals } from './literal';
import { wordsOf } from './roles';

const TEXTS = QUERY | Part.path | Part.referrer | Part.agent;

/** Pieces of command lines of Unix and Windows that make no sense elsewhere. */
export const commandInjection: readonly Literals[] = [
  {
    kind: 'command-injection',
    weight: PROOF,
    parts: ANYWHERE,
    edges: 'free',
    texts: linesOf(`
      $ifs
      \${ifs
      () {
      (){
      /dev/tcp/
      /dev/udp/
      >/dev/null
      > /dev/null
      2>&1
      0>&1
      >&0
      bash -i
      chmod 777
      chmod +x
      chmod 0777
      rm -rf
      -exec /bin
      :(){
      >&2
      1>&2
      &>/
      cat /etc
      ;wget http
      mkfifo /tmp
      /tmp/f|
      \${shell
      \${path
      \${home
      \${pwd
      \${random
      $shellopts
      %comspec%
      %systemroot%
      %windir%
      %programfiles
      %userprofile%
      %temp%
      cmd.exe
      cmd /c
      cmd /k
      cmd+/c
      powershell -
      powershell.exe
      -encodedcommand
      -executionpolicy
      downloadstring(
      downloadfile(
      invoke-webrequest
      invoke-expression
      new-object net.webclient
      new-object system.net
      start-process
      certutil -
      bitsadmin /
      net localgroup
      net user /
      frombase64string(
    `),
  },
  {
    kind: 'command-injection',
    weight: STRONG,
    parts: TEXTS,
    edges: 'free',
    texts: linesOf(`
      $(sleep
      |base64 -d
      | base64 -d
      base64 --decode
      |base64 --decode
      python -c
      python3 -c
      perl -e
      php -r
      ruby -e
      sh -c
      bash -c
      nc -e
      nc -l
      ncat -e
      ping -c
      ping -n
      sleep \${
      uname -a
      ls -la
      ls -al
      ls -l
      start-sleep
      get-childitem
      get-content
      get-wmiobject
      get-process
      get-itemproperty
      set-content
      out-file
      invoke-command
      invoke-wmimethod
      write-host
      write-output
      convertto-
      \\cmd.exe
      #!/bin/
      alias=
      env x=
    `),
  },
  {
    kind: 'command-injection',
    weight: STRONG,
    parts: QUERY | Part.referrer | Part.agent,
    edges: 'word',
    texts: wordsOf(`/bin/sh /bin/bash /bin/cat /bin/ls /bin/id /bin/ps /bin/nc /bin/ping /bin/echo /bin/uname /bin/dash
      /bin/busybox /usr/bin/id /usr/bin/wget /usr/bin/curl /usr/bin/perl /usr/bin/python /usr/bin/php /usr/bin/whoami
      /usr/bin/env /usr/bin/nc /usr/bin/gcc /usr/sbin/sendmail /sbin/ifconfig /sbin/reboot`),
  },
  {
    kind: 'command-injection',
    weight: STRONG,
    parts: Part.value,
    edges: 'whole',
    // Folders of the shell itself, and commands out of its history.
    texts: ['~+', '~-', '~0', '~1', '!!'],
  },
  {
    kind: 'command-injection',
    weight: TELLING,
    parts: QUERY,
    edges: 'free',
    texts: linesOf(`
      $((
      $(
      >/tmp
      \`\`
    `),
  },
];
