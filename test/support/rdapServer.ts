import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does with a request: an object to answer, or whatever it does with the response. */
export type RdapAnswer = Readonly<Record<string, unknown>> | ((response: ServerResponse) => void);

/** An RDAP server (RFC 7480) on this computer that stands for many: it answers by host and path. */
export class RdapServer {
  /** URLs that were asked for. */
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor(answers: ReadonlyMap<string, RdapAnswer>) {
    this.#server = createServer((request, response) => {
      const url = `https://${request.headers.host}${request.url}`;
      this.asked.push(url);
      const answer = answers.get(url);
      if (typeof answer === 'function') return answer(response);
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/rdap+json' });
      response.end(JSON.stringify(answer ?? { errorCode: 404 }));
    });
  }

  /** @param answers by URL, which may change later; what is not there is not found */
  static async start(answers: ReadonlyMap<string, RdapAnswer>): Promise<RdapServer> {
    const rdap = new RdapServer(answers);
    await new Promise<void>((resolve) => rdap.#server.listen(0, '127.0.0.1', resolve));
    return rdap;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** An answer with a status and header fields. */
export function status(code: number, fields: Readonly<Record<string, string>> = {}, body = '{}'): RdapAnswer {
  return (response) => void response.writeHead(code, fields).end(body);
}
