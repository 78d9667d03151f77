import { nothingKnown } from '../../server/src/address/clientNetworks';
import { joinIncident, type Incident } from '../../server/src/incident/incident';
import { readHostNotice } from '../../server/src/incident/notice/readHostNotice';
import type { IncidentFacts } from '../../server/src/report/incident/incidentFacts';
import { openLogOf } from './openLog';
import { findingOfSite } from './siteFindings';

const MAIL = `エックスサーバー
お問い合わせ番号：42-1
サーバーID：sv1
ドメイン名：shop.example
2021年11月1日 10:00
【 10,000 】件のメールが送信されました。
/home/u/public_html/l.php
検出されたファイルを削除してください。
WordPressの管理パスワードを変更してください。`;
const CALL = '192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "POST /l.php HTTP/1.1" 200 10 "-" "x"\n';

/** An incident with something in each of its parts; `name` is the name of its worst file, and `text` what is said of it. */
export async function incidentAbout(name: string, text: string): Promise<Incident> {
  const { model } = await openLogOf(CALL.repeat(30));
  const finding = findingOfSite({
    title: text,
    detail: text,
    advice: text,
    places: [
      { file: name, line: 3, column: 5, endColumn: 12, note: text },
      { file: name, line: 9 },
    ],
  });
  const ofLog = findingOfSite({
    rule: 'flood-address',
    title: text,
    detail: text,
    advice: text,
    count: 30,
    first: '2021-11-01T10:00:00+09:00',
    last: '2021-11-01T10:00:00+09:00',
    clients: [{ address: '192.0.2.1', count: 30 }],
    endpoints: [{ method: 'POST', path: `/${name}?${text}`, count: 30 }],
    places: [{ file: 'access.log', line: 1 }],
  });
  return joinIncident({
    notice: readHostNotice(MAIL),
    list: { format: 'clamav', files: [{ path: `/home/u/public_html/${name}`, signature: text }], leftOut: 0 },
    model,
    logFindings: [ofLog],
    site: { paths: ['index.html', 'l.php', name], findings: [finding] },
  });
}

/** What a report is made of that tells of an incident. */
export function factsOf(incident: Incident, change: Partial<IncidentFacts> = {}): IncidentFacts {
  return {
    incident,
    done: new Set(['delete-files']),
    lookup: nothingKnown,
    dataDate: '2021-10-01',
    date: '2021-11-02',
    language: 'en',
    isMasked: false,
    ...change,
  };
}
