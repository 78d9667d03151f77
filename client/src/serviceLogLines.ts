import { LEAST_SHARE, LONGEST_LOOK, MOST_LINES } from './accessLogLines';

/** How entries begin. */
const ENTRIES: readonly RegExp[] = [
  // Programs that log through syslog (RFC 3164, or with the time of RFC 5424), and proftpd, which logs so to files of its own.
  /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*) \S+ (?:postfix[\w/-]*|sendmail|sm-mta|sm-msp-queue|exim4?|dovecot|imapd(?:-ssl)?|pop3d(?:-ssl)?|proftpd|pure-ftpd|vsftpd)(?:\[\d+\])?: /,
  // wu-ftpd and those after it (http://www.castaglia.org/proftpd/doc/xferlog.html), vsftpd.
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4} (?:\[pid \d+\] |\d+ \S+ \d+ \/)/,
  // Exim (https://www.exim.org/exim-html-current/doc/html/spec_html/ch-log_files.html).
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?(?: [+-]\d{4})? (?:\[\d+\] )?(?:[\dA-Za-z]{6}-[\dA-Za-z]{6,11}-[\dA-Za-z]{2,4} |cwd=\/|\w+ authenticator failed for |H=\S+ |no (?:host name|IP address) found )/,
  // PHP (https://www.php.net/manual/en/mail.configuration.php#ini.mail.log).
  /^\[\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d[^\]]*\] mail\(\) on \[/,
  // FileZilla Server.
  /^\(\d{6}\) ?\d[\d/.-]+ \d{1,2}:\d\d:\d\d(?: [AP]M)? - .*?\([\da-fA-F.:]+\)> /,
];

/** Whether the first lines of a file are those of an FTP or a mail server, or of PHP about mails. */
export function looksLikeServiceLog(lines: readonly string[]): boolean {
  const filled = lines.slice(0, MOST_LINES).filter((line) => line.trim() !== '');
  const entries = filled.filter((line) => ENTRIES.some((shape) => shape.test(line.slice(0, LONGEST_LOOK))));
  return entries.length > 0 && entries.length >= filled.length * LEAST_SHARE;
}
