import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-protocol';
import type { AddressDataState } from '../../../server/src/address/addressDataSource';
import type { SiteFileState } from '../../../server/src/features/serverFile';
import { knownNetworks } from '../../../server/src/features/knownNetworks';
import { NO_REGISTRIES, type RegistryKnowledge } from '../../../server/src/features/registries/registryRequests';
import { logHover } from '../../../server/src/features/hover/logHover';
import { parseAddress } from '../../../server/src/address/parseAddress';
import type { RegistryNetwork } from '../../../server/src/address/registry/registryNetwork';
import { registryLines } from '../../../server/src/features/hover/registryLines';
import { fieldAt } from '../../../server/src/log/fieldAt';
import { useLanguage } from '../../../server/src/language';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { combinedLine, logOf } from '../../support/lines';
import { LOG_URI, openLogOf } from '../../support/openLog';

const RECORD = { country: 'HK', asn: 38_186, organisation: 'FORTUNE | <DATACOM>' };
const KNOWN: AddressDataState = {
  // Only what hovers ask of the data.
  data: { date: '2021-11-01', lookup: () => RECORD } as unknown as NonNullable<AddressDataState['data']>,
};
const CLIENT = '8.8.8.8';
const LOG = [
  ...Array.from({ length: 30 }, (_, n) =>
    combinedLine({
      client: CLIENT,
      request: `${n < 20 ? 'POST' : 'GET'} /tw/form.php?n=${n} HTTP/1.1`,
      status: n < 25 ? 200 : 404,
    }),
  ),
  combinedLine({ client: '8.8.8.9', agent: 'Neighbour/1.0' }),
  combinedLine({ client: '8.8.9.9' }),
  combinedLine({ client: 'p1.example.ne.jp', status: 299 }),
  combinedLine({ client: '192.168.0.1' }),
  'no entry',
].join('\n');

interface HoverOptions {
  readonly text?: string;
  readonly line?: number;
  readonly network?: AddressDataState;
  readonly registries?: RegistryKnowledge;
  readonly file?: SiteFileState;
  readonly zone?: string;
}

/** A file of the site of which the audit says nothing. */
const FOUND = { kind: 'found', file: 'form.php', uri: 'file:///site/form.php', findings: [] } as const;

