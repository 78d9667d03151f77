import assert from 'node:assert/strict';
import { domainOfLog } from '../../../../server/src/incident/requests/domainOfLog';
import { endsSoon } from '../../../support/endsSoon';

describe('The domain of a log', () => {
  const names: Record<string, string | undefined> = {
    'shop.example.access_log_20211101.gz': 'shop.example',
    'shop.example.error_log': 'shop.example',
    'accesslog_my-shop.example_7_7_2017.gz': 'my-shop.example',
    'shop.example-Nov-2021.gz': 'shop.example',
    'shop.example-ssl_log-Nov-2021.gz': 'shop.example',
    'ssl_access_log.www.shop.example.log.3': 'shop.example',
    'access-shop.example.log-20211101': 'shop.example',
    'logs/Shop.example/20211101.log.gz': 'shop.example',
    'home/u/shop.example/log/access.log': 'shop.example',
    'C:\\logs\\shop.example\\u_ex211101.log': 'shop.example',
    'account.zip/shop.example/access_log': 'shop.example',
    'blog.shop.example.access_log': 'blog.shop.example',
    'access.log': undefined,
    'access_log_20211101.gz': undefined,
    '20211101.log.gz': undefined,
    'logs/error.log.1': undefined,
    '': undefined,
  };
  for (const [name, domain] of Object.entries(names)) {
    it(`is ${domain} for ${name || 'no name'}`, () => assert.equal(domainOfLog(name), domain));
  }

  it('is told in linear time', async () => {
    for (const piece of ['.log', '-', '.', 'a.', '/', '_']) {
      await endsSoon(() => domainOfLog(piece.repeat(100_000)), piece);
    }
  });
});
