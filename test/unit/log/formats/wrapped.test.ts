import assert from 'node:assert/strict';
import { combinedLine, logOf } from '../../../support/lines';
import { readEntries, type Entry } from '../../../support/entries';

const LINE = combinedLine({ request: 'GET /お知らせ?a=\\"b\\" HTTP/1.1', agent: 'a \\"b\\" \\x22' });
const JSON_LINE = JSON.stringify({
  time: '2021-11-01T10:56:55+09:00',
  remote_addr: '192.0.2.1',
  request: 'GET /a?"b" HTTP/1.1',
  status: 200,
  http_user_agent: 'a "b" \\x22',
});

async function onlyEntry(line: string): Promise<[format: string | undefined, entry: Entry | undefined]> {
  const { format, entries } = await readEntries(line);
  return [format, entries[0]];
}

const PREFIXES: Readonly<Record<string, string>> = {
  'Nov  1 10:56:55 web nginx: ': 'syslog',
  '<190>Nov 11 10:56:55 web nginx[12]: ': 'syslog',
  '<190>Nov 11 10:56:55 nginx: ': 'syslog',
  'Nov 11 10:56:55 httpd: ': 'syslog',
  '2021-11-01T10:56:55.123456+09:00 web nginx[12]: ': 'syslog',
  '<190>1 2021-11-01T10:56:55.123Z web nginx 12 - - ': 'syslog',
  '<190>1 2021-11-01T10:56:55.123Z web nginx 12 id [x@1 a="b"][y@1 c="d"] ': 'syslog',
  'nginx[12]: ': 'syslog',
  '2021-11-01T10:56:55.123456789+09:00 stdout F ': 'container',
  '2021-11-01T01:56:55.123456789Z stderr F ': 'container',
  'web-1  | ': 'container',
};

function dockerLine(line: string): string {
  return JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2021-11-01T01:56:55.123456789Z' });
}

describe('Entries that somebody passed on', () => {
  for (const [prefix, format] of Object.entries(PREFIXES)) {
    it(`are read behind ${JSON.stringify(prefix)}`, async () => {
      for (const line of [LINE, JSON_LINE, `example.jp ${LINE}`]) {
        const [, plain] = await onlyEntry(line);
        assert.deepEqual(await onlyEntry(prefix + line), [format, plain]);
      }
    });
  }

  it('are read in Docker’s JSON, with all its escapes undone and no others', async () => {
    for (const line of [LINE, JSON_LINE]) {
      const [, plain] = await onlyEntry(line);
      assert.notEqual(plain, undefined);
      assert.deepEqual(await onlyEntry(dockerLine(line)), ['docker', plain]);
    }
  });

  it('are read in Docker’s JSON with every letter escaped', async () => {
    const [, plain] = await onlyEntry(LINE);
    const escaped = [...Buffer.from(LINE.replaceAll(/[^ -~]/g, 'x'), 'latin1')]
      .map((byte) => `\\u00${byte.toString(16).padStart(2, '0')}`)
      .join('');
    const [, entry] = await onlyEntry(`{"log":"${escaped}\\r\\n","stream":"stdout"}`);
    assert.deepEqual(entry, { ...plain, target: plain?.target?.replaceAll(/[^ -~]/g, 'x') });
  });

  it('may be of several formats in one file', async () => {
    const lines = [LINE, `example.jp ${LINE}`, JSON_LINE, LINE].map(dockerLine);
    const { entries } = await readEntries([...lines, dockerLine('started'), LINE].join('\n'));
    assert.deepEqual(
      entries.map(({ line, vhost }) => [line, vhost]),
      [
        [1, undefined],
        [2, 'example.jp'],
        [3, undefined],
        [4, undefined],
        [6, undefined],
      ],
    );
  });

  it('are read the same whatever came before', async () => {
    const damaged = `192.0.2.1 - - [01/Nov/2021:1?:56:55 +0900] "GET /b HTTP/1.1" ${LINE}`;
    const { entries: alone } = await readEntries(`web-1  | ${damaged}`);
    assert.equal(alone.length, 1);
    for (const before of [LINE, `example.jp ${LINE}`, `192.0.2.1, 192.0.2.2 - - ${LINE.slice(LINE.indexOf('['))}`]) {
      const { entries } = await readEntries(`web-1  | ${before}\nweb-1  | ${damaged}`);
      assert.deepEqual({ ...entries[1], line: 1 }, alone[0]);
    }
  });

  it('are not what other programs say', async () => {
    for (const text of [
      'Nov  1 10:56:55 mx ntpd[12]: Listening on 192.0.2.1 port 123',
      '<190>1 2021-11-01T10:56:55.123Z web app 12 - [x',
      '2021-11-01T10:56:55Z stdout F listening on port 80',
      '2021-11-01T10:56:55Z stdout P 192.0.2.1 - - [01/Nov/2021:10:5',
      'db-1  | ready for connections',
      dockerLine('listening on port 80'),
      '{"log":"',
      '{"log":"\\',
      `{"log":"${LINE.replaceAll('"', '\\"')}`,
    ]) {
      assert.equal((await readEntries(logOf(10, () => text))).format, undefined, text);
    }
  });
});
