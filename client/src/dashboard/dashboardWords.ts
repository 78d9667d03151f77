import * as vscode from 'vscode';
import type { Words } from '../../webview/dashboard/messages';

/** The words of the page. Numbers and names are put into their places by the page. */
export function dashboardWords(): Words {
  const { t } = vscode.l10n;
  return {
    tools: t('Tools of the timeline'),
    allLogs: t('All open logs'),
    incidentLogs: t('All logs of the incident'),
    showLines: t('Show the lines'),
    zoomIn: t('Zoom in to the chosen time'),
    wholeTime: t('Shown time'),
    asTable: t('Chart as a table'),
    showEverything: t('Everything'),
    withoutCondition: t('Take back: {0}'),
    conditions: t('What is chosen'),
    time: t('Time'),
    log: t('Log'),
    client: t('Address'),
    network: t('Network'),
    endpoint: t('Path'),
    status: t('Status'),
    requestsOf: t('{0} of {1} requests'),
    entriesOf: t('{0} of {1} entries'),
    noLog: t('No log is open that could be read.'),
    noIncident: t('No incident with logs was put together yet.'),
    failed: t('The entries could not be counted.'),
    chart: t('Requests over time'),
    chartHelp: t(
      'Drag with the mouse, or use the arrow keys with Shift, to choose a part of the time. Enter opens its lines, Escape takes it back.',
    ),
    peak: t('Most requests: {0} ({1})'),
    flaggedPeak: t('Most of them in findings: {0} ({1})'),
    flagged: t('In findings'),
    bar: t('{0}: {1}'),
    untimed: t('{0} of them say no time and are not in the chart.'),
    noTime: t('No line says its time.'),
    total: t('All'),
    classOther: t('Other'),
    logs: t('Logs'),
    clients: t('Busiest addresses'),
    networks: t('Busiest networks'),
    networksOfBusiest: t('The networks of the busiest 1,000 addresses.'),
    endpoints: t('Busiest paths'),
    statuses: t('Statuses'),
    noStatus: t('No status'),
    nothing: t('Nothing.'),
    others: t('{0} by others.'),
  };
}
