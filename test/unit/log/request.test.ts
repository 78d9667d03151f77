import assert from 'node:assert/strict';
import { combinedLine } from '../../support/lines';
import { readEntries } from '../../support/entries';

async function requestOf(request: string): Promise<{ method?: string; target?: string; status?: number }> {
  const { entries } = await readEntries(combinedLine({ request }));
  assert.equal(entries.length, 1, `not read: ${request}`);
  const { method, target, status, referrer } = entries[0]!;
  assert.equal(referrer, 'https://example.jp/');
  assert.equal(status, 200);
  return { method, target };
}

function lineWithByte(byte: number): Buffer {
  const line = Buffer.from(`${combinedLine({ request: 'GET /* HTTP/1.1' })}\n`);
  line[line.indexOf('*')] = byte;
  return line;
}

describe('Request lines', () => {
  const readable: [name: string, request: string, method: string, target: string][] = [
    ['any version', 'GET /a HTTP/1.0', 'GET', '/a'],
    ['a short version', 'GET /a HTTP/2', 'GET', '/a'],
    ['a version that there is not', 'GET /a HTTP/1.2', 'GET', '/a HTTP/1.2'],
    ['no version', 'GET /a', 'GET', '/a'],
    ['blanks in the target', 'GET /a b  c.php HTTP/1.1', 'GET', '/a b  c.php'],
    ['a word that is no version', 'GET /a HTTPS', 'GET', '/a HTTPS'],
    ['a method with a hyphen', 'M-SEARCH * HTTP/1.1', 'M-SEARCH', '*'],
    ['a method in lower case', 'post /a HTTP/1.1', 'post', '/a'],
    ['an absolute target', 'GET http://example.jp/a?b=c HTTP/1.1', 'GET', 'http://example.jp/a?b=c'],
    ['a tunnel', 'CONNECT example.jp:443 HTTP/1.1', 'CONNECT', 'example.jp:443'],
    ['escaped quotes', 'GET /\\"a\\" HTTP/1.1', 'GET', '/\\"a\\"'],
    ['escaped quotes before a blank', 'GET /a\\" b HTTP/1.1', 'GET', '/a\\" b'],
    ['an escaped backslash at the end', 'GET /a\\\\', 'GET', '/a\\\\'],
    ['quotes that were not escaped', 'GET /"a"b HTTP/1.1', 'GET', '/"a"b'],
    ['a quote and a blank that were not escaped', 'GET /?q="a" HTTP/1.1', 'GET', '/?q="a"'],
    ['two question marks', 'GET /a?b?c HTTP/1.1', 'GET', '/a?b?c'],
    ['nothing but a query', 'GET ?b HTTP/1.1', 'GET', '?b'],
    ['Japanese letters', 'GET /お知らせ.html HTTP/1.1', 'GET', '/お知らせ.html'],
  ];
  for (const [name, request, method, target] of readable) {
    it(`reads a request with ${name}`, async () => {
      assert.deepEqual(await requestOf(request), { method, target });
    });
  }

  const unreadable: [name: string, request: string][] = [
    ['nothing', ''],
    ['a hyphen', '-'],
    ['escaped bytes of a TLS hello', '\\x16\\x03\\x01\\x02'],
    ['raw bytes of a TLS hello', '\u0016\u0003\u0001'],
    ['one word', 'GET'],
    ['a word and a blank', 'GET '],
    ['a blank first', ' /a HTTP/1.1'],
    ['a method longer than any', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ /a HTTP/1.1'],
  ];
  for (const [name, request] of unreadable) {
    it(`keeps the entry of a request that is ${name}, without method and target`, async () => {
      assert.deepEqual(await requestOf(request), { method: undefined, target: undefined });
    });
  }

  it('keeps bytes that are not UTF-8 apart and shows them as the editor does', async () => {
    const { entries, table } = await readEntries(
      Buffer.concat([lineWithByte(0xff), lineWithByte(0xfe), lineWithByte(0xff)]),
    );
    assert.deepEqual(
      entries.map(({ target }) => target),
      ['/\u{fffd}', '/\u{fffd}', '/\u{fffd}'],
    );
    assert.deepEqual([...table.endpoint], [0, 1, 0]);
  });

  it('reads an agent and a referrer with quotes and backslashes', async () => {
    const agent = 'a \\"b\\" \\\\';
    const { entries } = await readEntries(combinedLine({ referrer: 'x"y\\"', agent }));
    assert.equal(entries[0]?.referrer, 'x"y\\"');
    assert.equal(entries[0]?.userAgent, agent);
  });
});
