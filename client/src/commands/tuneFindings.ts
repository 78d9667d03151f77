import * as vscode from 'vscode';
import type { RuleSeverity } from '../../../server/src/protocol';
import { notificationText } from '../plainText';
import type { CommandTools } from './commandTools';
import { changeUserSetting, emptyAsDefault, listOf, offerUndo, SECTION } from './userSettings';

const SEVERITIES: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);
/** No address and no path that is worth a setting is longer. */
const LONGEST_TEXT = 2_000;

/** "Not an attack here: ignore 192.0.2.1": puts an address on the user's allow-list. */
export async function ignoreAddress(_tools: CommandTools, address: unknown): Promise<void> {
  if (!isText(address)) return;
  const shown = notificationText(address);
  await addToList('allowList.addresses', address, vscode.l10n.t('Requests of {0} are ignored from now on.', shown));
}

/** "Not an attack here: ignore requests for /path": puts a path on the user's allow-list. */
export async function ignorePath(_tools: CommandTools, path: unknown): Promise<void> {
  if (!isText(path) || !path.startsWith('/') || path.includes('*')) return;
  const shown = notificationText(path);
  await addToList('allowList.paths', path, vscode.l10n.t('Requests for {0} are ignored from now on.', shown));
}

/** "Report this rule as information", "Switch this rule off". */
export async function setRuleSeverity(_tools: CommandTools, wanted: unknown): Promise<void> {
  if (!isRuleSeverity(wanted)) return;
  const { rule, severity, title } = wanted;
  const key = `rules.${rule}.severity`;
  const before = await changeUserSetting(key, () => severity);
  const shown = notificationText(title);
  const done =
    severity === 'off'
      ? vscode.l10n.t('The rule “{0}” is switched off.', shown)
      : vscode.l10n.t('Findings of “{0}” are less urgent from now on.', shown);
  await offerUndo(done, key, () => changeUserSetting(key, () => before));
}

async function addToList(key: string, entry: string, done: string): Promise<void> {
  await changeUserSetting(key, (list) => [...new Set([...listOf(list), entry])]);
  await offerUndo(done, key, () =>
    changeUserSetting(key, (list) => emptyAsDefault(listOf(list).filter((each) => each !== entry))),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT;
}

/** Whether a value names a rule that has a setting, and a severity. */
function isRuleSeverity(value: unknown): value is RuleSeverity {
  if (typeof value !== 'object' || value === null) return false;
  const { rule, severity, title } = value as Partial<Record<keyof RuleSeverity, unknown>>;
  if (typeof rule !== 'string' || typeof title !== 'string' || !SEVERITIES.has(severity)) return false;
  return vscode.workspace.getConfiguration(SECTION).inspect(`rules.${rule}.severity`)?.defaultValue === 'default';
}
