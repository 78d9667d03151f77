import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { logLanguage } from '../../../client/src/logLanguage';
import { combinedLine } from '../../support/lines';

/** First lines of error logs. */
const LOGS: Readonly<Record<string, readonly string[]>> = {
  'Apache 2.2': ['[Wed Oct 11 14:32:52 2000] [error] [client 192.0.2.1] x', '[Wed Oct 11 14:32:52 2000] [notice] y'],
  'Apache 2.4': ['[Mon Mar  1 12:00:19.123456 2021] [core:error] [pid 1:tid 2] [client 192.0.2.1:3] x'],
  'Apache with times of its own': ['[2021-03-01T12:00:19+09:00] [php7:warn] [pid 1] x'],
  nginx: ['2021/11/01 10:56:55 [error] 31#31: *1 x, client: 192.0.2.1', '2021/11/01 10:56:55 [notice] 3#3: y'],
  PHP: [
    '[01-Nov-2021 10:56:55 Asia/Tokyo] PHP Fatal error:  x',
    'Stack trace:',
    '#0 {main}',
    '  thrown in /a on line 3',
  ],
  'PHP-FPM': ['[01-Nov-2021 10:56:55] NOTICE: fpm is running, pid 1'],
  LiteSpeed: ['2021-11-01 10:56:55.123456 [NOTICE] [1234] [T0] [192.0.2.1:5:HTTP2-1#a] x'],
  'ModSecurity’s audit': ['--ab12cd34-A--', '[01/Nov/2021:10:56:55 +0900] x 192.0.2.1 1 198.51.100.1 80', 'anything'],
  'ModSecurity as JSON': ['{"transaction":{"client_ip":"192.0.2.1","time_stamp":"x"}}'],
  SiteGuard: ['1635731815.779 0 192.0.2.1 TCP_MISS/000 0 GET http://a/ - DIRECT/1 - DETECT-STAT:WAF:RULE_SIG/x'],
};

/** First lines of what is no error log. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'a program’s log': ['2021-11-01 10:56:55.123 [main] INFO x', '[2021-11-01 10:56:55] local.INFO: x'],
  'a build': ['[1/50] Building a.o', '[2/50] Building b.o'],
  'a text that quotes an error': ['Look:', '[Wed Oct 11 14:32:52 2000] [error] x', 'What is it?', 'Help!'],
  'indented text': ['  a', '  b', '(', ')'],
  nothing: ['', ' '],
};

describe('The language of a log, by its first lines,', () => {
  for (const [name, lines] of Object.entries(LOGS)) {
    it(`is that of error logs for ${name}`, () => assert.equal(logLanguage(['', ...lines]), 'error-log'));
  }

  for (const [name, lines] of Object.entries(OTHERS)) {
    it(`is none for ${name}`, () => assert.equal(logLanguage(lines), undefined));
  }

  it('is that of access logs for these', () => assert.equal(logLanguage([combinedLine()]), 'access-log'));

  it('comes to an end for hostile lines', () => {
    for (const piece of ['[', '2', '1635731815.7 ', '[Wed Oct 11 14:32:52 2000] [', ' DETECT-STAT:']) {
      logLanguage(Array.from({ length: 200 }, () => piece.repeat(100_000)));
    }
  });

  it('is told by the manifest’s first line, too', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { languages: { id: string; firstLine?: string }[] };
    };
    const shape = new RegExp(manifest.contributes.languages.find(({ id }) => id === 'error-log')?.firstLine ?? '^$');
    for (const name of ['Apache 2.2', 'Apache 2.4', 'nginx', 'PHP']) assert.match(LOGS[name]![0]!, shape);
    for (const [line] of Object.values(OTHERS)) assert.doesNotMatch(line!, shape);
    assert.doesNotMatch(combinedLine(), shape);
  });
});
