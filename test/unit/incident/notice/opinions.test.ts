import assert from 'node:assert/strict';
import { joinIncident } from '../../../../server/src/incident/incident';
import { readHostNotice } from '../../../../server/src/incident/notice/readHostNotice';
import { findingOfSite } from '../../../support/siteFindings';

const NO_FTP =
  'お客様のサーバーアカウントにおいては不審なFTPアクセスが見られないことから、消去法的なご案内となりますが、';
const HOLE = '当該脆弱性を第三者に悪用されてしまった可能性が非常に高い状況でございました。';
const PASSWORD = '管理パスワードが流出しプログラムを悪用された可能性が高いものと思われます。';

/** What an incident without any log says of each cause. */
function verdicts(mail: string): Record<string, string> {
  const site = { paths: ['l.php'], findings: [findingOfSite()] };
  const { causes } = joinIncident({ notice: readHostNotice(mail), site });
  return Object.fromEntries(
    causes.map(({ id, verdict, evidence }) => [id, [verdict, ...evidence.map(({ speaks }) => speaks)].join(' ')]),
  );
}

describe('What a host says of how it could happen', () => {
  it('is read in Japanese and English', () => {
    assert.deepEqual(readHostNotice(NO_FTP).opinions, ['no-odd-ftp']);
    assert.deepEqual(readHostNotice(HOLE).opinions, ['program-likely']);
    assert.deepEqual(readHostNotice(PASSWORD).opinions, ['cms-password-likely']);
    assert.deepEqual(readHostNotice('We saw no suspicious FTP logins to the account.').opinions, ['no-odd-ftp']);
    const english = 'Your site was most likely compromised through an outdated plugin.';
    assert.deepEqual(readHostNotice(english).opinions, ['program-likely']);
  });

  it('is nothing where a host only lists what may be', () => {
    const list =
      '(1)管理パスワードが流出し、第三者に不正ログインされた。(2)FTP情報が流出し、第三者に不正にFTP接続をされた。';
    assert.equal(readHostNotice(list).opinions, undefined);
    assert.equal(readHostNotice('不審なFTPアクセスが確認されました。').opinions, undefined);
    assert.equal(readHostNotice('脆弱性が報告されているケースが非常に多くございます。').opinions, undefined);
  });

  it('is evidence where no log was read', () => {
    assert.deepEqual(verdicts(NO_FTP + '\n' + HOLE), {
      'vulnerable-program': 'possible for',
      'left-over-program': 'unknown',
      'cms-account': 'unknown',
      'ftp-account': 'unlikely against',
    });
    assert.equal(verdicts(PASSWORD)['cms-account'], 'possible for');
  });
});
