import assert from 'node:assert/strict';
import { FLOODED_PATH, FLOODERS, floodedWeek, type WeekOptions } from '../../../scripts/traffic/floodedWeek';
import { Choice, Random } from '../../../scripts/traffic/random';

const OPTIONS: WeekOptions = { seed: 7, lines: 24_000, format: 'combined' };

function generate(options: Partial<WeekOptions> = {}): string {
  return [...floodedWeek({ ...OPTIONS, ...options })].join('');
}

describe('A generated week of traffic', () => {
  const text = generate();
  const lines = text.split('\n').slice(0, -1);

  it('is the same for the same seed and another for another seed', () => {
    assert.ok(generate() === text);
    assert.ok(generate({ seed: 8 }) !== text);
  });

  it('has exactly as many lines as asked for', () => {
    assert.equal(lines.length, 24_000);
    assert.equal(generate({ lines: 10_001 }).split('\n').length - 1, 10_001);
  });

  it('has four clients that flood one mailer, each with its share', () => {
    for (const { address, share } of FLOODERS) {
      const requests = lines.filter(
        (line) => line.startsWith(`${address} `) && line.includes(`"POST ${FLOODED_PATH} `),
      );
      assert.equal(requests.length, Math.round(24_000 * share));
    }
  });

  it('goes through its days in order', () => {
    const days = lines.map((line) => line.slice(line.indexOf('[') + 1).slice(0, 11));
    assert.deepEqual(days, days.toSorted());
    assert.deepEqual(new Set(days), new Set(['01/Nov/2021', '02/Nov/2021']));
  });

  it('shows what ordinary logs show', () => {
    const kinds: Record<string, RegExp> = {
      'an unchanged file': /"GET \S+ \S+" 304 - /,
      'a piece of a film': /"GET \S+\.mp4 \S+" 206 \d+ /,
      'a HEAD request': /"HEAD \/ \S+" 200 - /,
      'an IPv6 client': /^2[0-9a-f:]+ - - /,
      'a search bot': /Googlebot\/2\.1/,
      'a feed reader': /"GET \/feed\/ \S+" 304 - "-" "Feedly/,
      'a heartbeat of WordPress': /"POST \/wp-admin\/admin-ajax\.php \S+" 200 /,
      'a scheduled task of WordPress': /"POST \/wp-cron\.php\?doing_wp_cron=\S+ \S+" 200 - /,
      'a probe': /"(?:GET|POST) \/(?:wp-login\.php|\.env|xmlrpc\.php)\S* \S+" 404 /,
      'a TLS hello': /"\\x16\\x03\\x01\\x02" 400 /,
    };
    for (const [kind, pattern] of Object.entries(kinds)) {
      assert.ok(
        lines.some((line) => pattern.test(line)),
        `no line shows ${kind}`,
      );
    }
  });

  it('has a monitor that never misses a minute', () => {
    const minutes = lines.filter((line) => line.includes('UptimeRobot')).map((line) => /\[(\S+):\d\d /.exec(line)?.[1]);
    assert.equal(new Set(minutes).size, 2 * 1_440);
  });

  it('writes common and vhost-prefixed lines of the same requests', () => {
    const common = generate({ format: 'common' }).split('\n');
    const vhost = generate({ format: 'vhostCombined' }).split('\n');
    for (const [index, line] of lines.entries()) {
      assert.ok(line.startsWith(`${common[index]} "`));
      assert.equal(vhost[index], `example.jp ${line}`);
    }
  });

  it('names clients by host when asked to', () => {
    assert.doesNotMatch(text, /example\.ne\.jp/);
    assert.match(generate({ hostNames: 0.2 }), /^p\d+-\d+-\d+-\d+\.flets\.example\.ne\.jp - - /m);
  });

  it('refuses to squeeze a day into too few lines', () => {
    assert.throws(() => generate({ lines: 9_999 }), RangeError);
  });
});

describe('Random', () => {
  it('draws the same numbers for the same seed and stream, others for another stream', () => {
    assert.deepEqual(draw(1, 2), draw(1, 2));
    assert.notDeepEqual(draw(1, 2), draw(1, 3));
    assert.notDeepEqual(draw(1, 2), draw(2, 2));
  });

  it('spreads evenly, and its pauses have the mean asked for', () => {
    const random = new Random(5);
    const numbers = Array.from({ length: 20_000 }, () => random.next());
    assert.ok(numbers.every((number) => number >= 0 && number < 1));
    assert.ok(Math.abs(mean(numbers) - 0.5) < 0.01);
    assert.ok(Math.abs(mean(Array.from({ length: 20_000 }, () => random.gap(30))) - 30) < 1);
  });

  it('chooses by weight', () => {
    const random = new Random(6);
    const choice = new Choice([
      ['often', 9],
      ['never', 0],
      ['seldom', 1],
    ]);
    const picks = Array.from({ length: 10_000 }, () => choice.pick(random));
    assert.ok(!picks.includes('never'));
    assert.ok(Math.abs(picks.filter((pick) => pick === 'seldom').length - 1_000) < 150);
  });
});

function draw(seed: number, stream: number): number[] {
  const random = new Random(seed, stream);
  return Array.from({ length: 5 }, () => random.next());
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
