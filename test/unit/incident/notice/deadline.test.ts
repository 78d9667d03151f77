import assert from 'node:assert/strict';
import { readHostNotice } from '../../../../server/src/incident/notice/readHostNotice';

describe('Until when a host wants an answer', () => {
  it('is told by a span, from the day of the mail on', () => {
    const mail = 'Date: Mon, 1 Nov 2021 10:00:00 +0900\nPlease reply within 48 hours.';
    assert.deepEqual(readHostNotice(mail).deadline, { hours: 48, until: '2021-11-03T10:00:00+09:00' });
    assert.deepEqual(readHostNotice('3日以内にご返信ください。').deadline, { hours: 72 });
  });

  it('is not the span in which mails were sent', () => {
    for (const line of [
      '10,000 messages were sent from your account within 24 hours.',
      'Your account exceeded the limit of 500 e-mails within one hour.',
      '24時間以内に10,000件のメールが送信されたため、送信を制限しました。',
    ]) {
      assert.equal(readHostNotice(line).deadline, undefined, line);
    }
  });
});
