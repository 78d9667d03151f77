import assert from 'node:assert/strict';
import { DENY_FORMATS } from '../../../server/src/report/denyRules/denyFormat';
import { denyRules } from '../../../server/src/report/denyRules/denyFormats';
import { denyList } from '../../../server/src/report/denyRules/denyList';
import { SeededRandom } from '../../support/random';

/** The seed's four, which are public as those of documentation are not. */
const FLOOD = ['182.16.27.106', '182.16.59.138', '52.128.227.34', '52.128.230.42'];

describe('The list of addresses to shut out', () => {
  it('has single addresses as they are', () => {
    assert.deepEqual(denyList({ addresses: FLOOD }), {
      networks: ['52.128.227.34', '52.128.230.42', '182.16.27.106', '182.16.59.138'],
      refused: [],
    });
  });

  it('joins neighbours, and not one address more', () => {
    const { networks } = denyList({
      addresses: ['182.16.0.1', '182.16.0.2', '182.16.0.3', '182.16.0.4/31', '182.16.0.2', '2620:fe::1', '2620:fe::'],
    });
    assert.deepEqual(networks, ['182.16.0.1', '182.16.0.2/31', '182.16.0.4/31', '2620:fe::/127']);
  });

  it('holds exactly the addresses that were asked for, whatever they are', () => {
    const random = new SeededRandom(7);
    for (let round = 0; round < 50; round++) {
      const wanted = new Set(Array.from({ length: 100 }, () => random.integer(0, 255)));
      const { networks } = denyList({ addresses: [...wanted].map((last) => `182.16.0.${last}`) });
      const held = networks.flatMap((network) => {
        const [address = '', bits = '32'] = network.split('/');
        return Array.from({ length: 2 ** (32 - Number(bits)) }, (_, n) => Number(address.split('.')[3]) + n);
      });
      assert.deepEqual(new Set(held), wanted);
      assert.equal(held.length, wanted.size, 'none twice');
    }
  });

  it('leaves out what must not be shut out, and says why', () => {
    const { networks, refused } = denyList({
      addresses: [
        '192.168.0.1',
        '127.0.0.1',
        '104.16.0.9',
        '3.10.0.0/16',
        '182.16.27.106',
        '182.0.0.0/8',
        '2620::/20',
        'example.com',
        '66.249.66.1',
        '192.0.2.1',
        '::1',
      ],
      own: ['182.16.27.0/24'],
      isCrawler: (address) => address === '66.249.66.1',
    });
    assert.deepEqual(networks, []);
    assert.deepEqual(
      refused.map(({ text, why }) => `${text} ${why}`),
      [
        '192.168.0.1 notPublic',
        '127.0.0.1 notPublic',
        '104.16.0.9 proxy',
        '3.10.0.0/16 proxy',
        '182.16.27.106 own',
        '182.0.0.0/8 tooWide',
        '2620::/20 tooWide',
        'example.com unreadable',
        '66.249.66.1 crawler',
        '192.0.2.1 notPublic',
        '::1 notPublic',
      ],
    );
  });
});

describe('Rules that shut out addresses', () => {
  const { networks } = denyList({ addresses: FLOOD });

  it('are for Apache 2.4 and 2.2', () => {
    const rules = denyRules(networks, 'apache', '4 clients', '2021-11-02');
    assert.match(rules, /^# Log & Site Audit, 2021-11-02: 4 clients\n/);
    assert.match(
      rules,
      /<RequireAll>\n {4}Require all granted\n {4}Require not ip 52\.128\.227\.34 .*182\.16\.59\.138\n {2}<\/RequireAll>/,
    );
    assert.match(rules, /Order Allow,Deny\n {2}Allow from all\n {2}Deny from 52\.128\.227\.34 /);
  });

  it('are for nginx, CrowdSec, fail2ban and whatever takes a list', () => {
    const [first] = networks;
    const lineOf = (format: 'nginx' | 'plain' | 'fail2ban'): string | undefined =>
      denyRules([first!], format, 'x', '2021-11-02').trimEnd().split('\n').at(-1);
    assert.equal(lineOf('nginx'), `deny ${first};`);
    assert.equal(lineOf('plain'), first);
    assert.equal(lineOf('fail2ban'), `fail2ban-client set JAIL banip ${first}`);
    assert.equal(
      denyRules(['182.16.27.106', '182.16.0.0/24'], 'crowdsec', 'x', '2021-11-02'),
      'duration,scope,value,reason,type\n168h,ip,182.16.27.106,log-site-audit,ban\n168h,range,182.16.0.0/24,log-site-audit,ban\n',
    );
  });

  it('are not led astray by what others wrote', () => {
    for (const format of DENY_FORMATS) {
      const rules = denyRules(networks, format, 'Evil Ltd\r\nRequire all denied\u2028\u0000', '2021-11-02');
      assert.doesNotMatch(rules, /^Require all denied/m, format);
    }
  });
});
