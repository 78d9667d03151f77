import { incidentJson } from '../../incident/incidentJson';
import { withNetworks } from '../findingNetworks';
import { htmlReport } from '../htmlReport';
import { visibleJson } from '../json';
import { markdownReport } from '../markdownReport';
import { sarifLog } from '../sarif/sarifLog';
import { incidentCsv } from './incidentCsv';
import type { IncidentFacts } from './incidentFacts';
import type { ReportForm } from './reportForm';
import { incidentReport } from './incidentReport';

/** A report on an incident in a form. Tables for spreadsheets have no byte order mark: whoever writes a file puts it in front. */
export function incidentInForm(form: ReportForm, facts: IncidentFacts): string {
  const { incident, language, lookup } = facts;
  switch (form) {
    case 'html':
      return htmlReport(incidentReport(facts), language);
    case 'md':
      return markdownReport(incidentReport(facts));
    case 'csv':
      return incidentCsv(incident);
    case 'json':
      return `${visibleJson(incidentJson(incident, (findings) => withNetworks(findings, lookup)))}\n`;
    case 'sarif':
      return sarifLog(
        {
          site: incident.files.flatMap(({ findings }) => findings),
          logs: incident.logFindings,
        },
        language,
      );
  }
}