/** The Markdown of the hover on the first place of a word in a line; `undefined` when there is none. */
async function hoverOn(word: string, options: HoverOptions = {}): Promise<string | undefined> {
  const {
    text = LOG,
    line = 1,
    network = KNOWN,
    file = { kind: 'missing' },
    zone = 'Asia/Tokyo',
    registries = NO_REGISTRIES,
  } = options;
  const log = await openLogOf(text);
  const lineText = (await log.lines.line(line)) ?? '';
  const field = fieldAt(lineText, lineText.indexOf(word));
  const place = { log, line, text: lineText, row: log.model.table.rowOfLine(line), field };
  const hover = await logHover(place, {
    networks: () =>
      knownNetworks(
        async () => network,
        async () => registries,
      ),
    siteFile: async () => file,
    siteZone: zone,
  });
  if (hover === null) return undefined;
  assert.ok(MarkupContent.is(hover.contents));
  return hover.contents.value.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

describe('The hover on an address', () => {
  it('tells counts, methods, statuses, times, endpoints and programs', async () => {
    const hover = await hoverOn(CLIENT);
    for (const part of [
      '### 8.8.8.8',
      '**30** (88% of the log)',
      'POST ×20, GET ×10',
      '200 ×25, 404 ×5',
      '| First | 2021-11-01 10:56:55 |',
      '| Busiest minute | 30, from 2021-11-01 10:56:55 on |',
      '- 20 × POST /tw/form.php',
      '- 30 × Mozilla/5.0',
    ]) {
      assert.ok(hover?.includes(part), `${part} is not in:\n${hover}`);
    }
  });

  it('tells country and network offline, with whom they come from', async () => {
    const hover = await hoverOn(CLIENT);
    assert.match(hover ?? '', /\*\*HK Hong Kong.*\*\* · AS38186 · FORTUNE \| <DATACOM>/);
    assert.match(hover ?? '', /2021-11-01.*CC BY 4\.0/s);
  });

  it('names the neighbours in the same network only', async () => {
    const hover = await hoverOn(CLIENT);
    assert.match(hover ?? '', /Neighbours in 8\.8\.8\.0\/24\*\*\n\n- 1 × 8\.8\.8\.9/);
    assert.doesNotMatch(hover ?? '', /8\.8\.9\.9/);
    assert.match((await hoverOn('8.8.9.9', { line: 32 })) ?? '', /No other address of 8\.8\.9\.0\/24/);
  });

  it('says why there is no network: a host name, a private address, no data', async () => {
    assert.match((await hoverOn('p1.', { line: 33 })) ?? '', /Host name/);
    assert.doesNotMatch((await hoverOn('192.168', { line: 34 })) ?? '', /AS38186/);
    assert.match((await hoverOn(CLIENT, { network: { problem: 'No data <b>' } })) ?? '', /No data <b>/);
  });
});

const ACCESS = { isAllowed: true, isTrusted: true };
const NETWORK: RegistryNetwork = {
  first: '8.8.0.0',
  last: '8.8.255.255',
  cidrs: ['8.8.0.0/16'],
  netname: 'EXAMPLE-HK1',
  description: ['One | [link](command:x)', 'Two'],
  organisation: 'Example Limited',
  country: 'HK',
  abuse: ['abuse@example.net'],
  registered: '2011-02-03',
  registry: 'APNIC',
  source: 'rdap',
  server: 'rdap.example.net',
  answered: '2026-11-22T01:02:03.000Z',
};

describe('The hover on an address and the registries', () => {
  it('has a link that asks one, with the place to come back to', async () => {
    const hover = await hoverOn(CLIENT, { registries: { known: () => undefined, access: ACCESS } });
    const [, argument] = /\(command:logSiteAudit\.askRegistry\?([^)]+)\)/.exec(hover ?? '') ?? [];
    assert.deepEqual(JSON.parse(decodeURIComponent(argument ?? '')), [{ log: LOG_URI, line: 0, address: CLIENT }]);
  });

  it('says that nobody is asked in Restricted Mode, and has no link then', async () => {
    const access = { isAllowed: true, isTrusted: false };
    const hover = await hoverOn(CLIENT, { registries: { known: () => undefined, access } });
    assert.match(hover ?? '', /not asked in Restricted Mode/);
    assert.doesNotMatch(hover ?? '', /command:/);
  });

  it('tells all that a registry said, and no link of its own', async () => {
    const hover = await hoverOn(CLIENT, { registries: { known: () => NETWORK, access: ACCESS } });
    for (const part of [
      '| Network name | EXAMPLE-HK1 |',
      '| Range | 8.8.0.0 – 8.8.255.255 · 8.8.0.0/16 |',
      '| Contact for abuse | abuse@example.net |',
      '| Registered | 2011-02-03 |',
      '| Said by | APNIC · RDAP · 2026-11-22 |',
    ]) {
      assert.ok(hover?.includes(part), `${part} is not in:\n${hover}`);
    }
    const place = { log: LOG_URI, line: 0, address: CLIENT };
    const [table = ''] = registryLines(parseAddress(CLIENT)!, { known: () => NETWORK, access: ACCESS }, place);
    assert.ok(table.includes(String.raw`One \| \[link\]\(command\:x\)`), table);
  });

  it('offers nothing for addresses that no registry knows', async () => {
    const registries = { known: () => NETWORK, access: ACCESS };
    const hover = await hoverOn('192.168', { line: 34, registries });
    assert.match(hover ?? '', /Private-Use, RFC 1918/);
    assert.doesNotMatch(hover ?? '', /command:|EXAMPLE-HK1/);
  });

  it('says of a proxy’s address that the real client is elsewhere', async () => {
    const hover = await hoverOn('104.16.0.1', { text: combinedLine({ client: '104.16.0.1' }) });
    assert.match(hover ?? '', /Cloudflare.*real client is elsewhere/);
  });
});

