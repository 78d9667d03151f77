import { nameOf } from '../../site/paths';
import type { ConnectedSite, Mailer, ProgramFacts } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { mailerMeans, mailerPlaces } from './mailerPlaces';
import { siteFinding } from './siteFinding';

const options = {
  grounds: {
    default: 2,
    minimum: 1,
    unit: 'grounds',
    description: () =>
      t(
        'From how many grounds on the finding is an error: a visitor chooses the recipient, mail goes to a whole list, the program stands in an odd folder.',
      ),
    source:
      'A form that was forgotten has at most one of them; the bulk mailers that attackers place have two or three.',
  },
};

/** Programs that send mail and that nothing in the site leads to: left-overs of removed forms, or placed by an attacker. */
export const orphanedMailer = defineRule<ConnectedSite, typeof options>({
  id: 'orphaned-mailer',
  family: 'mailers',
  severity: 'warning',
  title: () => t('Orphaned mailer'),
  explanation: () =>
    t(
      'A program that can send mail and that no form, link, script, include, redirect, server setting or sitemap of the site leads to. Such left-overs of removed forms are what spammers look for. Addresses kept in a database can not be seen.',
    ),
  onlyWhereVisitorsCome: true,
  options,
  find: ({ mailers, files, entryPages }, { grounds }) => {
    const programs = new Map(files.map(({ path, program }) => [path, program]));
    return mailers
      .filter(({ reached }) => !reached)
      .map((mailer) => finding(mailer, reasons(mailer, programs.get(mailer.path)), grounds, entryPages));
  },
});

/** What speaks for abuse beside the missing references, for the user. */
function reasons(mailer: Mailer, program: ProgramFacts | undefined): string[] {
  const massMailer = program?.suspicions.some(({ signal }) => signal === 'massMailer') ?? false;
  const found: string[] = [];
  if (mailer.recipientFromRequest) found.push(t('whoever calls it can choose who gets the mail'));
  if (mailer.inLoop || massMailer) found.push(t('it sends to a whole list'));
  if (mailer.oddPlace) found.push(t('it stands in a folder where sites keep no programs of their own'));
  return found;
}

function finding(mailer: Mailer, found: readonly string[], grounds: number, entryPages: number): Finding {
  const name = nameOf(mailer.path);
  const detail = [
    t(
      'It can send mail ({0}), and no reference to it was found in these files: no form, link, script, include or setting.',
      mailerMeans(mailer),
    ),
    found.length > 0 ? t('What is more: {0}.', found.join(t(', '))) : '',
    entryPages === 0
      ? t('There is no start page in this folder, so the copy may be incomplete.')
      : t('Links kept in a database, as in WordPress posts, can not be seen here.'),
  ];
  return siteFinding({
    rule: orphanedMailer.id,
    severity: severityOf(mailer, found.length, grounds),
    title: t('{0} can send mail, but nothing on the site leads to it', name),
    detail: detail.filter((sentence) => sentence !== '').join(' '),
    advice: mailer.librarySample
      ? t('It is an example that came with a library. Sites do not need it; delete it from the server.')
      : t(
          'Look in the access log whether it is called, and by whom. When no page uses it any more, keep a copy for the host and delete it from the server. When one does, protect the form against robots.',
        ),
    places: mailerPlaces(mailer),
  });
}

function severityOf({ librarySample }: Mailer, found: number, grounds: number): Finding['severity'] {
  if (found >= grounds && !librarySample) return 'error';
  return librarySample ? 'information' : 'warning';
}
