import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createIncidentLog } from '../../../scripts/sample/incidentDay';
import { createSampleFiles, LOG_FILE, SITE_FOLDER } from '../../../scripts/sample/sampleFiles';
import { encodeShiftJis } from '../../../scripts/sample/shiftJis';
import { createSiteFiles } from '../../../scripts/sample/siteFiles';

const SAMPLE_FOLDER = path.join(__dirname, '..', '..', '..', 'sample');
const MAILER = String.raw`/tw/tw_contact\.php`;
const CHROME_78 = String.raw`Mozilla/5\.0 \(Windows NT 10\.0; Win64; x64\) AppleWebKit/537\.36 \(KHTML, like Gecko\) Chrome/78\.0\.3904\.108 Safari/537\.36`;
const FLOOD = new RegExp(
  String.raw`^(\S+) - - \[01/Nov/2021:(\S+) \+0900\] "POST ${MAILER} HTTP/1\.1" 200 969 "http://example\.jp${MAILER}" "${CHROME_78}"$`,
);
const COMBINED = /^[0-9a-f.:]+ - - \[01\/Nov\/2021:\d\d:\d\d:\d\d \+0900\] "[^"]+" \d{3} (?:\d+|-) "[^"]+" "[^"]+"$/;

function readSample(name: string): Buffer {
  return readFileSync(path.join(SAMPLE_FOLDER, name));
}

function count(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

describe('The sample incident', () => {
  const log = gunzipSync(readSample(LOG_FILE)).toString('latin1');
  const lines = log.split('\n').slice(0, -1);
  const flood = lines.flatMap((line) => {
    const [, client, time] = FLOOD.exec(line) ?? [];
    return client === undefined || time === undefined ? [] : [{ client, time }];
  });

  it('has the log that its script writes, byte for byte', () => {
    assert.ok(log === createIncidentLog(createSiteFiles()), 'run `npm run sample`');
  });

  it('has the site and the mail that its script writes, and no other site file', () => {
    const generated = createSampleFiles();
    for (const [name, bytes] of generated) {
      if (name !== LOG_FILE) assert.ok(readSample(name).equals(bytes), `${name}: run \`npm run sample\``);
    }
    const committed = readdirSync(path.join(SAMPLE_FOLDER, SITE_FOLDER), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(SAMPLE_FOLDER, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
    const expected = [...generated.keys()].filter((name) => name.startsWith(`${SITE_FOLDER}/`));
    assert.deepEqual(committed.toSorted(), expected.toSorted());
  });

  it('holds 5,821 POSTs of the four flooding clients', () => {
    assert.deepEqual(count(flood.map(({ client }) => client)), {
      '182.16.27.106': 1_441,
      '182.16.59.138': 1_710,
      '52.128.227.34': 1_509,
      '52.128.230.42': 1_161,
    });
    assert.equal(flood.length, 5_821);
  });

  it('holds no other line of the flooding clients and no other line with their referrer', () => {
    const others = lines.filter((line) => !FLOOD.test(line));
    assert.deepEqual(
      others.filter(
        (line) => /^(?:182\.16\.|52\.128\.)/.test(line) || line.includes('"http://example.jp/tw/tw_contact.php"'),
      ),
      [],
    );
  });

  it('begins the flood with the seven requests that were published', () => {
    assert.deepEqual(
      flood.slice(0, 7).map(({ client, time }) => `${time} ${client}`),
      [
        '10:56:55 52.128.230.42',
        '10:57:48 182.16.27.106',
        '10:57:50 182.16.27.106',
        '10:58:21 52.128.227.34',
        '10:58:41 182.16.59.138',
        '10:59:28 52.128.227.34',
        '11:00:06 182.16.59.138',
      ],
    );
  });

  it('is Apache combined of one day in every line', () => {
    assert.equal(lines.length, 16_421);
    assert.deepEqual(
      lines.filter((line) => !COMBINED.test(line)),
      [],
    );
  });

  it('has ordinary clients from the documentation networks alone', () => {
    const flooders = new Set(flood.map(({ client }) => client));
    const clients = new Set(lines.map((line) => line.slice(0, line.indexOf(' '))));
    const others = [...clients].filter((client) => !flooders.has(client));
    assert.deepEqual(
      others.filter((client) => !/^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:db8:)/.test(client)),
      [],
    );
    assert.ok(others.length > 300, `${others.length} clients`);
  });

  it('answers for static files with the sizes that they have in the site folder', () => {
    const site = createSiteFiles();
    const wrong = lines.filter((line) => {
      const [, target = '', bytes] = /"GET (\S+) HTTP\/1\.1" 200 (\d+) /.exec(line) ?? [];
      const file = site.get(target.slice(1) + (target.endsWith('/') ? 'index.html' : ''));
      return file !== undefined && !target.endsWith('.php') && file.length !== Number(bytes);
    });
    assert.deepEqual(wrong, []);
  });

  it('logs the left-over mailer with the size of the page that it writes', () => {
    const mailer = readSample('site/tw/tw_contact.php');
    assert.equal(mailer.length - mailer.indexOf('<!DOCTYPE html>'), 969);
  });

  it('is small enough to be bundled, and bears no time', () => {
    const gzip = readSample(LOG_FILE);
    assert.ok(gzip.length <= 400 * 1_024, `${gzip.length} bytes`);
    assert.equal(gzip.readUInt32LE(4), 0);
  });

  it('stops the suspicious file on its first line', () => {
    assert.match(readSample('site/images/works/l.php').toString('utf8'), /^<\?php\nexit;/);
  });
});

describe('encodeShiftJis', () => {
  it('writes what the platform reads back, trail bytes that look like ASCII included', () => {
    const text = '<p>予約・能登の表 10, ソース</p>';
    assert.equal(new TextDecoder('shift_jis', { fatal: true }).decode(encodeShiftJis(text)), text);
    assert.deepEqual([...encodeShiftJis('表')], [0x95, 0x5c]);
  });

  it('refuses a character that Shift_JIS lacks', () => {
    assert.throws(() => encodeShiftJis('한'), RangeError);
  });
});
