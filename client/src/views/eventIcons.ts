import * as vscode from 'vscode';
import type { IncidentEventItem } from '../../../server/src/protocol';

/** Icons of what happened, so that the attack stands out among what came before and after it. */
const ICONS: Readonly<Record<IncidentEventItem['kind'], string>> = {
  'log-begin': 'history',
  gap: 'history',
  before: 'eye',
  'log-in': 'key',
  exploit: 'bug',
  write: 'edit',
  missing: 'search',
  upload: 'cloud-upload',
  rename: 'edit',
  'file-time': 'file',
  'first-call': 'target',
  'network-call': 'globe',
  'flood-begin': 'flame',
  'flood-peak': 'flame',
  'flood-end': 'flame',
  'last-call': 'target',
  delete: 'trash',
  notice: 'mail',
  measure: 'shield',
  'left-out': 'ellipsis',
};

export function eventIcon(kind: IncidentEventItem['kind']): vscode.ThemeIcon {
  return new vscode.ThemeIcon(ICONS[kind]);
}
