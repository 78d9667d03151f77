import path from 'node:path';
import * as vscode from 'vscode';
import { formatBytes, formatCount } from '../numbers';
import { visibleText } from '../plainText';
import type { QuarantineList } from '../quarantine/quarantineStore';
import type { QuarantineEntry } from '../quarantine/quarantineEntry';

/** Reasons that stand below a file's name before the line ends. */
const MOST_REASONS = 2;

/**
 * Shows what is in quarantine, since when and why, and lets the user say which files he wants back.
 * @returns none when he gave up
 */
export async function pickEntries({ entries, unreadable }: QuarantineList): Promise<readonly QuarantineEntry[]> {
  if (unreadable > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Of {0} files in quarantine it can’t be told where they were.', formatCount(unreadable)),
    );
  }
  if (entries.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is in quarantine.'));
    return [];
  }
  const picked = await vscode.window.showQuickPick(entries.map(pickItem), {
    title: vscode.l10n.t('Files in quarantine: {0}', formatCount(entries.length)),
    placeHolder: vscode.l10n.t('Which files do you want back?'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.map(({ entry }) => entry) ?? [];
}

function pickItem(entry: QuarantineEntry): vscode.QuickPickItem & { readonly entry: QuarantineEntry } {
  const { path: file, quarantined, size, rules, reasons = rules } = entry;
  const date = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  const facts = [date.format(new Date(quarantined)), formatBytes(size), ...reasons.slice(0, MOST_REASONS)];
  return {
    label: visibleText(path.basename(file)),
    description: visibleText(path.dirname(file)),
    detail: visibleText(facts.join(' · ')),
    entry,
  };
}
