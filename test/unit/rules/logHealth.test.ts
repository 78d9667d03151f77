import assert from 'node:assert/strict';
import { memorySource } from '../../../server/src/log/byteSource';
import { UTC } from '../../../server/src/log/localZone';
import { readLog } from '../../../server/src/log/readLog';
import { LogSetBuilder } from '../../../server/src/log/set/logSet';
import { analyseSet } from '../../../server/src/logAnalysis';
import { linesIn, type Finding } from '../../../server/src/rules/finding';
import { DEFAULT_LOG_SETTINGS } from '../../../server/src/settings';
import { combinedLine, logOf } from '../../support/lines';
import { SeededRandom } from '../../support/random';
import {
  DAY,
  every,
  findingsInLog,
  HOUR,
  logText,
  MINUTE,
  readers,
  visitor,
  type Request,
} from '../../support/traffic';

const random = new SeededRandom(21);

async function foundIn(rule: string, log: string): Promise<Finding[]> {
  return (await findingsInLog(log)).filter((finding) => finding.rule === rule);
}

async function foundInSet(rule: string, logs: Readonly<Record<string, string>>): Promise<Finding[]> {
  const builder = new LogSetBuilder();
  for (const [name, log] of Object.entries(logs)) builder.add(name, await readLog(memorySource(Buffer.from(log))));
  return analyseSet(builder.finish(UTC), DEFAULT_LOG_SETTINGS).findings.filter((finding) => finding.rule === rule);
}

function titles(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, title }) => `${severity}: ${title}`);
}

/** Visitors around the clock, a request every `pause` seconds on average, from one time to another. */
function busy(from: number, to: number, pause = 12): Request[] {
  const requests: Request[] = [];
  for (let at = from, n = 0; at < to; at += random.next() * 2 * pause, n++) {
    requests.push({
      at: Math.floor(at),
      client: visitor(n % 500),
      method: 'GET',
      target: `/page${n % 50}`,
      status: 200,
    });
  }
  return requests;
}

/** A day as people have it: few at night, most in the evening. */
function ordinaryDay(day: number, visitors: number): Request[] {
  return readers(random, visitors).map((each) => ({
    ...each,
    at: day * DAY + 7 * HOUR + Math.floor((each.at / DAY) ** 0.7 * 16 * HOUR),
  }));
}

function without(requests: readonly Request[], from: number, to: number): Request[] {
  return requests.filter(({ at }) => at < from || at >= to);
}

