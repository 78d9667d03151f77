import assert from 'node:assert/strict';
import type { LogModel } from '../../../server/src/log/logModel';
import { joinIncident } from '../../../server/src/incident/incident';
import type { IncidentSources } from '../../../server/src/incident/incidentSources';
import type { HostList } from '../../../server/src/incident/list/hostList';
import { readHostNotice } from '../../../server/src/incident/notice/readHostNotice';
import { openLogOf } from '../../support/openLog';
import { findingOfSite } from '../../support/siteFindings';

const ROOT = '/home/u/public_html';
const BOT = '192.0.2.1';

async function modelOfLog(text: string): Promise<LogModel> {
  return (await openLogOf(text)).model;
}

function line(time: string, request: string, status = 200, client = BOT): string {
  return `${client} - - [01/Nov/2021:${time} +0900] "${request} HTTP/1.1" ${status} 10 "-" "x"\n`;
}

function list(...paths: readonly string[]): HostList {
  return { format: 'paths', files: paths.map((path) => ({ path: `${ROOT}/${path}` })), leftOut: 0 };
}

/** A line of a transfer log. */
function upload(time: string, path: string): string {
  return `Mon Nov  1 ${time} 2021 1 192.0.2.9 12 ${path} b _ i r owner ftp 0 * c\n`;
}

/** A line of vsftpd's log about `img/NAME.php`. */
function ftp(time: string, action: 'UPLOAD' | 'DELETE', name: string): string {
  return `Mon Nov  1 ${time} 2021 [pid 2] [owner] OK ${action}: Client "192.0.2.9", "/public_html/img/${name}.php"\n`;
}

/** What is said of each file: its path, state and number of calls. */
function outline(sources: IncidentSources): string[] {
  return joinIncident(sources).files.map(
    ({ file, state, calls, severity }) => `${severity} ${file} ${state} ${calls?.requests ?? 0}`,
  );
}

