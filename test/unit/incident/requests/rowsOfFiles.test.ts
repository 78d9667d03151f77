import assert from 'node:assert/strict';
import { callsOfFiles } from '../../../../server/src/incident/fileCalls';
import { callsText } from '../../../../server/src/incident/fileWords';
import { requestCounts } from '../../../../server/src/incident/requests/requestCounts';
import { groupTable, openModel, type LogModel } from '../../../../server/src/log/logModel';
import { memorySource } from '../../../../server/src/log/byteSource';
import { MACHINE_ZONE } from '../../../../server/src/log/localZone';
import { LogSetBuilder } from '../../../../server/src/log/set/logSet';
import { readLog } from '../../../../server/src/log/readLog';
import { indexPaths } from '../../../../server/src/site/pathIndex';

const PATHS = ['one.example/public_html/l.php', 'two.example/public_html/l.php', 'two.example/public_html/index.php'];

/** Lines of requests, one each second. */
function log(...requests: readonly string[]): string {
  return requests
    .map((request, n) => `192.0.2.1 - - [01/Nov/2021:10:00:0${n} +0900] "${request} HTTP/1.1" 200 1 "-" "x"\n`)
    .join('');
}

/** Logs, by their names, as one. */
async function modelOf(logs: Readonly<Record<string, string>>): Promise<LogModel> {
  const builder = new LogSetBuilder();
  for (const [name, text] of Object.entries(logs)) builder.add(name, await readLog(memorySource(Buffer.from(text))));
  const { table, files, copies } = builder.finish(MACHINE_ZONE);
  return openModel(groupTable(table, files, copies));
}

/** How often logs have each file called; with a star where the domain is not told. */
async function calls(logs: Readonly<Record<string, string>>, paths = PATHS, wanted = paths): Promise<string[]> {
  const model = await modelOf(logs);
  return [...callsOfFiles(model, indexPaths(paths), new Set(wanted))].map(
    ([file, { requests, shared }]) => `${file} ${requests}${shared === undefined ? '' : ` ${shared}*`}`,
  );
}

describe('The requests for a file of an account', () => {
  it('are those of its own domain, told by the name of the log', async () => {
    const logs = {
      'one.example.access_log_20211101.gz': log('POST /l.php', 'GET /'),
      'logs/two.example/access.log': log('GET /l.php', 'GET /l.php?a=b', 'GET /'),
    };
    assert.deepEqual((await calls(logs)).toSorted(), [
      'one.example/public_html/l.php 1',
      'two.example/public_html/index.php 1',
      'two.example/public_html/l.php 2',
    ]);
  });

  it('are those of its own domain, told by the line, whatever the log is called', async () => {
    const line = log('POST /l.php');
    assert.deepEqual(await calls({ 'one.example.log': `two.example ${line}www.two.example:443 ${line}` }), [
      'two.example/public_html/l.php 2',
    ]);
  });

  it('are none where its domain’s folder does not have it, though another’s does', async () => {
    assert.deepEqual(
      await calls({ 'one.example.log': log('GET /only.php') }, [...PATHS, 'two.example/public_html/only.php']),
      [],
    );
  });

  it('count for the file of each domain where nothing tells which was meant, which is said', async () => {
    assert.deepEqual(await calls({ 'access.log': log('POST /l.php', 'POST /l.php') }), [
      'one.example/public_html/l.php 2 2*',
      'two.example/public_html/l.php 2 2*',
    ]);
    const text = callsText({
      requests: 2,
      shared: 2,
      methods: [],
      statuses: [],
      clients: [],
      writers: [],
      places: [],
      lines: [],
    });
    assert.match(text, /For 2 of them no log says the domain/);
  });

  it('are found for a file that is called without its extension, as an index, in other letters and by a user’s folder', async () => {
    const paths = ['web/Form/Mail.php', 'web/Form/index.php'];
    const logs = {
      'access.log': log(
        'GET /form/mail',
        'GET /FORM/',
        'GET /~u/form/mail.php',
        'GET /form/mail.php/x',
        'GET /form/mail.php.',
      ),
    };
    assert.deepEqual(await calls(logs, paths), ['web/Form/Mail.php 4', 'web/Form/index.php 1']);
  });

  it('are counted alike for the tree of files', async () => {
    const model = await modelOf({
      'one.example.log': log('POST /l.php', 'GET /l.php'),
      'access.log': log('GET /only.php', 'GET /l.php'),
    });
    const counts = requestCounts(model, indexPaths([...PATHS, 'two.example/public_html/only.php']));
    assert.deepEqual(Object.fromEntries(counts), {
      'one.example/public_html/l.php': 3,
      'two.example/public_html/l.php': 1,
      'two.example/public_html/only.php': 1,
    });
  });
});
