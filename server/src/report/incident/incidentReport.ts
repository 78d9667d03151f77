import { addressDataAttribution, countryNote } from '../../address/attribution';
import { mailLines } from '../../incident/mails/mailWords';
import { noticeLines } from '../../incident/notice/noticeLines';
import { measureText, taskText } from '../../incident/notice/noticeWords';
import type { HostNotice } from '../../incident/notice/hostNotice';
import { count } from '../../numbers';
import { t } from '../../words';
import { listOf, sectionOf, tableOf, type ReportBlock, type ReportDocument } from '../reportDocument';
import { attackerBlocks } from './attackerBlocks';
import { causePart } from './causePart';
import { eventBlocks } from './eventBlocks';
import { fileBlocks } from './fileBlocks';
import { findingBlocks } from './findingBlocks';
import type { IncidentFacts } from './incidentFacts';
import { incidentSummary } from './incidentSummary';
import { taskBlocks } from './taskBlocks';

/** All that is known of an incident, for its owner, the host or an agency: what happened, how, to what, by whom, and what is to be done. */
export function incidentReport(facts: IncidentFacts): ReportDocument {
  const { notice, causes, events, mails, logFindings } = facts.incident;
  return {
    title: t('Report on the incident'),
    summary: incidentSummary(facts),
    sections: [
      ...sectionOf(t('What the host wrote'), notice ? noticeBlocks(notice) : []),
      ...sectionOf(t('How many mails were sent'), mails ? listOf(mailLines(mails)) : []),
      ...sectionOf(t('How it could happen'), causes.map(causePart)),
      ...sectionOf(t('What happened when'), eventBlocks(events)),
      ...sectionOf(t('Files'), fileBlocks(facts)),
      ...sectionOf(t('Who attacked'), attackerBlocks(facts)),
      ...sectionOf(t('What else the logs show ({0})', count(logFindings.length)), findingBlocks(logFindings)),
      ...sectionOf(t('What is to be done'), taskBlocks(facts)),
    ],
    credits: credits(facts),
  };
}

function noticeBlocks(notice: HostNotice): ReportBlock[] {
  const { domains, moments, lists, measures, tasks } = notice;
  return [
    ...listOf(noticeLines(notice)),
    ...tableOf(
      t('What it names'),
      [t('What'), t('Names')],
      [
        ...(domains.length === 0 ? [] : [[t('Domains'), domains.join(', ')]]),
        ...(moments.length === 0 ? [] : [[t('Days and times'), moments.join(', ')]]),
        ...(lists.length === 0 ? [] : [[t('Lists of files'), lists.join(', ')]]),
      ],
    ),
    ...partOf(t('What the host did'), measures.map(measureText)),
    ...partOf(
      t('What the host asks for'),
      tasks.map((task) => taskText(task, true)),
    ),
  ];
}

function partOf(title: string, items: readonly string[]): ReportBlock[] {
  return items.length === 0 ? [] : [{ kind: 'part', title, blocks: listOf(items) }];
}

function credits({ dataDate, date, isMasked }: IncidentFacts): string[] {
  return [
    t('Made with {0} on {1}. Nothing of the site was executed or changed for it.', 'Log & Site Audit', date),
    ...(isMasked ? [t('Mail addresses, user names, values of queries and addresses of visitors are masked.')] : []),
    ...(dataDate === undefined ? [] : [addressDataAttribution(dataDate), countryNote()]),
  ];
}
