import { Role } from './roles';

/**
 * Commands of Unix (POSIX.1 utilities, GNU coreutils, what Linux servers come with and intruders bring along) and of Windows.
 * Which of them are plain words decides how much more it takes to call a text an attack.
 */
export const commandWords: readonly (readonly [role: number, list: string])[] = [
  [
    Role.command,
    `cat ls ps pwd whoami uname ifconfig netstat nslookup traceroute wget curl lwp lynx fetchmail tftp sftp scp ssh sshd
     sshpass telnet ncat nc netcat socat nmap tcpdump rsync chmod chown chgrp chattr chroot chsh mkdir rmdir mkfifo mknod
     mktemp mv cp rm ln dd df du tac nl awk gawk mawk nawk sed grep egrep fgrep zgrep zcat bzcat xzcat zless zmore bzless
     xargs tr cksum md5sum sha1sum sha256sum base32 base64 xxd hexdump od gzip gunzip bzip2 bunzip2 unxz xz zip
     unzip tar bsdtar cpio rpm dpkg apk yum dnf apt aptitude pacman brew npm npx yarn pnpm pip pip3 easy_install gem
     cpan composer perl python python2 python3 php php5 php7 php8 ruby irb node nodejs lua luajit gcc cc clang gdb ltrace
     strace sh bash zsh ksh csh tcsh dash ash rbash busybox toybox sudo su doas pkexec useradd usermod userdel
     groupadd adduser deluser passwd chpasswd visudo crontab crond systemctl initctl journalctl dmesg lsof fuser lsblk
     lscpu lsmod lspci lsusb modprobe insmod kmod sysctl iptables nft ufw ip6tables ifup ifdown iwconfig arping dig rpcinfo
     smbclient ldapsearch mysql mysqldump psql sqlite3 mongo docker kubectl helm podman git svn hg vi vim nvim nano
     emacs pico printf printenv setenv unsetenv getent wall pidof pgrep pkill killall renice nohup setsid
     stdbuf unbuffer tee tput tset tty uptime utmpdump lastlog lastcomm w3m links2 elinks aria2c axel openssl gpg
     base58 uudecode uuencode basenc sha512sum shasum b2sum realpath readlink dirname basename pushd popd esac fi elif fg bg
     mkpasswd umount swapon fdisk parted mkfs fsck losetup tune2fs debugfs capsh setcap getcap nsenter unshare
     ansible chef puppet terraform vagrant msfvenom msfconsole mimikatz linpeas meterpreter
     xterm rlogin rsh rcp rexec ftpget ftpput tclsh slsh jjs jrunscript javac rustc
     ghc ocaml julia m4 rvim rview lessecho lesspipe pdksh mksh
       nsupdate resolvectl hostnamectl timedatectl loginctl networkctl vmstat iostat mpstat sar
     getfacl setfacl lsattr hostid nproc `,
  ],
  [
    Role.plainCommand,
    `id who w users last date time env export set unset alias echo eval exec source sleep kill nice wait test true false
     find locate which whereis whatis man info head tail more less most sort uniq cut paste join split fold expand comm
     diff cmp file link mount host hostname ping route ip arp ss ftp mail sendmail mailx write at batch make patch install
     touch shred truncate top htop free history jobs trap type command builtin hash read return shift let local declare
     ulimit umask logger logname groups domainname dnsdomainname cd dir stat look strings rev seq shuf yes factor
     timeout watch screen tmux script service init reboot halt shutdown poweroff wish go ant mvn scala java expect facter
     knife ed ex view pr cal bc dc links fetch get arch sync hd dos2unix tree finger whois if for
     while until case do done then`,
  ],
  [
    Role.windowsTool,
    `accesschk bcdboot bcdedit bitsadmin cacls certreq certutil cmdkey cmstp cscript csvde cipher diskpart diskshadow dnscmd
     esentutl eventvwr extrac32 findstr forfiles fsutil gpresult gpupdate hostname icacls ieexec ilasm infdefaultinstall
     installutil ipconfig makecab mavinject mmc msbuild msdt mshta msiexec nbtstat netsh netstat nltest ntdsutil odbcconf
     pcalua pnputil powershell presentationhost procdump psexec pwsh qprocess quser qwinsta regasm regedit regini
     regsvcs regsvr32 robocopy rundll32 runonce runscripthelper schtasks scriptrunner setx syncappvpublishingserver
     systeminfo takeown taskkill tasklist tracert vssadmin vssvc w32tm wbadmin wevtutil whoami winrm winrs wmic wscript
     wsl xcopy xwizard`,
  ],
  [
    Role.windowsCommand,
    `cmd net attrib copy del erase ren type dir vol ver reg sc query iex iwr invoke echo set start call goto md rd cd rmdir mkdir if for`,
  ],
  [Role.batchCompare, 'equ neq lss leq gtr geq'],
  [
    Role.includeParameter,
    `page file include inc path template tpl lang language dir root src doc document folder pg style pdf view content
     layout mod module conf config site base basedir basepath filename load read download 
     pageheaderfile cmsdir abspath libpath`,
  ],
  [Role.commandParameter, 'cmd exec command execute shell cmdline commandline run exe syscmd daemon upload_cmd'],
  [
    Role.codeParameter,
    'include inc tpl template basedir abspath libpath root pageheaderfile cmsdir lang language conf config mod',
  ],
  [
    Role.searchParameter,
    'q s search query keyword keywords kw text term terms words searchword searchphrase search_query wd p find title message comment',
  ],
  [
    Role.powerShellVerb,
    `add clear close compare convert convertfrom convertto copy disable enable enter exit export find format get import
     install invoke measure move new out pop push read receive register remove rename reset resolve restart restore resume
     save select send set show sort split start stop suspend test trace unblock uninstall update wait write`,
  ],
  [
    Role.powerShellNoun,
    `acl alias authenticodesignature childitem clixml clipboard cmdlet command computer content counter credential csv culture
     date event eventlog executionpolicy expression file formatdata gridview help history host hotfix html item
     itemproperty itempropertyvalue job json location member module object output path printer process psbreakpoint
     psdrive psprovider pssession random restmethod runspace scheduledtask scriptblock service sleep string table
     tracesource transcript typedata uiculture unique url variable verbose warning webproxy webrequest wmievent
     wmiobject wmimethod xml aduser addomain netadapter netipaddress netuser domain localuser localgroup ciminstance`,
  ],
  [
    Role.technology,
    `perl python python2 python3 php php5 php7 php8 ruby node nodejs lua luajit mysql psql sqlite3 mongo docker kubectl helm
     podman git svn hg vim nvim nano emacs bash zsh ksh ssh sftp scp curl wget rsync nmap openssl npm yarn pip gem composer
     cpan apt yum dnf brew gcc clang rustc ghc ocaml julia scala javac java ansible puppet terraform vagrant chef systemctl
     iptables tmux netcat telnet tar zip gzip sudo base64 md5sum powershell pwsh`,
  ],
];
