import { t } from '../words';

/** What a reply of an FTP server tells (RFC 959 section 4.2). */
export function describeFtpReply(code: number): { name: string; meaning: string } {
  return { name: t('reply of an FTP server'), meaning: ftpMeaning(code) };
}

/** What a reply of a mail server tells (RFC 5321 section 4.2, RFC 4954 section 6). */
export function describeMailReply(code: number): { name: string; meaning: string } {
  return { name: t('reply of a mail server'), meaning: mailMeaning(code) };
}

function ftpMeaning(code: number): string {
  switch (code) {
    case 226:
      return t('The file was transferred.');
    case 230:
      return t('The log-in was accepted.');
    case 425:
    case 426:
      return t('The transfer broke off.');
    case 530:
      return t('The log-in was refused: wrong name or password. Many of these mean that somebody is trying passwords.');
    case 550:
    case 553:
      return t('The server refused: there is no such file, or the user may not do that.');
    case 452:
    case 552:
      return t('There was no room left for the file.');
    default:
      return meaningOfClass(code);
  }
}

function mailMeaning(code: number): string {
  switch (code) {
    case 235:
      return t('The log-in was accepted.');
    case 250:
      return t('The mail was taken over or delivered.');
    case 535:
      return t('The log-in was refused: wrong name or password. Many of these mean that somebody is trying passwords.');
    case 550:
    case 551:
    case 553:
      return t('There is no such mailbox, or the server refuses to send mail there.');
    case 554:
      return t('The server refused the mail or the sender, often as spam.');
    default:
      return meaningOfClass(code);
  }
}

function meaningOfClass(code: number): string {
  switch (Math.floor(code / 100)) {
    case 1:
    case 3:
      return t('The server did a part and waits for more.');
    case 2:
      return t('The server did what was asked.');
    case 4:
      return t('The server could not do it for now; it may be tried again.');
    case 5:
      return t('The server refused.');
    default:
      return t('No meaning is defined for this number.');
  }
}
