import { EntryKind } from '../../log/entryFields';
import type { LogModel } from '../../log/logModel';
import { NO_ENTRY, NO_TIME } from '../../log/logTable';
import { rowsOf } from '../../log/rowGroups';
import { count } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { localTimeOf } from './evidence';
import { networkOfClient } from './facts/campaigns';
import { endpointsMarked, WRITING } from './facts/marks';
import { PathMark } from './facts/pathWords';
import { marksOfRow } from './facts/requests';
import { unvisitedScripts, type ScriptUse } from './facts/scripts';
import { inTimeOrder, joinRows } from './facts/selection';
import { logFinding } from './logFinding';

const options = {
  minutes: {
    default: 60,
    minimum: 1,
    unit: 'minutes',
    description: () => t('Time after the upload within which a call from another network counts by itself.'),
    source: 'Programs that place a file call it at once to see whether it works.',
  },
};

const MINUTE = 60;
/** FTP commands that write a file (RFC 959 section 4.1.3). */
const STORING = new Set(['STOR', 'APPE', 'STOU']);
/** Folders of an account that the web server shows as the root of a site: usual names, or the name of a domain. */
const ROOT = /(?:^|\/)(?:public_html|www|web|html|htdocs|httpdocs|wwwroot|docs|[\w-]+(?:\.[\w-]+)+)$/i;

/** A program that came by FTP. */
interface Upload {
  /** Path as the FTP server logs it. */
  readonly file: string;
  readonly row: number;
}

/** Programs that came by FTP and were then steered by somebody, as attackers do who know the FTP password. */
export const ftpUploadBeforeUse = defineRule<LogModel, typeof options>({
  id: 'ftp-upload-before-use',
  family: 'compromise',
  severity: 'error',
  title: () => t('Program uploaded by FTP and used'),
  explanation: () =>
    t(
      'A PHP program was uploaded by FTP, had not been there before, and was then called straight away or sent commands by somebody who does not use the site like a visitor. Somebody else knows the FTP password. It needs the FTP log and the access log of the same time, read together. New pages that you upload are visited and not reported.',
    ),
  options,
  find(model, values): Finding[] {
    const uploads = uploadsOf(model);
    if (uploads.length === 0) return [];
    return unvisitedScripts(model).flatMap((script) => {
      const upload = uploads.find(({ file }) => isSameFile(file, script.path));
      return upload !== undefined && isAbused(model, script, upload, values) ? [describe(model, script, upload)] : [];
    });
  },
});

type Values = OptionValues<typeof options>;

/** Programs that were stored with success, the first upload of each. */
function uploadsOf(model: LogModel): Upload[] {
  if (!model.table.data.kind.includes(EntryKind.ftp)) return [];
  const { status, time } = model.table.data;
  return endpointsMarked(model, PathMark.php).flatMap((endpoint) => {
    const { method, path } = model.table.endpoint(endpoint);
    if (!STORING.has(method.toUpperCase())) return [];
    const rows = inTimeOrder(model, rowsOf(model.byEndpoint, endpoint));
    const row = rows.find((each) => status[each]! < 300 && time[each] !== NO_TIME);
    return row === undefined ? [] : [{ file: path, row }];
  });
}

/** Whether the file of the FTP server is what the web server has at the path. */
function isSameFile(file: string, path: string): boolean {
  if (!file.endsWith(path)) return false;
  const folder = file.slice(0, -path.length);
  return folder === '' || ROOT.test(folder);
}

function isAbused(model: LogModel, { answered }: ScriptUse, upload: Upload, values: Values): boolean {
  const { time, client } = model.table.data;
  const uploaded = time[upload.row]!;
  // Who is answered before the upload uses a program that was there already.
  if (answered.some((row) => time[row]! < uploaded)) return false;
  const home = client[upload.row] === NO_ENTRY ? undefined : networkOfClient(model, client[upload.row]!);
  return answered.some((row) => {
    if ((marksOfRow(model, row) & WRITING) !== 0) return true;
    const isSoon = time[row]! <= uploaded + values.minutes * MINUTE;
    return isSoon && client[row] !== NO_ENTRY && networkOfClient(model, client[row]!) !== home;
  });
}

function describe(model: LogModel, { path: wholePath, answered }: ScriptUse, { row }: Upload): Finding {
  const path = shortened(wholePath);
  const first = inTimeOrder(model, answered)[0]!;
  const user = model.table.text('user', row);
  return logFinding(model, joinRows([Uint32Array.of(row), answered]), {
    rule: 'ftp-upload-before-use',
    severity: 'error',
    title: t('{0} was uploaded by FTP and then used {1} times', path, count(answered.length)),
    detail: [
      t(
        'At {0} it was uploaded by FTP from {1} (user {2}); at {3} it was first called, from {4}.',
        localTimeOf(model, row),
        shortened(model.table.text('client', row) ?? '-'),
        shortened(user ?? '-'),
        localTimeOf(model, first),
        shortened(model.table.text('client', first) ?? '-'),
      ),
      t('It had not answered anybody before, and no page of the site leads to it.'),
    ],
    advice: t(
      'If you did not upload it, somebody else knows your FTP password: change it now, check your computer for viruses, keep a copy of {0} for your host and delete it from the server. Look in the FTP log for what else came from the same address.',
      path,
    ),
    ...(user !== undefined && { users: [shortened(user)] }),
  });
}