describe('An incident', () => {
  it('says of each listed file whether it is there, gone or was not downloaded', async () => {
    const model = await modelOfLog(
      line('10:00:00', 'GET /gone.php') +
        line('10:01:00', 'GET /gone.php', 404) +
        line('10:02:00', 'POST /locked.php', 403),
    );
    const paths = ['index.php', 'l.php', 'empty.php', 'img/a.gif'];
    const listed = list('l.php', 'gone.php', 'locked.php', 'empty.php', 'other/x.php', 'img/y.php');
    const sources = {
      model,
      list: listed,
      site: { paths, findings: [] },
      isEmpty: (file: string) => file === 'empty.php',
    };
    assert.deepEqual(outline(sources), [
      'error gone.php gone 2',
      'error locked.php notDownloaded 1',
      'error empty.php notDownloaded 0',
      'error img/y.php gone 0',
      'error l.php present 0',
      'error other/x.php notDownloaded 0',
    ]);
    const notice = readHostNotice('不正なファイルのパーミッションを「000」へ変更しました。');
    assert.ok(
      outline({ ...sources, notice }).includes('error img/y.php notDownloaded 0'),
      'what the host locked can’t be fetched',
    );
  });

  it('tells who called a file, how and when, also through its folder and with arguments behind it', async () => {
    const model = await modelOfLog(
      line('10:00:00', 'GET /tw/') +
        line('10:00:01', 'POST /tw/index.php/a?b=1', 500, '192.0.2.2') +
        line('10:00:02', 'POST /tw/index.php'),
    );
    const [file] = joinIncident({
      model,
      site: { paths: ['tw/index.php'], findings: [findingOfSite({ places: [{ file: 'tw/index.php' }] })] },
    }).files;
    const { places, lines, ...calls } = file!.calls!;
    assert.deepEqual(lines, [{ file: 'access.log', lines: Uint32Array.of(1, 2, 3) }]);
    assert.deepEqual(calls, {
      requests: 3,
      methods: [
        { method: 'POST', count: 2 },
        { method: 'GET', count: 1 },
      ],
      statuses: [
        { status: 200, count: 2 },
        { status: 500, count: 1 },
      ],
      clients: [
        { address: BOT, count: 2 },
        { address: '192.0.2.2', count: 1 },
      ],
      writers: [
        { address: '192.0.2.2', count: 1 },
        { address: BOT, count: 1 },
      ],
      first: '2021-11-01T10:00:00+09:00',
      last: '2021-11-01T10:00:02+09:00',
      firstWrite: '2021-11-01T10:00:01+09:00',
      lastWrite: '2021-11-01T10:00:02+09:00',
      lastStatus: 200,
    });
    assert.deepEqual(
      places.map((place) => place.line),
      [1, 2, 3],
    );
  });

  it('takes visitors who load a style sheet for no callers of a file that is named after it', async () => {
    const model = await modelOfLog(
      line('10:00:00', 'GET /css/style.css') + line('10:01:00', 'POST /css/style.css.php'),
    );
    assert.deepEqual(outline({ model, list: list('css/style.css.php') }), ['error css/style.css.php notDownloaded 1']);
  });

  it('keeps the domains of an account apart where the log names them', async () => {
    const model = await modelOfLog(
      `one.example ${line('10:00:00', 'POST /l.php')}two.example ${line('10:00:01', 'POST /l.php')}two.example ${line('10:00:02', 'POST /l.php')}`,
    );
    const paths = ['one.example/public_html/l.php', 'two.example/public_html/l.php'];
    const findings = paths.map((file) => findingOfSite({ severity: 'warning', places: [{ file }] }));
    assert.deepEqual(outline({ model, site: { paths, findings } }), [
      'warning two.example/public_html/l.php present 2',
      'warning one.example/public_html/l.php present 1',
    ]);
  });

  it('takes a suspicious file for urgent once it was called by many requests that write', async () => {
    const model = await modelOfLog(
      line('10:00:00', 'POST /mail.php').repeat(30) + line('10:00:00', 'GET /page.php').repeat(30),
    );
    const findings = ['mail.php', 'page.php', 'idle.php'].map((file) =>
      findingOfSite({ severity: 'warning', places: [{ file }] }),
    );
    assert.deepEqual(outline({ model, site: { paths: ['mail.php', 'page.php', 'idle.php'], findings } }), [
      'error mail.php present 30',
      'warning page.php present 30',
      'warning idle.php present 0',
    ]);
  });

  it('takes no file for gone that the user took out of the copy, unless the server says so', async () => {
    const model = await modelOfLog(line('10:00:00', 'GET /a.php') + line('10:01:00', 'GET /gone.php', 404));
    const sources = {
      model,
      list: list('a.php', 'b.php', 'gone.php', 'new.php'),
      site: { paths: ['i.html'], findings: [] },
    };
    const hadFiles = ['a.php', 'b.php', 'gone.php'].map((file) => ({ file, findings: [] }));
    assert.deepEqual(outline({ ...sources, hadFiles }), [
      'error a.php removed 1',
      'error gone.php gone 1',
      'error b.php removed 0',
      'error new.php gone 0',
    ]);
  });

  it('tells of uploads by FTP', async () => {
    const model = await modelOfLog(
      upload('09:00:00', '/home/u/public_html/l.php') + upload('09:01:00', '/public_html/wp/a.php'),
    );
    const { files } = joinIncident({
      model,
      list: list('l.php', 'wp/a.php'),
      site: { paths: ['l.php', 'index.html'], findings: [] },
    });
    assert.deepEqual(
      files.map(({ file, uploads }) => [file, uploads.map(({ client, user }) => `${client} ${user}`)]),
      [
        ['l.php', ['192.0.2.9 owner']],
        ['wp/a.php', ['192.0.2.9 owner']],
      ],
    );
  });

  it('takes a file for gone that was deleted by FTP, unless it was put there again', async () => {
    const model = await modelOfLog(
      ['a', 'b'].map((name) => ftp('09:00:00', 'UPLOAD', name)).join('') +
        ['a', 'b'].map((name) => ftp('10:00:00', 'DELETE', name)).join('') +
        ftp('11:00:00', 'UPLOAD', 'b'),
    );
    assert.deepEqual(
      outline({ model, list: list('img/a.php', 'img/b.php'), site: { paths: ['index.html'], findings: [] } }),
      ['error img/a.php gone 0', 'error img/b.php notDownloaded 0'],
    );
  });

  it('joins the mail and the list, each file once, and keeps what the list says of it', () => {
    const notice = readHostNotice(`▼不正なプロセス\n${ROOT}/l.php`);
    const listed: HostList = {
      format: 'clamav',
      files: [{ path: `${ROOT}/l.php`, signature: 'Php.Webshell' }],
      leftOut: 0,
    };
    const { files } = joinIncident({ notice, list: listed, site: { paths: ['l.php'], findings: [findingOfSite()] } });
    assert.equal(files.length, 1);
    assert.equal(files[0]!.listed?.signature, 'Php.Webshell');
    assert.equal(files[0]!.findings.length, 1);
  });

  it('tells files of the same path on several domains apart', () => {
    const files = ['a', 'b'].map((name) => ({ path: '/l.php', domain: `${name}.example`, signature: name }));
    const paths = files.map(({ domain }) => `${domain}/public_html/l.php`);
    const joined = joinIncident({ list: { format: 'paths', files, leftOut: 0 }, site: { paths, findings: [] } });
    assert.deepEqual(
      Object.fromEntries(joined.files.map(({ file, listed }) => [file, listed?.signature])),
      Object.fromEntries(paths.map((path, at) => [path, files[at]!.signature])),
    );
  });

  it('is empty where nothing is known', () => {
    assert.deepEqual(joinIncident({}), { files: [], logFindings: [], causes: [], events: [] });
  });
});
