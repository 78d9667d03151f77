import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { addressDataSource } from '../../../server/src/address/addressDataSource';
import { runLogCommand } from '../../../server/src/cli/logCommand';
import { FakeDisk } from '../../support/fakeDisk';
import { every, logText, readers } from '../../support/traffic';
import { SeededRandom } from '../../support/random';

/** The four addresses of the abused mail form, of which WHOIS said one operator in Hong Kong. */
const FLOODERS = ['182.16.27.106', '182.16.59.138', '52.128.227.34', '52.128.230.42'];
const disk = new FakeDisk({
  '/access.log': Buffer.from(
    logText(
      readers(new SeededRandom(3), 20),
      ...FLOODERS.map((client, n) => every(3, 300, client, 'POST /tw/tw_contact.php', 500 + n)),
    ),
  ),
});
const addressData = addressDataSource(() => readFile(path.join(__dirname, '../../../data/addresses.bin.br')));

async function run(...parameters: string[]): Promise<string> {
  const out: string[] = [];
  await runLogCommand(parameters, (line) => out.push(line), assert.fail, disk, undefined, addressData);
  return out.join('\n');
}

interface Answer {
  readonly findings: readonly {
    readonly rule: string;
    readonly clients: readonly object[];
    readonly networks?: readonly object[];
    readonly lines?: unknown;
  }[];
  readonly networkData?: { readonly attribution: string };
}

describe('log-site-audit log', () => {
  it('says in its JSON which networks the clients of findings are of, and by whom the data is', async () => {
    const { findings, networkData } = JSON.parse(await run('/access.log', '--json')) as Answer;
    const hot = findings.find(({ rule }) => rule === 'hot-endpoint');
    assert.deepEqual(
      hot?.clients.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
      FLOODERS.map((address) => ({ address, count: 300, country: 'HK', asn: 45_753 })),
    );
    const network = { asn: 45_753, organisation: 'Netsec Limited', country: 'HK', clients: 4, count: 1200 };
    assert.deepEqual(hot?.networks, [network]);
    assert.ok(findings.every(({ lines }) => lines === undefined));
    assert.match(networkData?.attribution ?? '', /CC BY 4\.0/);
  });

  it('says in its text that all clients are of one network', async () => {
    const out = await run('/access.log');
    assert.match(out, /4 addresses, all of one network: AS45753 Netsec Limited, HK\./);
    assert.match(out, /CC BY 4\.0/);
  });
});
