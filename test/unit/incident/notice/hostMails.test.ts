import assert from 'node:assert/strict';
import { readHostNotice } from '../../../../server/src/incident/notice/readHostNotice';
import { ENGLISH_MAILS } from '../../../support/hostMails/englishMails';
import { JAPANESE_MAILS } from '../../../support/hostMails/japaneseMails';

/** What may have more in it than a mail's author had in mind. */
const AT_LEAST = ['kinds', 'measures', 'tasks'] as const;

describe('The mail of every host', () => {
  for (const { name, text, expected } of [...JAPANESE_MAILS, ...ENGLISH_MAILS]) {
    it(`is read: ${name}`, () => {
      const notice = readHostNotice(text);
      const read: Record<string, unknown> = {
        ...notice,
        host: notice.host?.id,
        files: notice.files.map(({ path }) => path),
      };
      const { kinds, measures, tasks, ...exact } = expected;
      const picked = Object.fromEntries(Object.keys(exact).map((key) => [key, read[key]]));
      assert.deepEqual(picked, exact);
      const wanted = { kinds, measures, tasks };
      for (const key of AT_LEAST) {
        const missing = (wanted[key] ?? []).filter((each) => !(notice[key] as readonly string[]).includes(each));
        assert.deepEqual(missing, [], `${key}: ${notice[key].join(', ')}`);
      }
      if (measures?.length === 0) assert.deepEqual(notice.measures, []);
    });
  }

  it('says the same when it is quoted and in wide characters', () => {
    for (const { text } of JAPANESE_MAILS) {
      const quoted = text
        .replaceAll(/^/gm, '> ')
        .replaceAll(/\d(?=[\d,]* [】件通])/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0));
      const { files, mails, identifiers } = readHostNotice(text);
      const again = readHostNotice(quoted);
      assert.deepEqual([again.files, again.mails, again.identifiers], [files, mails, identifiers]);
    }
  });
});
