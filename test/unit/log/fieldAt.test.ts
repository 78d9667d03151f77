import assert from 'node:assert/strict';
import { fieldAt, fieldsOfLine } from '../../../server/src/log/fieldAt';
import { combinedLine } from '../../support/lines';

const LINE = `example.jp ${combinedLine({ user: '佐藤', request: 'GET /お知らせ/😀.php?a HTTP/1.1', agent: 'x "y" z' })}`;

describe('Fields of a line', () => {
  it('are those of the text at their columns, also behind letters of two units', () => {
    const fields = fieldsOfLine(LINE);
    assert.deepEqual(
      fields.map(({ name }) => name),
      ['vhost', 'client', 'user', 'time', 'method', 'target', 'status', 'referrer', 'agent'],
    );
    for (const { text, start, end } of fields) assert.equal(LINE.slice(start, end), text);
    assert.equal(fields[5]?.text, '/お知らせ/😀.php?a');
  });

  it('are found at their first and behind their last column, and not between', () => {
    const status = LINE.indexOf(' 200 ') + 1;
    assert.equal(fieldAt(LINE, status)?.name, 'status');
    assert.equal(fieldAt(LINE, status + 3)?.name, 'status');
    assert.equal(fieldAt(LINE, LINE.indexOf(' HTTP/1.1') + 3), undefined);
    assert.equal(fieldAt(LINE, 10_000), undefined);
  });

  it('leave out what is not logged', () => {
    const names = fieldsOfLine(combinedLine({ status: '-', referrer: '-', agent: '-', request: '-' })).map(
      ({ name }) => name,
    );
    assert.deepEqual(names, ['client', 'time']);
  });

  it('begin where letters do, also in damaged lines', () => {
    const [, message] = fieldsOfLine('2021/11/01 10:56:55 [error] 1#1: *1é user "a": password mismatch');
    assert.deepEqual(message, { name: 'message', text: '*1é user "a": password mismatch', start: 33, end: 64 });
  });

  it('are none on a line that is no entry', () => assert.deepEqual(fieldsOfLine('no entry'), []));
});

describe('Fields of a line whose format writes texts otherwise than they were sent', () => {
  const JSON_LINE =
    '{"time":"2021-11-01T10:56:55+09:00","remote_addr":"192.0.2.1","request":"GET \\/a\\u0026b?c HTTP\\/1.1","status":404,"ua":"\\"x\\""}';

  it('have the text as it was sent and the place where it is written', () => {
    assert.deepEqual(shown(JSON_LINE), [
      ['client', '192.0.2.1', '192.0.2.1'],
      ['time', '2021-11-01T10:56:55+09:00', '2021-11-01T10:56:55+09:00'],
      ['method', 'GET', 'GET'],
      ['target', '/a&b?c', '\\/a\\u0026b?c'],
      ['status', '404', '404'],
      ['agent', '"x"', '\\"x\\"'],
    ]);
  });

  it('are found through the JSON around a line', () => {
    const line = JSON.stringify({ log: `${combinedLine({ agent: 'a\tb' })}\n`, stream: 'stdout' });
    const fields = shown(line);
    assert.deepEqual(
      fields.map(([name]) => name),
      ['client', 'time', 'method', 'target', 'status', 'referrer', 'agent'],
    );
    assert.deepEqual(fields.at(-1), ['agent', 'a\tb', 'a\\tb']);
    assert.deepEqual(fields[4], ['status', '200', '200']);
    const [, twice] = JSON.stringify({ log: `${JSON_LINE}\n`, stream: 'stdout' }).split('request');
    assert.ok(twice?.includes('\\\\/a\\\\u0026b'));
    assert.equal(shown(JSON.stringify({ log: `${JSON_LINE}\n`, stream: 'stdout' }))[3]?.[1], '/a&b?c');
  });

  it('are told by the directive before the line, a path and its query as one target', () => {
    const line = '2021-11-01 01:56:55 192.0.2.1 GET /a b=c 200 Mozilla/5.0+(X11)';
    assert.deepEqual(shown(line), []);
    const directive = '#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent)';
    assert.deepEqual(shown(line, directive), [
      ['client', '192.0.2.1', '192.0.2.1'],
      ['time', '2021-11-01 01:56:55', '2021-11-01 01:56:55'],
      ['method', 'GET', 'GET'],
      ['target', '/a?b=c', '/a b=c'],
      ['status', '200', '200'],
      ['agent', 'Mozilla/5.0 (X11)', 'Mozilla/5.0+(X11)'],
    ]);
  });
});

/** Name, text and what the line has in its place of every field. */
function shown(line: string, directive?: string): [name: string, text: string, written: string][] {
  return fieldsOfLine(line, directive).map(({ name, text, start, end }) => [name, text, line.slice(start, end)]);
}
