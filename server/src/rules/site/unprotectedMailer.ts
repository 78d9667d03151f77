import { nameOf } from '../../site/paths';
import type { MailFormSwitches } from '../../site/php/phpFacts';
import type { ConnectedSite, Mailer } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { mailerPlaces } from './mailerPlaces';
import { siteFinding } from './siteFinding';

/** Forms that work and that any robot can use. */
export const unprotectedMailer = defineRule<ConnectedSite, RuleOptions>({
  id: 'unprotected-mailer',
  family: 'mailers',
  severity: 'information',
  title: () => t('Mail form without a bot check'),
  explanation: () =>
    t(
      'A mail form in use in whose program no token, captcha, trap field, login or limit was seen. Robots can send through it as often as they like; with an automatic reply they can make it write to strangers.',
    ),
  onlyWhereVisitorsCome: true,
  options: {},
  find: ({ mailers, files }) => {
    const programs = new Map(files.map(({ path, program }) => [path, program]));
    return mailers
      .filter(({ reached, partOf, protections }) => reached && partOf === undefined && protections.every(isForgeable))
      .map((mailer) => finding(mailer, programs.get(mailer.path)?.mailFormSwitches));
  },
});

/** The referrer is whatever the sender says it is, so a check of it stops no robot. */
function isForgeable(protection: Mailer['protections'][number]): boolean {
  return protection === 'referrer';
}

/** The settings of a form script that would protect it and are off, by the names that stand in the script. */
function switchedOff({ referrerCheck, token, confirmation }: MailFormSwitches): string[] {
  const off: string[] = [];
  if (token === false) off.push('$useToken');
  // The script checks its token on the way from the confirmation page.
  if (confirmation === false) off.push('$confirmDsp');
  if (referrerCheck === false) off.push('$Referer_check');
  return off;
}

function finding(mailer: Mailer, switches: MailFormSwitches | undefined): Finding {
  const off = switches === undefined ? [] : switchedOff(switches);
  const detail = [
    mailer.protections.length > 0
      ? t('Its only check is the referrer, which robots can forge.')
      : t('No token, captcha, trap field, login or limit was seen in its code.'),
    mailer.recipientFromRequest
      ? t(
          'It also sends to the address that is typed into the form, so that robots can make it send mail to strangers in your name.',
        )
      : t('Robots can fill your mailbox through it.'),
    off.length > 0
      ? t('Protections that the script has are switched off in its settings: {0}.', off.join(t(', ')))
      : '',
    t('This is an ordinary form, not an attack; it only lacks protection.'),
  ];
  return siteFinding({
    rule: unprotectedMailer.id,
    severity: mailer.recipientFromRequest && !mailer.librarySample ? 'warning' : 'information',
    title: t('The mail form {0} has no check against robots', nameOf(mailer.path)),
    detail: detail.filter((sentence) => sentence !== '').join(' '),
    advice: mailer.recipientFromRequest
      ? t(
          'Add reCAPTCHA or Turnstile and a one-time token to the form, and switch off the automatic reply to the address typed in.',
        )
      : t('Add reCAPTCHA or Turnstile and a one-time token to the form.'),
    places: mailerPlaces(mailer),
  });
}
