import { t } from '../../words';
import type { AbuseKind } from './abuseKinds';
import type { Measure } from './measures';
import type { Task } from './task';

/** What happened, in the user's language. */
export function abuseText(kind: AbuseKind): string {
  switch (kind) {
    case 'mail-sending':
      return t('Others sent mails from your server.');
    case 'form-abuse':
      return t('A form of your site was abused.');
    case 'intrusion':
      return t('Somebody got into your site or account.');
    case 'malware':
      return t('Malicious files were found.');
    case 'overload':
      return t('The load of the server was too high.');
    case 'phishing':
      return t('Pages that cheat people were put on your site.');
    case 'attack':
      return t('Your server attacked others.');
  }
}

/** What the host did, in the user's language. */
export function measureText(measure: Measure): string {
  switch (measure) {
    case 'mail-stopped':
      return t('Sending of mails was limited or stopped.');
    case 'pages-stopped':
      return t('Your pages can’t be seen at present.');
    case 'account-suspended':
      return t('Your account was suspended.');
    case 'files-locked':
      return t('Malicious files were locked (permission 000). They can’t be downloaded, which is as it should be.');
    case 'files-removed':
      return t('Malicious files were removed or moved away.');
    case 'waf-on':
      return t('The firewall for web pages (WAF) was switched on.');
    case 'wordpress-security-on':
      return t('The host’s security settings for WordPress were switched on.');
    case 'access-from-abroad-stopped':
      return t('Access from abroad was stopped.');
  }
}

/**
 * What is to be done, in the user's language.
 * @param isAsked whether the host asks for it
 */
export function taskText(task: Task, isAsked: boolean): string {
  switch (task) {
    case 'keep-evidence':
      return t('Keep copies of the logs and of the site before you delete anything.');
    case 'stop-sending':
      return t('Stop the sending of mails.');
    case 'check-hiding-places':
      return t('Look where back doors hide: .htaccess, .user.ini, timed commands, the database.');
    case 'check-accounts':
      return t('Remove users, keys and timed commands that you do not know.');
    case 'restrict-abroad':
      return t('Restrict log-ins from abroad.');
    case 'php-off-in-uploads':
      return t('Switch PHP off in folders for uploads.');
    case 'block-addresses':
      return t('Shut out the addresses that attacked.');
    case 'tell-authorities':
      return t('Find out whether you must report it: personal data may have leaked.');
    case 'check-again':
      return t('Look again after one to three days.');
    case 'check-reputation':
      return t('Check whether your site or its mails are on a blocklist.');
    case 'scan-computer':
      return t('Check your computer for viruses.');
    case 'delete-files':
      return t('Delete every malicious file on the server.');
    case 'upload-clean-files':
      return t('Upload clean files only.');
    case 'check-backups':
      return t('Check backups before you restore them.');
    case 'find-cause':
      return t('Find out how they got in.');
    case 'update-programs':
      return t('Update WordPress and other programs, plug-ins and themes.');
    case 'change-cms-password':
      return t('Change the passwords of WordPress and other programs.');
    case 'change-ftp-password':
      return t('Change the passwords of FTP and of the control panel.');
    case 'change-mail-password':
      return t('Change the passwords of mail accounts.');
    case 'restrict-ftp':
      return t('Allow FTP from your own addresses only.');
    case 'turn-on-waf':
      return t('Leave the firewall for web pages (WAF) on.');
    case 'php-settings':
      return isAsked
        ? t('Switch off what the host names in php.ini (allow_url_fopen, allow_url_include).')
        : t('Switch off allow_url_fopen and allow_url_include in php.ini.');
    case 'folder-permissions':
      return t('Set the permissions of folders and files right.');
    case 'protect-forms':
      return t('Protect forms against robots (reCAPTCHA, Turnstile), and send no automatic replies.');
    case 'reply':
      return t('Reply to the host once all is done.');
  }
}

/** What is to be done as a thing that is reported on, in the language that is set. */
export function taskName(task: Task): string {
  switch (task) {
    case 'keep-evidence':
      return t('Copies of the logs and of the site kept');
    case 'stop-sending':
      return t('Sending of mails stopped');
    case 'check-hiding-places':
      return t('Search for back doors in settings, timed commands and the database');
    case 'check-accounts':
      return t('Removal of unknown users, keys and timed commands');
    case 'restrict-abroad':
      return t('Log-ins from abroad restricted');
    case 'php-off-in-uploads':
      return t('PHP off in folders for uploads');
    case 'block-addresses':
      return t('Addresses that attacked shut out');
    case 'tell-authorities':
      return t('Check whether it must be reported');
    case 'check-again':
      return t('Second look after one to three days');
    case 'check-reputation':
      return t('Check of blocklists');
    case 'scan-computer':
      return t('Virus check of my computer');
    case 'delete-files':
      return t('Deletion of every malicious file on the server');
    case 'upload-clean-files':
      return t('Upload of clean files');
    case 'check-backups':
      return t('Check of the backups');
    case 'find-cause':
      return t('Search for the cause');
    case 'update-programs':
      return t('Update of programs, plug-ins and themes');
    case 'change-cms-password':
      return t('New passwords for WordPress and other programs');
    case 'change-ftp-password':
      return t('New passwords for FTP and the control panel');
    case 'change-mail-password':
      return t('New passwords for mail accounts');
    case 'restrict-ftp':
      return t('FTP from my own addresses only');
    case 'turn-on-waf':
      return t('Firewall for web pages (WAF) on');
    case 'php-settings':
      return t('Settings in php.ini (allow_url_fopen, allow_url_include)');
    case 'folder-permissions':
      return t('Permissions of folders and files');
    case 'protect-forms':
      return t('Forms protected against robots, no automatic replies');
    case 'reply':
      return t('Reply to you');
  }
}
