import { t } from '../../words';
import type { Host } from '../notice/hosts';
import type { Task } from '../notice/task';
import { hostPanel } from './hostPanels';

/** How a task is done. */
export interface TaskHelp {
  /** A paragraph each, for somebody who is no programmer. */
  readonly help: readonly string[];
  /** Page of the host's manual, https; absent where none is known. */
  readonly page?: string;
}

/** How a task is done, and where the host has what it needs. */
export function taskHelp(task: Task, host?: Host): TaskHelp {
  const { way, page } = hostPanel(host?.id, task) ?? {};
  return {
    help: [...paragraphs(task), ...(way === undefined || host === undefined ? [] : [t('At {0}: {1}', host.name, way)])],
    ...(page !== undefined && { page }),
  };
}

function paragraphs(task: Task): string[] {
  switch (task) {
    case 'keep-evidence':
      return [
        t(
          'Download all logs that your host offers (access, error, FTP, mail) for the days before and after the abuse, of every domain. Hosts delete them after days or weeks.',
        ),
        t('Download the whole site as it is and keep that copy. What is deleted can’t be looked into any more.'),
      ];
    case 'stop-sending':
      return [
        t(
          'Take the form off the site, or rename the program that sends, until it is protected. If the host has stopped the sending already, leave it so.',
        ),
        t('If mails still wait to be sent, ask your host to delete them.'),
      ];
    case 'scan-computer':
      return [
        t(
          'Update the virus scanner of each computer from which you work on the site, and let it look at everything. Windows has one of its own (Windows Security).',
        ),
        t('Do this before you change passwords: a virus on your computer would read the new ones.'),
      ];
    case 'delete-files':
      return [
        t('Before you delete, keep the evidence: copies of the logs and of the whole site.'),
        t(
          'Delete the files on the server, by FTP or with the file manager of your host. Renaming or moving them does not help.',
        ),
        t(
          'Files with permission 000 can be deleted though they can’t be downloaded. Do not give them back their permission.',
        ),
        t('If there are many, the surest way is to delete everything of the domain and to upload clean files.'),
      ];
    case 'check-hiding-places':
      return [
        t(
          'Look through every .htaccess, .user.ini and php.ini, the folder wp-content/mu-plugins, timed commands (cron), and forwards of mail.',
        ),
        t(
          'Look into the database, too: unknown administrators, and scripts in posts or settings. This can’t be seen in the files.',
        ),
      ];
    case 'upload-clean-files':
      return [
        t(
          'Take programs, plug-ins and themes fresh from their makers. Take your own pages from your computer or from a backup that is surely older than the break-in.',
        ),
        t('Compare your copy with a clean one: “Compare with a Clean Copy…” shows what differs.'),
      ];
    case 'check-backups':
      return [
        t('Strangers are often in for weeks before anybody sees it: the newest backups may hold their files.'),
        t('Unpack the backup into a new folder on your computer and check it here before you restore it.'),
      ];
    case 'find-cause':
      return [
        t(
          'As long as the way in is open, it happens again. Read “How it could happen”: it says what the logs show for and against each way.',
        ),
        t(
          'If nothing is shown, add older logs and the FTP log. If there are none, treat all ways as open: new passwords and newest programs.',
        ),
      ];
    case 'update-programs':
      return [
        t('Update WordPress or what else you use, each plug-in and each theme, and PHP itself in the control panel.'),
        t(
          'Delete what you do not use: switched-off plug-ins, old themes, test installations and old copies can be attacked, too.',
        ),
      ];
    case 'change-cms-password':
      return [
        t('Give every administrator a new password that is used nowhere else. Do the same at your other sites.'),
        t(
          'In WordPress also replace the keys in wp-config.php (AUTH_KEY and the others): that ends all log-ins at once. Change the password of the database, too: it stands in the same file.',
        ),
      ];
    case 'change-ftp-password':
      return [
        t(
          'Change the passwords of the control panel, of FTP, and where you use them of SSH and WebDAV. Use none of the old ones again.',
        ),
        t(
          'Delete FTP accounts that nobody needs, and type the new password in anew where your FTP program had stored the old one.',
        ),
      ];
    case 'change-mail-password':
      return [
        t('Give every mail account of the domain a new password, and delete accounts that nobody uses.'),
        t('Look for forwards and automatic replies in them that you did not set.'),
      ];
    case 'check-accounts':
      return [
        t(
          'In WordPress: look under Users for administrators that you do not know, and in each profile for application passwords.',
        ),
        t(
          'In the control panel: look for FTP accounts, SSH keys, timed commands (cron) and databases that you did not make, and look at the list of log-ins if there is one.',
        ),
      ];
    case 'restrict-ftp':
      return [
        t(
          'Many hosts can limit FTP to the addresses that you work from. At home the address changes from time to time: then allow your provider’s network, or switch FTP on only while you need it.',
        ),
        t('Use FTPS or SFTP instead of plain FTP, which sends the password readably.'),
      ];
    case 'restrict-abroad':
      return [
        t(
          'If all who work on the site are in one country, let the host refuse log-ins, FTP and administration pages from other countries. Visitors still see the site.',
        ),
      ];
    case 'turn-on-waf':
      return [
        t('Switch the firewall for web pages (WAF) on for every domain and leave it on. It stops many known attacks.'),
        t(
          'If a page of yours then shows error 403, do not switch all of it off: most hosts let you make an exception for the one rule.',
        ),
      ];
    case 'php-settings':
      return [
        t(
          'Set allow_url_include and allow_url_fopen to Off in the php.ini settings of your control panel. These two can’t be set in .user.ini or .htaccess.',
        ),
        t('Then try the site: if a plug-in needs allow_url_fopen, switch that one on again.'),
        t('“Show Hardening…” lists every such setting that your copy holds, with its line.'),
      ];
    case 'php-off-in-uploads':
      return [
        t(
          'Visitors and editors put pictures and files into these folders; programs have no business there, and attackers put theirs there first.',
        ),
        t(
          '“Show Hardening…” writes an .htaccess for these folders. Put it into each of them by FTP, then open a picture of the folder in the browser: if it shows error 500, take the file out again and ask your host.',
        ),
        t(
          'Then open an address in the folder that ends in .php, though there is no such file: the answer must be 403 (Forbidden), not 404.',
        ),
      ];
    case 'folder-permissions':
      return [
        t(
          'Folders 755, files 644, files with passwords such as wp-config.php 600 or 400, CGI programs as your host says. Never 777 or 666.',
        ),
        t('FTP programs have this under “Permissions” or “File attributes”.'),
      ];
    case 'protect-forms':
      return [
        t(
          'Put reCAPTCHA, Turnstile or the like on each form, and let the program check the answer before it sends: what only the page checks, robots leave out.',
        ),
        t('Switch off automatic replies to the address that is typed in: they are how your form writes to strangers.'),
        t('“How to Protect This Form” at the finding shows the lines for the very form.'),
      ];
    case 'block-addresses':
      return [
        t(
          '“Make Deny Rules…” writes rules for your server. They help for a while only: attackers change addresses. The abused program must be mended or deleted.',
        ),
      ];
    case 'tell-authorities':
      return [
        t(
          'If names, addresses, orders or inquiries of others could be read, laws may ask you to report it within days. In Japan: a first report to the Personal Information Protection Commission within about 3 to 5 days, the full one within 30 days (60 where it was done on purpose).',
        ),
        t(
          'The police, IPA and JPCERT/CC take reports, too. This is information and no legal advice: ask a lawyer where much is at stake.',
        ),
      ];
    case 'reply':
      return [
        t(
          '“Draft the Reply to the Host” writes it from what you ticked here. Quote the numbers of the host’s mail, and say honestly what is still open.',
        ),
      ];
    case 'check-again':
      return [
        t(
          'Download the site and the logs once more and check them. Files that come back, and calls of deleted files that are answered with 200, mean that something was missed.',
        ),
      ];
    case 'check-reputation':
      return [
        t(
          'Look up your domain and the address of the server at Spamhaus and other blocklists. Delisting makes sense only once all is clean. The address of a shared server is the host’s business.',
        ),
        t('Google Search Console says under “Security issues” whether visitors are warned of your site.'),
      ];
  }
}
