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

  it('are none on a line that is no entry', () => assert.deepEqual(fieldsOfLine('no entry'), []));
});
