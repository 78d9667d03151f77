import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What a server does with a question: an answer to give, or whatever it does with the connection. */
export type WhoisAnswer = string | Uint8Array | ((socket: Socket, question: string) => void);

/** A WHOIS server (RFC 3912) on this computer. */
export class WhoisServer {
  /** Questions that were asked, without their ends of line. */
  readonly questions: string[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(answer: WhoisAnswer) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
      // Clients go away in the middle of an answer.
      socket.on('error', () => undefined);
      let text = '';
      socket.on('data', (bytes) => {
        text += bytes.toString('latin1');
        if (!text.endsWith('\r\n')) return;
        this.questions.push(text.slice(0, -2));
        if (typeof answer === 'function') answer(socket, text.slice(0, -2));
        else socket.end(answer);
      });
    });
  }

  static async start(answer: WhoisAnswer): Promise<WhoisServer> {
    const whois = new WhoisServer(answer);
    await new Promise<void>((resolve) => whois.#server.listen(0, '127.0.0.1', resolve));
    return whois;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Connections that are open. */
  get connections(): number {
    return this.#sockets.size;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
