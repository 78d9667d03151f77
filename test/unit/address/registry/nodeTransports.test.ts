import assert from 'node:assert/strict';
import { get } from 'node:http';
import { LookUpProblem } from '../../../../server/src/address/registry/lookUpProblem';
import type { FetchedAnswer, FetchProblem } from '../../../../server/src/address/registry/transport';
import { fetchBy, fetchRegistry } from '../../../../server/src/fetchRegistry';
import { nodeConnect } from '../../../../server/src/nodeNetwork';
import { RdapServer, status, type RdapAnswer } from '../../../support/rdapServer';
import { WhoisServer } from '../../../support/whoisServer';

const URL_ASKED = 'https://rdap.apnic.net/help';

/** Begins an answer and never ends it. */
const slow: RdapAnswer = (response) => void response.writeHead(200).write('{');

describe('Connections to registries', () => {
  const { signal } = new AbortController();

  it('lead to no server on this computer, by name or address', async () => {
    const local = await WhoisServer.start('hello');
    try {
      for (const host of ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '10.0.0.1']) {
        await assert.rejects(
          nodeConnect(host, local.port, signal),
          (error) => error instanceof LookUpProblem && error.reason === 'forbidden',
          host,
        );
      }
      assert.equal(local.connections, 0);
    } finally {
      await local.close();
    }
  });

  it('are refused to URLs that no registry has', async () => {
    const urls = [
      'no URL',
      'http://rdap.apnic.net/',
      'https://rdap.apnic.net:8443/',
      'https://user@rdap.apnic.net/',
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://[::ffff:7f00:1]/',
      'https://localhost/',
      'file:///etc/passwd',
    ];
    for (const url of urls) {
      const answer = await fetchRegistry({ url, maximumBytes: 100, timeout: 5000 }, signal);
      assert.deepEqual(answer, { problem: 'forbidden' }, url);
    }
  });

  /** Fetches from a local server that gives an answer. */
  async function fetched(answer: RdapAnswer, timeout = 5000, stop = signal): Promise<FetchedAnswer | FetchProblem> {
    const server = await RdapServer.start(new Map([[URL_ASKED, answer]]));
    const fetch = fetchBy((url, options, onAnswer) =>
      get(
        { ...options, host: '127.0.0.1', port: server.port, path: url.pathname, headers: { host: url.host } },
        onAnswer,
      ),
    );
    try {
      return await fetch({ url: URL_ASKED, maximumBytes: 1000, timeout }, stop);
    } finally {
      await server.close();
    }
  }

  it('give status, header fields and text, whatever the status is', async () => {
    assert.deepEqual(await fetched(status(429, { 'retry-after': '7' }, 'é')), {
      status: 429,
      location: undefined,
      retryAfter: '7',
      body: 'é',
    });
    const moved = await fetched(status(302, { location: 'https://rdap.arin.net/' }));
    assert.equal('status' in moved && moved.location, 'https://rdap.arin.net/');
  });

  it('end when an answer is too long, late, broken off or no longer wanted', async () => {
    assert.deepEqual(await fetched(status(200, {}, 'x'.repeat(1001))), { problem: 'unreadable' });
    assert.deepEqual(await fetched(() => undefined, 50), { problem: 'timeout' });
    assert.deepEqual(await fetched(slow, 50), { problem: 'timeout' });
    assert.deepEqual(await fetched((response) => response.destroy()), { problem: 'unreachable' });
    const stop = new AbortController();
    assert.deepEqual(await fetched(() => stop.abort(), 5000, stop.signal), { problem: 'unreachable' });
  });
});
