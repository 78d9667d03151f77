import * as vscode from 'vscode';
import { severityName } from '../../severities';
import type { Words } from '../../../webview/logView/messages';

/** The words of the page. Numbers are put into their places by the page. */
export function logViewWords(): Words {
  const { t } = vscode.l10n;
  return {
    log: t('Lines of the log'),
    reading: t('Reading the log … Its first lines are shown.'),
    readingPart: t('Reading the log: {0}. Its first lines are shown.'),
    slow: t('There is too little room on the disk to keep this log unpacked. Scrolling is slow.'),
    lines: t('Line {0} of {1}'),
    linesOf: t('{0} of {1} lines'),
    lineAt: t('Line {0}'),
    noLines: t('The log is empty.'),
    noLinesPass: t('No line meets these conditions.'),
    cut: t(' … {0} more characters'),
    find: t('Find'),
    findNext: t('Next match'),
    findPrevious: t('Previous match'),
    matchCase: t('Match case'),
    close: t('Close'),
    found: t('{0} lines'),
    foundAt: t('Line {0} of {1} found'),
    foundNone: t('Nothing found'),
    searching: t('{0} lines so far ({1})'),
    goToLine: t('Go to line'),
    filter: t('Filter'),
    address: t('Address'),
    addressHint: t('192.0.2.1, or 192.0.2.* for more'),
    path: t('Path'),
    pathHint: t('/form.php, POST /form.php, or a part of the path'),
    status: t('Status'),
    statusHint: t('404, 5xx'),
    text: t('Text'),
    textHint: t('Anywhere in the line'),
    clearFilter: t('Show all lines'),
    unreadableOnly: t('Unreadable lines only'),
    filtering: t('{0} lines so far ({1})'),
    follow: t('Follow'),
    findings: t('Findings'),
    noFindings: t('Nothing suspicious was found.'),
    showLine: t('Show line {0}'),
    details: t('What is known of this'),
    onlyThisAddress: t('Show only this address'),
    onlyThisPath: t('Show only this path'),
    onlyThisStatus: t('Show only this status'),
    error: severityName('error'),
    warning: severityName('warning'),
    information: severityName('information'),
    hint: severityName('hint'),
  };
}
