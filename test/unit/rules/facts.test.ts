import assert from 'node:assert/strict';
import { groupTable, openModel, type LogModel } from '../../../server/src/log/logModel';
import { memorySource } from '../../../server/src/log/byteSource';
import { describeLog } from '../../../server/src/log/describeLog';
import { readLog } from '../../../server/src/log/readLog';
import { isAnswerToAnything } from '../../../server/src/rules/log/facts/answers';
import { hostOf, isOwnHost, knowsOwnHosts } from '../../../server/src/rules/log/facts/hosts';
import { LeakyBucket } from '../../../server/src/rules/log/facts/leakyBucket';
import { madeUpQueries } from '../../../server/src/rules/log/facts/madeUp';
import { WordScanner } from '../../../server/src/rules/log/facts/wordScanner';
import { withoutRepeats } from '../../../server/src/rules/withoutRepeats';
import type { Finding } from '../../../server/src/rules/finding';
import { exploitRules } from '../../../server/src/rules/log/exploits/table';
import { logRules } from '../../../server/src/rules/log/table';
import { runRules } from '../../../server/src/rules/runRules';
import { SeededRandom } from '../../support/random';
import { every, logText, sent, visits, type Request } from '../../support/traffic';
import { endsSoon } from '../../support/endsSoon';

async function modelOf(...traffic: Request[][]): Promise<LogModel> {
  const reading = await readLog(memorySource(Buffer.from(logText(...traffic))));
  return openModel(groupTable(reading.table, [describeLog('access.log', reading)]));
}

describe('The word scanner', () => {
  const scanner = new WordScanner([
    ['.env$', 1],
    ['/uploads/', 2],
    ['^/admin', 4],
    ['admin/', 8],
    ['min', 16],
  ]);
  const marksOf = (text: string): number => {
    const bytes = Buffer.from(text);
    return scanner.marksOf(bytes, 0, bytes.length);
  };

  it('finds words within each other, at the beginning and at the end only where they must be', () => {
    assert.equal(marksOf('/.env'), 1);
    assert.equal(marksOf('/.env/x'), 0);
    assert.equal(marksOf('/admin'), 4 | 16);
    assert.equal(marksOf('/x/admin/'), 8 | 16);
    assert.equal(marksOf('/uploads/admin/.env'), 1 | 2 | 8 | 16);
    assert.equal(marksOf(''), 0);
  });

  it('reads capital letters and percent-encoded bytes as what they stand for', () => {
    assert.equal(marksOf('/.EN%56'), 1);
    assert.equal(marksOf('/%2eenv'), 1);
    assert.equal(marksOf('/%zz/%2'), 0);
  });

  it('finds the same as a search for each word', () => {
    const random = new SeededRandom(3);
    const words = ['aa', 'ab', 'aba', 'b', 'baab', '^a', 'b$'];
    const many = new WordScanner(words.map((word, index) => [word, 1 << index]));
    for (let round = 0; round < 500; round++) {
      const text = Array.from({ length: random.integer(0, 8) }, () => (random.next() < 0.5 ? 'a' : 'b')).join('');
      const expected = words.reduce(
        (marks, word, index) => (new RegExp(word).test(text) ? marks | (1 << index) : marks),
        0,
      );
      const bytes = Buffer.from(text);
      assert.equal(many.marksOf(bytes, 0, bytes.length), expected, text);
    }
  });
});

describe('A leaky bucket', () => {
  it('overflows with one more event than it holds, at once', () => {
    const bucket = new LeakyBucket(3, 10);
    assert.deepEqual(
      [5, 5, 5, 5].map((time) => bucket.pour(time)),
      [false, false, false, true],
    );
  });

  it('forgives one event in each pause', () => {
    const bucket = new LeakyBucket(3, 10);
    assert.ok(![0, 10, 20, 30, 40, 50, 60].some((time) => bucket.pour(time)));
    assert.ok([65, 70, 75, 80, 85, 90].some((time) => bucket.pour(time)));
  });

  it('counts equal events once until it runs dry', () => {
    const bucket = new LeakyBucket(1, 10);
    assert.deepEqual([bucket.pour(1, 7), bucket.pour(2, 7), bucket.pour(3, 8)], [false, false, true]);
    const slow = new LeakyBucket(1, 10);
    assert.deepEqual([slow.pour(1, 7), slow.pour(30, 7), slow.pour(31, 8)], [false, false, true]);
  });
});