describe('A gap in a log', () => {
  it('is found where the log is steady before and behind', async () => {
    const [gap, ...others] = await foundIn(
      'log-gap',
      logText(without(busy(0, 10 * HOUR), 5 * HOUR, 5 * HOUR + 45 * MINUTE)),
    );
    assert.deepEqual(others, []);
    assert.match(gap?.title ?? '', /no entries for 4[45] minutes/);
    assert.equal(gap?.severity, 'information');
    assert.equal(gap?.places[1]!.line, gap.places[0]!.line! + 1);
    assert.match(gap.detail, /2021-11-01 04:59:\d\d and 2021-11-01 05:45:\d\d/);
  });

  it('is found where a day is missing among others', async () => {
    const days = [0, 1, 2, 4, 5].map((day) => busy(day * DAY, (day + 1) * DAY, 20));
    const logs = Object.fromEntries(days.map((day, index) => [`2021110${index}.log.gz`, logText(day)]));
    assert.deepEqual(titles(await foundInSet('log-gap', logs)), ['information: The log has no entries for 24 hours']);
  });

  it('is found for the domain that it concerns, though others go on', async () => {
    const one = without(busy(0, 12 * HOUR), 6 * HOUR, 7 * HOUR);
    const [gap, ...others] = await foundInSet('log-gap', {
      'a.example.jp.log': logText(busy(0, 12 * HOUR)),
      'b.example.jp.log': logText(one),
    });
    assert.deepEqual(others, []);
    assert.deepEqual(new Set(gap?.places.map(({ file }) => file)), new Set(['b.example.jp.log']));
  });

  it('is suspicious in the midst of a flood', async () => {
    const flood = every(2, 3600, '192.0.2.66', 'POST /form.php', 4 * HOUR);
    const all = without([...busy(0, 10 * HOUR), ...flood], 5 * HOUR, 5 * HOUR + 20 * MINUTE);
    const [gap] = await foundIn('log-gap', logText(all));
    assert.equal(gap?.severity, 'warning');
    assert.match(gap.detail, /192\.0\.2\.66 floods the site/);
  });

  it('is suspicious behind a line that is cut', async () => {
    const lines = logText(without(busy(0, 10 * HOUR), 5 * HOUR, 5.5 * HOUR)).split('\n');
    const place = lines.findIndex((line) => line.includes('2021:05:3'));
    lines.splice(place, 0, lines[place - 1]!.slice(0, 30));
    const [gap] = await foundIn('log-gap', lines.join('\n'));
    assert.equal(gap?.severity, 'warning');
    assert.match(gap.detail, /is cut/);
  });

  it('is none in the night of a small site, at weekends, or in a log that is not steady', async () => {
    const small = [0, 1, 2].flatMap((day) => ordinaryDay(day, 60));
    assert.deepEqual(await foundIn('log-gap', logText(small)), []);
    const large = [0, 1, 2].flatMap((day) => ordinaryDay(day, 3000));
    assert.deepEqual(await foundIn('log-gap', logText(large)), []);
    const office = [0, 1, 2, 3, 4].flatMap((day) => busy(day * DAY + 9 * HOUR, day * DAY + 18 * HOUR));
    assert.deepEqual(await foundIn('log-gap', logText(office)), []);
    const sparse = busy(0, 20 * HOUR, 200);
    assert.deepEqual(await foundIn('log-gap', logText(without(sparse, 9 * HOUR, 10 * HOUR))), []);
  });

  it('is none where the same hour is quiet every night', async () => {
    const nights = [0, 1, 2, 3].flatMap((day) =>
      without(busy(day * DAY, (day + 1) * DAY, 20), day * DAY + 3 * HOUR, day * DAY + 4 * HOUR),
    );
    assert.deepEqual(await foundIn('log-gap', logText(nights)), []);
  });
});

describe('Time that goes back', () => {
  const [first, second] = [busy(0, 4 * HOUR), busy(4 * HOUR, 8 * HOUR)];

  it('is found where logs were joined in the wrong order', async () => {
    const [found, ...others] = await foundIn('time-going-back', logText(second) + logText(first));
    assert.deepEqual(others, []);
    assert.match(found?.detail ?? '', /from 2021-11-01 07:59:\d\d back to 2021-11-01 00:00:00/);
    assert.equal(found?.places[0]!.line, second.length + 1);
  });

  it('is none where long requests are written at their end', async () => {
    const lines = logText(first, second).split('\n');
    for (let n = 0; n < 30; n++) {
      const from = random.integer(0, lines.length - 400);
      lines.splice(from + 350, 0, ...lines.splice(from, 1));
    }
    assert.deepEqual(await foundIn('time-going-back', lines.join('\n')), []);
  });

  it('is none in a log that is written newest first', async () => {
    const newestFirst = logText(first, second).split('\n').toReversed().join('\n');
    assert.deepEqual(await foundIn('time-going-back', newestFirst), []);
  });

  it('is found in the file that it concerns, whatever the order of all', async () => {
    const [found] = await foundInSet('time-going-back', {
      'a.log': logText(busy(0, 8 * HOUR)),
      'b.log': logText(second) + logText(first),
    });
    assert.deepEqual(found?.places, [{ file: 'b.log', line: second.length + 1 }]);
  });
});

