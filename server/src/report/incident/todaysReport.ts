import type { AddressDataState } from '../../address/addressDataSource';
import { bundledNetworks } from '../../address/clientNetworks';
import type { Incident } from '../../incident/incident';
import type { Task } from '../../incident/notice/task';
import { currentLocale } from '../../numbers';
import { incidentInForm } from './incidentForms';
import { maskIncident } from './maskIncident';
import type { ReportForm } from './reportForm';
import { withoutOwnFolders } from './withoutOwnFolders';

/** What a user wants of a report. */
export interface WantedReport {
  readonly form: ReportForm;
  /** What he has done of what is to be done. */
  readonly done: readonly Task[];
  /** Whether personal data of the site's visitors and users is masked. */
  readonly mask: boolean;
}

/** A report on an incident, in the language that is set, dated today. */
export function todaysReport(
  incident: Incident,
  { form, done, mask }: WantedReport,
  network: Partial<AddressDataState>,
): string {
  return incidentInForm(form, {
    incident: withoutOwnFolders(mask ? maskIncident(incident) : incident),
    done: new Set(done),
    lookup: bundledNetworks(network),
    ...(network.data && { dataDate: network.data.date }),
    date: new Date().toISOString().slice(0, 10),
    language: currentLocale(),
    isMasked: mask,
  });
}
