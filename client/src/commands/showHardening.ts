import * as vscode from 'vscode';
import type { HardeningForm } from '../../../server/src/protocol';
import type { CommandTools } from './commandTools';
import { notBuilt, showDraft } from './drafts';

interface FormItem extends vscode.QuickPickItem {
  readonly form: HardeningForm;
}

/** Languages of the drafts, as the editor names them. */
const LANGUAGES: Readonly<Record<Exclude<HardeningForm, 'guide'>, string>> = {
  apache: 'apacheconf',
  nginx: 'nginx',
  php: 'ini',
};

/**
 * "Show Hardening…": how the site of the incident is made safer, as a document to read or as lines to look through; nothing is written
 * anywhere.
 * @param wanted form, for a command that another extension or a test runs; by default the user is asked
 */
export async function showHardening({ server, guides }: CommandTools, wanted: unknown): Promise<void> {
  const items = formItems();
  const choice =
    items.find(({ form }) => form === wanted) ??
    (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('What do you want to see?') }));
  if (choice === undefined) return;
  const text = await (await server.get()).incident.hardening(choice.form);
  if (text === '') throw new Error(notBuilt());
  if (choice.form === 'guide') await guides.show(vscode.l10n.t('How to make the site safer'), text);
  else await showDraft(text, LANGUAGES[choice.form]);
}

function formItems(): FormItem[] {
  return [
    {
      form: 'guide',
      label: vscode.l10n.t('Everything that can be made safer'),
      detail: vscode.l10n.t('Switches of PHP, settings of the server, folders for uploads, forms'),
    },
    {
      form: 'apache',
      label: vscode.l10n.t('.htaccess that switches PHP off in folders for uploads'),
      detail: vscode.l10n.t('Apache, LiteSpeed; most rented servers'),
    },
    { form: 'nginx', label: vscode.l10n.t('The same for nginx') },
    { form: 'php', label: vscode.l10n.t('Lines for php.ini') },
  ];
}
