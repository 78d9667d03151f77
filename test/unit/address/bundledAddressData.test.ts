import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressDataAttribution, addressDataCredits } from '../../../server/src/address/attribution';
import type { AddressData } from '../../../server/src/address/addressData';
import { addressDataSource } from '../../../server/src/address/addressDataSource';
import { parseAddress } from '../../../server/src/address/parseAddress';

const folder = join(__dirname, '../../../data');

describe('the bundled network data', () => {
  let data: AddressData;

  before(async () => {
    const state = await addressDataSource(() => readFile(join(folder, 'addresses.bin.br')))();
    assert.ok(state.data, state.problem);
    data = state.data;
  });

  function found(text: string): unknown[] {
    const address = parseAddress(text);
    assert.ok(address, text);
    const network = data.lookup(address);
    return [network?.country, network?.asn, network?.organisation];
  }

  it('knows the four flood addresses as one operator in Hong Kong', () => {
    for (const text of ['182.16.27.106', '182.16.59.138', '52.128.227.34', '52.128.230.42']) {
      assert.deepEqual(found(text), ['HK', 45_753, 'Netsec Limited'], text);
    }
  });

  it('knows large networks in IPv4 and IPv6', () => {
    assert.deepEqual(found('8.8.8.8'), ['US', 15_169, 'Google LLC']);
    assert.deepEqual(found('133.242.0.1'), ['JP', 7_684, 'SAKURA Internet Inc.']);
    assert.deepEqual(found('2001:240::1'), ['JP', 2_497, 'Internet Initiative Japan Inc.']);
  });

  it('does not take the seat of the Asian registry for the country of its Japanese members', () => {
    assert.deepEqual(found('2001:200::1'), ['JP', 2_500, 'WIDE Project']);
    assert.equal(found('2001:218::1')[0], 'JP');
    assert.equal(found('2001:240:102::1')[0], 'JP');
  });

  it('has its date in its description, and its sources in the notice and the description', async () => {
    const readme = await readFile(join(folder, 'README.md'), 'utf8');
    assert.ok(readme.includes(data.date));
    for (const { name, url, licence } of addressDataCredits) {
      assert.ok(addressDataAttribution(data.date).includes(name));
      assert.ok(readme.includes(url), url);
      assert.ok(readme.includes(licence), licence);
    }
  });
});