describe('The hover on other fields', () => {
  it('tells of a path how often, by whom, and whether the site has the file', async () => {
    const hover = await hoverOn('/tw/', { file: { ...FOUND, file: 'site/tw/form.php' } });
    for (const part of [
      '### /tw/form.php',
      '**30**',
      '| Addresses | 1 |',
      '- 30 × 8.8.8.8',
      'copy of your site: site/tw/form.php',
    ]) {
      assert.ok(hover?.includes(part), `${part} is not in:\n${hover}`);
    }
    assert.match((await hoverOn('/tw/', { file: { kind: 'missing' } })) ?? '', /has no such file/);
    assert.match((await hoverOn('/tw/', { file: { kind: 'noSite' } })) ?? '', /Open or audit/);
  });

  it('explains statuses, also ones that no standard knows', async () => {
    assert.match((await hoverOn(' 200 '.trimStart())) ?? '', /### 200 OK.*28 entries/s);
    assert.match((await hoverOn('404', { line: 30 })) ?? '', /### 404 Not Found.*no such file/s);
    assert.match((await hoverOn('299', { line: 33 })) ?? '', /### 299.*succeeded/s);
  });

  it('tells a time in the log’s zone, in UTC and in the site’s', async () => {
    const hover = await hoverOn('01/Nov');
    assert.match(hover ?? '', /2021-11-01 10:56:55 \+09:00/);
    assert.match(hover ?? '', /UTC \| 2021-11-01 01:56:55/);
    assert.match(hover ?? '', /Asia\/Tokyo \| Monday, November 1, 2021/);
    assert.doesNotMatch((await hoverOn('01/Nov', { zone: 'Mars/Olympus' })) ?? '', /Mars/);
  });

  it('says nothing between fields and on lines that are no entries', async () => {
    assert.equal(await hoverOn('HTTP/1.1'), undefined);
    assert.equal(await hoverOn('no entry', { line: 35 }), undefined);
    assert.equal(await hoverOn('Mozilla'), undefined);
  });

  it('speaks Japanese where the user does', async () => {
    useLanguage({ locale: 'ja', words: { Requests: 'リクエスト数' } });
    try {
      assert.match((await hoverOn(CLIENT)) ?? '', /香港.*リクエスト数/s);
      assert.match((await hoverOn('01/Nov')) ?? '', /2021年11月1日/);
    } finally {
      useLanguage({ locale: 'en', words: {} });
    }
  });
});

describe('A hover shows hostile text as text:', () => {
  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(name, async () => {
      const hostile = text.replaceAll(/[\n\r]/g, '\u0085').replaceAll('"', "'");
      const path = `/${hostile.replaceAll('?', '')}`;
      const log = await openLogOf(
        logOf(3, () => combinedLine({ request: `GET ${path} HTTP/1.1`, agent: hostile, referrer: hostile })),
      );
      for (const word of ['192.0.2.1', path]) {
        const line = (await log.lines.line(1)) ?? '';
        const place = { log, line: 1, text: line, row: 0, field: fieldAt(line, line.indexOf(word)) };
        const file = { ...FOUND, file: hostile };
        const hover = await logHover(place, {
          networks: () => knownNetworks(async () => KNOWN),
          siteFile: async () => file,
          siteZone: 'UTC',
        });
        assert.ok(MarkupContent.is(hover?.contents));
        const markup = hover.contents.value.replace(/\\[!-/:-@[-`{-~]/g, '');
        // Our own markup: headings, tables, lists, bold type, italics, rules, parentheses and colons.
        assert.doesNotMatch(markup, /[`<>$@~![\]&]|\]\(|command:|evil.*:/);
        assert.doesNotMatch(hover.contents.value.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
      }
    });
  }
});
