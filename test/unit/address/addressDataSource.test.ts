import assert from 'node:assert/strict';
import { brotliCompressSync } from 'node:zlib';
import { encodeAddressData, reference } from '../../../scripts/addressData/encodeAddressData';
import { addressDataOf, addressDataSource, addressTablesSource } from '../../../server/src/address/addressDataSource';
import { parseAddress } from '../../../server/src/address/parseAddress';
import { inSharedMemory } from '../../../server/src/sharedMemory';

const empty = encodeAddressData({ date: '2026-01-02', countries: [], systems: [], ipv4: [], ipv6: [] });

describe('addressDataSource', () => {
  it('reads when first asked, and once however often it is asked', async () => {
    let reads = 0;
    const source = addressDataSource(() => {
      reads++;
      return Promise.resolve(brotliCompressSync(empty));
    });
    assert.equal(reads, 0);
    const states = await Promise.all([source(), source()]);
    assert.deepEqual(
      [...states, await source()].map(({ data }) => data?.date),
      ['2026-01-02', '2026-01-02', '2026-01-02'],
    );
    assert.equal(reads, 1);
  });

  it('says why there is no data instead of throwing', async () => {
    const missing = await addressDataSource(() => Promise.reject(new Error('ENOENT: no such file')))();
    assert.equal(missing.problem, 'The network data for addresses could not be read: ENOENT: no such file');
    assert.equal(missing.data, undefined);

    const notCompressed = await addressDataSource(() => Promise.resolve(empty))();
    assert.match(notCompressed.problem ?? '', /^The network data for addresses could not be read: /);

    const otherData = await addressDataSource(() => Promise.resolve(brotliCompressSync(Buffer.from('other data'))))();
    assert.match(otherData.problem ?? '', /Not network data$/);
  });

  it('gives tables that another thread looks addresses up in', async () => {
    const data = encodeAddressData({
      date: '2026-01-02',
      countries: ['JP'],
      systems: [{ asn: 64_496, organisation: 'Example' }],
      ipv4: [{ start: 0x01000000n, value: reference(1, 1) }],
      ipv6: [],
    });
    const source = addressTablesSource(() => Promise.resolve(brotliCompressSync(data)));
    const handed = addressDataOf(async () => structuredClone(inSharedMemory(await source())));
    const address = parseAddress('1.2.3.4');
    assert.ok(address);
    assert.deepEqual((await handed()).data?.lookup(address), { country: 'JP', asn: 64_496, organisation: 'Example' });
  });

  it('says in another thread too why there is no data', async () => {
    const handed = addressDataOf(addressTablesSource(() => Promise.reject(new Error('ENOENT: no such file'))));
    assert.match((await handed()).problem ?? '', /ENOENT: no such file$/);
  });
});
