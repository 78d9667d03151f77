import * as vscode from 'vscode';
import type { IncidentFileItem, Severity } from '../../../server/src/protocol';
import { formatCount } from '../numbers';
import { severityIcon } from '../severities';
import type { ListedSite } from './listedSites';

/** Icons of files that are not there; how urgent they are is said by the icon of those that are. */
const STATE_ICONS = { notDownloaded: 'cloud-download', removed: 'archive', gone: 'trash' } as const;

/** The icon of a file: how urgent it is, or that the copy does not have it. */
export function fileIcon(severity: Severity, file: IncidentFileItem | undefined): vscode.ThemeIcon {
  if (file === undefined || file.state === 'present') return severityIcon(severity);
  return new vscode.ThemeIcon(STATE_ICONS[file.state]);
}

/** Whether a file is there, in a word; `undefined` for one that is and that the host does not name. */
export function stateWord(file: IncidentFileItem | undefined): string | undefined {
  if (file === undefined) return undefined;
  switch (file.state) {
    case 'present':
      return file.isNamed ? vscode.l10n.t('named by the host') : undefined;
    case 'notDownloaded':
      return vscode.l10n.t('not downloaded');
    case 'removed':
      return vscode.l10n.t('out of the copy');
    case 'gone':
      return vscode.l10n.t('gone');
  }
}

/** How often the logs of the incident, or else the open ones, saw a file called; `undefined` while nothing can be said. */
export function callsText({ incident, calls }: ListedSite, file: string): string | undefined {
  if (incident !== undefined && incident.logs > 0) return callsInLogs(incident.files.get(file)?.requests ?? 0);
  if (calls === undefined || calls.logs === 0) return undefined;
  return callsInOpenLogs(Object.hasOwn(calls.requests, file) ? calls.requests[file]! : 0);
}

function callsInLogs(requests: number): string {
  if (requests === 0) return vscode.l10n.t('no calls');
  return requests === 1 ? vscode.l10n.t('1 call') : vscode.l10n.t('{0} calls', formatCount(requests));
}

function callsInOpenLogs(requests: number): string {
  if (requests === 0) return vscode.l10n.t('no calls in the open logs');
  if (requests === 1) return vscode.l10n.t('1 call in the open logs');
  return vscode.l10n.t('{0} calls in the open logs', formatCount(requests));
}