describe('Unreadable lines', () => {
  const garbled = logOf(30, (n) => `half a line ${n}`);

  it('are reported with their places when they are many', async () => {
    const [found] = await foundIn('unreadable-lines', logOf(300, () => combinedLine()) + garbled);
    assert.equal(found?.title, '30 of 330 lines of access.log can’t be read');
    assert.deepEqual([...linesIn(found, 'access.log')].slice(0, 2), [301, 302]);
  });

  it('are not when they are few', async () => {
    assert.deepEqual(await foundIn('unreadable-lines', logOf(3000, () => combinedLine()) + garbled), []);
    assert.deepEqual(await foundIn('unreadable-lines', `${logOf(30, () => combinedLine())}one\ntwo\n`), []);
  });

  it('are not when they tell what the log holds, as those of IIS do', async () => {
    const head =
      '#Software: Microsoft Internet Information Services 10.0\n#Version: 1.0\n#Date: 2021-11-01 00:00:00\n#Fields: date time c-ip cs-method cs-uri-stem sc-status\n';
    const log = logOf(20, (n) => `${head}2021-11-01 00:00:${10 + n} 192.0.2.1 GET / 200`);
    assert.deepEqual(await foundIn('unreadable-lines', log), []);
  });

  it('are reported where the last one alone is cut', async () => {
    const log = logOf(100, () => combinedLine());
    const [found] = await foundIn('unreadable-lines', `${log}${combinedLine().slice(0, 40)}`);
    assert.equal(found?.title, 'The last line of access.log is cut');
    assert.equal(found.places[0]!.line, 101);
    assert.deepEqual(await foundIn('unreadable-lines', log), []);
  });

  it('are counted for each file of a set', async () => {
    const good = logOf(300, (n) => combinedLine({ client: `192.0.2.${n % 9}` }));
    const [found, ...others] = await foundInSet('unreadable-lines', { 'a.log': good, 'b.log': `${garbled}${good}` });
    assert.deepEqual(others, []);
    assert.deepEqual(found?.places[0], { file: 'b.log', line: 1 });
    assert.equal(linesIn(found, 'b.log').length, 30);
  });
});

/** Entries of an offset at some hours of a day. */
function zoned(zone: string, hours: readonly number[]): string {
  return logOf(hours.length, (n) =>
    combinedLine({ time: `01/Nov/2021:${String(hours[n]).padStart(2, '0')}:00:00 ${zone}` }),
  );
}

describe('Times of several zones', () => {
  const morning = [1, 2, 3, 4, 5];

  it('are reported where they are mixed in one log', async () => {
    const [found] = await foundIn('mixed-time-zones', zoned('+0900', morning) + zoned('+0000', morning));
    assert.match(found?.title ?? '', /several offsets: \+09:00, \+00:00/);
    assert.deepEqual(
      found?.places.map(({ line }) => line),
      [1, 6],
    );
  });

  it('are reported where logs of a set differ', async () => {
    const [found] = await foundInSet('mixed-time-zones', {
      'a.log': zoned('+0900', morning),
      'b.log': zoned(
        '+0900',
        morning.map((hour) => hour + 6),
      ),
      'iis.log': zoned('+0000', morning),
    });
    assert.match(found?.title ?? '', /\+09:00, \+00:00/);
    assert.match(found?.detail ?? '', /\+09:00 \(a\.log, b\.log\), \+00:00 \(iis\.log\)/);
  });

  it('are not where daylight saving time began or ended', async () => {
    assert.deepEqual(await foundIn('mixed-time-zones', zoned('+0200', morning) + zoned('+0100', morning)), []);
    assert.deepEqual(
      await foundInSet('mixed-time-zones', { 'a.log': zoned('-0400', morning), 'b.log': zoned('-0500', morning) }),
      [],
    );
  });

  it('are where they change by an hour again and again', async () => {
    const log = Array.from({ length: 10 }, (_, n) => zoned(n % 2 === 0 ? '+0900' : '+0800', morning)).join('');
    assert.equal((await foundIn('mixed-time-zones', log)).length, 1);
  });

  it('are not where a zone was assumed', async () => {
    const local = logOf(
      5,
      (n) =>
        `2021/11/01 10:5${n}:55 [error] 31#31: *1 open() "/x" failed (2: No such file), client: 192.0.2.1, server: x`,
    );
    assert.deepEqual(
      await foundInSet('mixed-time-zones', { 'a.log': zoned('+0900', morning), 'error.log': local }),
      [],
    );
  });
});

describe('The same entries in several logs', () => {
  it('are said, with the logs that have them', async () => {
    const log = logText(busy(0, HOUR));
    const [found, ...others] = await foundInSet('duplicate-logs', { 'a.log': log, 'a.log.processed': log });
    assert.deepEqual(others, []);
    assert.match(found?.title ?? '', /\d entries stand in more than one log and were counted once/);
    assert.match(found?.detail ?? '', /a\.log\.processed and a\.log/);
    assert.deepEqual(found?.places, [{ file: 'a.log.processed', line: 1 }]);
  });

  it('are no matter where there are none', async () => {
    assert.deepEqual(
      await foundInSet('duplicate-logs', { 'a.log': logText(busy(0, HOUR)), 'b.log': logText(busy(0, HOUR)) }),
      [],
    );
  });
});
