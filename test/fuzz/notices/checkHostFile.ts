import assert from 'node:assert/strict';
import { joinIncident } from '../../../server/src/incident/incident';
import type { HostList } from '../../../server/src/incident/list/hostList';
import { readHostList } from '../../../server/src/incident/list/readHostList';
import { attachedList } from '../../../server/src/incident/mail/attachedList';
import { readCopiedText, readHostText } from '../../../server/src/incident/mail/hostText';
import type { HostNotice } from '../../../server/src/incident/notice/hostNotice';
import { readHostNotice } from '../../../server/src/incident/notice/readHostNotice';
import type { CheckedSiteFile } from '../site/checkSiteFile';
import type { SiteCase } from '../site/siteCase';

/** What any file may take, in ms of processor time; far above what is promised, as the machine may be busy. */
const MS_A_FILE = 5000;
/** A decoded text may be so many times as long as its bytes. */
const CHARACTERS_A_BYTE = 8;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const COPY = ['shop.example/public_html/index.php', 'shop.example/public_html/l.php', 'blog.example/public_html/l.php'];

/** Reads a file as a mail and as a list: in little time, the same twice, and what is read can be gone on with. */
export function checkHostFile({ bytes }: SiteCase): CheckedSiteFile {
  const { user } = process.cpuUsage();
  const first = readAll(bytes);
  const ms = (process.cpuUsage().user - user) / 1000;
  assert.ok(ms < MS_A_FILE, `${bytes.length} bytes took ${ms} ms`);
  assert.deepEqual(readAll(bytes), first, 'the same twice');
  const { text, notice, list } = first;
  assert.ok(
    text.length <= bytes.length * CHARACTERS_A_BYTE + 1000,
    `${text.length} characters of ${bytes.length} bytes`,
  );
  checkNotice(notice);
  for (const { path } of list.files) {
    assert.ok(path !== '' && !/[\r\n\\]/.test(path), JSON.stringify(path));
  }
  const { files } = joinIncident({ notice, list, site: { paths: COPY, findings: [] } });
  JSON.stringify(files);
  return { ms, isSuspicious: notice.files.length + list.files.length > 0 };
}

interface ReadHostFile {
  readonly text: string;
  readonly notice: HostNotice;
  readonly list: HostList;
}

function readAll(bytes: Uint8Array): ReadHostFile {
  const mail = readHostText(bytes);
  // What was decoded is decoded already.
  readCopiedText(mail.text);
  return { text: mail.text, notice: readHostNotice(mail.text), list: readHostList(attachedList(mail) ?? mail.text) };
}

function checkNotice({ moments, deadline, mails, files, domains }: HostNotice): void {
  for (const moment of moments) assert.match(moment, MOMENT);
  if (deadline?.until !== undefined) assert.match(deadline.until, MOMENT);
  if (mails !== undefined) assert.ok(Number.isSafeInteger(mails) && mails >= 0, String(mails));
  for (const { path } of files) assert.match(path, /^\//);
  for (const domain of domains) assert.equal(domain, domain.toLowerCase());
}
