import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import * as vscode from 'vscode';
import { fetchRegistry } from '../../../server/src/protocol';

const QUESTION = { url: 'https://rdap.apnic.net/help', maximumBytes: 1000, timeout: 20_000 };

describe('Fetching from a registry', () => {
  let proxy: Server;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    proxy = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (bytes) => {
        asked.push(bytes.toString('latin1').split('\r\n')[0] ?? '');
        socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      });
    });
    proxy.listen(0, 'localhost');
    await once(proxy, 'listening');
  });

  afterEach(async () => {
    await vscode.workspace.getConfiguration('http').update('proxy', undefined, vscode.ConfigurationTarget.Global);
    proxy.close();
    await once(proxy, 'close');
  });

  it('goes through the proxy of the settings, also one on this computer', async () => {
    const url = `http://localhost:${(proxy.address() as AddressInfo).port}`;
    await vscode.workspace.getConfiguration('http').update('proxy', url, vscode.ConfigurationTarget.Global);
    const answer = await fetchRegistry(QUESTION, new AbortController().signal);
    assert.deepEqual(asked, ['CONNECT rdap.apnic.net:443 HTTP/1.1']);
    // What a proxy says that refuses comes as the registry's answer or as no answer.
    assert.ok('problem' in answer ? answer.problem === 'unreachable' : answer.status === 502, JSON.stringify(answer));
  });
});