describe('An answer to anything', () => {
  it('is a size that many different pages have', async () => {
    const same = ['/a', '/b', '/c'].flatMap((path) => sent(every(1, 1, '192.0.2.1', `GET ${path}`), { bytes: 5000 }));
    const other = sent(every(1, 1, '192.0.2.1', 'GET /.env'), { bytes: 812 });
    const model = await modelOf(same, other);
    assert.equal(isAnswerToAnything(model, 5000), true);
    assert.equal(isAnswerToAnything(model, 812), false);
  });

  it('may differ a little where what was asked for is repeated', async () => {
    const tried = ['/.env', '/.git/config', '/wp-config.php.bak'].flatMap((path, n) =>
      sent(every(1, 1, '192.0.2.1', `GET ${path}`), { bytes: 4000 + n * 12 }),
    );
    assert.equal(isAnswerToAnything(await modelOf(tried), 4020), true);
  });
});

describe('The site’s own hosts', () => {
  it('are those of the pages that load its style sheets', async () => {
    const model = await modelOf(visits(new SeededRandom(4), 20));
    assert.equal(knowsOwnHosts(model), true);
    assert.equal(isOwnHost(model, 'example.jp'), true);
    assert.equal(isOwnHost(model, 'img.example.jp'), true);
    assert.equal(isOwnHost(model, 'example.com'), false);
    assert.equal(isOwnHost(model, 'notexample.jp'), false);
  });

  it('are read from any URL', () => {
    assert.equal(hostOf('https://www.Example.jp:8080/a?b'), 'example.jp');
    assert.equal(hostOf('http://user@example.jp'), 'example.jp');
    assert.equal(hostOf('android-app://com.example/'), 'com.example');
    assert.equal(hostOf('-'), undefined);
  });
});

describe('A made-up query', () => {
  const cases: [query: string, isMadeUp: boolean][] = [
    ['?8412093', true],
    ['?r=1k9x3f', true],
    ['?s=a1b2c3&nocache=8412093', true],
    ['?XQZ=KWPLM', true],
    ['?p=12345', false],
    ['?s=pottery', false],
    ['?page=2', false],
    ['?q=a1b2-c3', false],
    ['?2021', false],
  ];
  for (const [query, isMadeUp] of cases) {
    it(`${isMadeUp ? 'is' : 'is not'} ${query}`, async () => {
      const model = await modelOf(every(1, 1, '192.0.2.1', `GET /${query}`));
      assert.equal(madeUpQueries(model)[0], isMadeUp ? 1 : 0);
    });
  }
});

const finding = (rule: string, clients: string[], path: string): Finding => ({
  rule,
  severity: 'error',
  title: '',
  detail: '',
  advice: '',
  clients: clients.map((address) => ({ address, count: 9 })),
  endpoints: [{ method: 'POST', path, count: 9 * clients.length }],
  places: [],
});

const yieldsTo = (rule: string): string[] | undefined => (rule === 'flood' ? ['guessing'] : undefined);

describe('A finding that repeats others', () => {
  it('is left out', () => {
    const left = withoutRepeats(
      [finding('flood', ['a'], '/login'), finding('guessing', ['a', 'b'], '/login')],
      yieldsTo,
    );
    assert.deepEqual(
      left.map(({ rule }) => rule),
      ['guessing'],
    );
  });

  it('stays when it asks to act and the others do not', () => {
    const guessing: Finding = { ...finding('guessing', ['a'], '/login'), severity: 'information' };
    assert.equal(withoutRepeats([finding('flood', ['a'], '/login'), guessing], yieldsTo).length, 2);
  });

  it('stays when it tells of other addresses, or of another path', () => {
    const guessing = finding('guessing', ['a'], '/login');
    assert.equal(withoutRepeats([finding('flood', ['a', 'b'], '/login'), guessing], yieldsTo).length, 2);
    assert.equal(withoutRepeats([finding('flood', ['a'], '/form'), guessing], yieldsTo).length, 2);
    assert.equal(withoutRepeats([finding('flood', [], '/login'), guessing], yieldsTo).length, 2);
  });
});

describe('A log of hostile paths', () => {
  it('is judged in time', async () => {
    const words = ['wp-config', '/.git', 'config.php.', '/update.php?action=', '%2e%2e', 'phpinfo', '/a.php/', 'login'];
    const hostile = words.flatMap((word, n) =>
      Array.from({ length: 60 }, (_, turn) =>
        sent(every(1, 1, `192.0.2.${n + 1}`, `POST /${word.repeat(700)}${turn}`, turn), {
          referrer: `http://${word.repeat(700)}`,
          agent: word.repeat(700),
        }),
      ).flat(),
    );
    const model = await modelOf(hostile);
    const others = logRules.filter((rule) => !exploitRules.includes(rule));
    await endsSoon(() => runRules(others, model));
  });
});
