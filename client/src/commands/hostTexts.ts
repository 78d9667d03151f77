import * as vscode from 'vscode';
import type { HostTextAnswer } from '../../../server/src/protocol';
import { findHostLists } from '../incident/hostLists';
import { visibleText } from '../plainText';
import { buildIncident } from './buildIncident';
import type { CommandTools } from './commandTools';

/** Larger files are no mails and no lists, in bytes. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/** Where a text of the host's can come from. */
interface SourceItem extends vscode.QuickPickItem {
  readonly read: () => Promise<HostTextAnswer | undefined>;
}

/** "Read the Host's Mail…": takes the mail from where the user has it, and puts the incident together. */
export async function readHostMail(tools: CommandTools, target: unknown): Promise<void> {
  const mail = await textOfHost(tools, target, vscode.l10n.t('Where is the mail of your host?'));
  if (mail === undefined) return;
  const { text: notice, list } = mail;
  await tools.incidents.give({ notice, ...(list !== undefined && { list }) });
  await buildIncident(tools);
}

/** "Import It": takes the newest list of the host that lies in the workspace. */
export async function importFoundList(tools: CommandTools): Promise<void> {
  const [list] = await findHostLists(tools.incidents.result?.lists);
  await importHostList(tools, list);
}

/** "Import the Host's List…": the same with the list of bad files, or the report of a scanner. */
export async function importHostList(tools: CommandTools, target: unknown): Promise<void> {
  const question = vscode.l10n.t('Where is the list of bad files?');
  const read = await textOfHost(tools, target, question, await findHostLists(tools.incidents.result?.lists));
  if (read === undefined) return;
  // A mail may be chosen that the list came with.
  await tools.incidents.give({ list: read.list ?? read.text });
  await buildIncident(tools);
}

/**
 * The text of the file that the explorer names, or from where the user says.
 * @param found files that are most probably it
 */
async function textOfHost(
  tools: CommandTools,
  target: unknown,
  question: string,
  found: readonly vscode.Uri[] = [],
): Promise<HostTextAnswer | undefined> {
  const read = target instanceof vscode.Uri ? await textOfFile(tools, target) : await ask(tools, question, found);
  if (read?.text.trim() === '') {
    throw new Error(vscode.l10n.t('There is no text. Copy all of it first, then try again.'));
  }
  return read;
}

async function ask(
  tools: CommandTools,
  question: string,
  found: readonly vscode.Uri[],
): Promise<HostTextAnswer | undefined> {
  const choice = await vscode.window.showQuickPick(sources(tools, found), { placeHolder: question });
  return choice?.read();
}

function sources(tools: CommandTools, lists: readonly vscode.Uri[]): SourceItem[] {
  const document = vscode.window.activeTextEditor?.document;
  return [
    ...lists.map((list): SourceItem => ({
      label: visibleText(vscode.workspace.asRelativePath(list)),
      description: vscode.l10n.t('found in this folder'),
      iconPath: new vscode.ThemeIcon('checklist'),
      read: async () => textOfFile(tools, list),
    })),
    {
      label: vscode.l10n.t('I copied it'),
      description: vscode.l10n.t('takes the text from the clipboard'),
      iconPath: new vscode.ThemeIcon('clippy'),
      read: async () => ({ text: await vscode.env.clipboard.readText() }),
    },
    {
      label: vscode.l10n.t('In a file…'),
      iconPath: new vscode.ThemeIcon('folder-opened'),
      read: async () => {
        const [file] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Choose the file') })) ?? [];
        return file && textOfFile(tools, file);
      },
    },
    ...(document === undefined
      ? []
      : [
          {
            label: vscode.l10n.t('In the editor'),
            description: visibleText(vscode.workspace.asRelativePath(document.uri)),
            iconPath: new vscode.ThemeIcon('file'),
            read: async () => textOfDocument(tools, document),
          },
        ]),
  ];
}

/** As the file has it where nothing was changed: the editor takes every text for UTF-8, which garbles names. */
async function textOfDocument(tools: CommandTools, document: vscode.TextDocument): Promise<HostTextAnswer> {
  const isAsSaved = document.uri.scheme === 'file' && !document.isDirty;
  return isAsSaved ? textOfFile(tools, document.uri) : { text: document.getText() };
}

/** The server reads it: it knows mails as they were sent, and the encodings of hosts. */
async function textOfFile({ server }: CommandTools, file: vscode.Uri): Promise<HostTextAnswer> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > LARGEST_TEXT) throw new Error(vscode.l10n.t('The file is too large to be a mail or a list.'));
  return (await server.get()).incident.hostText(await vscode.workspace.fs.readFile(file));
}
