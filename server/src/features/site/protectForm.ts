import { fileURLToPath } from 'node:url';
import type { Disk } from '../../disk';
import type { FindingOfSite } from '../../protocol';
import { formGuide } from '../../report/forms/formGuide';
import { decodeText } from '../../site/decodeText';
import { readForms, type PageForm } from '../../site/formReader';
import type { MailForm } from '../../site/hardening';
import { siteFileUri } from '../../siteFileUri';

/** As much of a page as the audit looks at. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Rules whose findings are about a form of the site that is to be protected. */
export const FORM_RULES: ReadonlySet<string> = new Set(['unprotected-mailer']);

/**
 * How the form of a finding is protected, with lines for that very form; empty where the finding is about no form.
 * @param mailForm the program of the finding, as the audit knows it
 */
export async function protectForm(
  { folder, rule }: FindingOfSite,
  mailForm: MailForm | undefined,
  disk: Pick<Disk, 'read'>,
): Promise<string> {
  if (mailForm === undefined || !FORM_RULES.has(rule)) return '';
  const { path: program, sends, forms, recipientFromRequest } = mailForm;
  const [place] = forms;
  const file = place?.path ?? program;
  return formGuide({
    file,
    form: formAt(await formsOf(folder, file, disk), place?.line),
    program,
    sendsAt: sends.path === program ? sends.line : undefined,
    repliesToVisitor: recipientFromRequest,
  });
}

/** The forms of a file; none when it can't be read any more: the steps are the same. */
async function formsOf(folder: string, file: string, disk: Pick<Disk, 'read'>): Promise<PageForm[]> {
  try {
    const path = fileURLToPath(siteFileUri(folder, file));
    return readForms(decodeText(await disk.read(path, MOST_BYTES)).text);
  } catch {
    return [];
  }
}

/** The form whose beginning is nearest above a line; the first one that is sent where none is named. */
function formAt(forms: readonly PageForm[], line: number | undefined): PageForm | undefined {
  if (line !== undefined) return forms.findLast((form) => form.line <= line);
  return forms.find(({ method }) => method === 'post') ?? forms[0];
}
