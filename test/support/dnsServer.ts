import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** What a name has: names of an address (PTR), IPv4 addresses (A) and IPv6 addresses (AAAA, as eight hexadecimal groups). */
export interface DnsRecords {
  readonly PTR?: readonly string[];
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
}

/** Numbers of record types (RFC 1035 §3.2.2, RFC 3596). */
const TYPES = { 1: 'A', 12: 'PTR', 28: 'AAAA' } as const;
const HEADER_BYTES = 12;
const NO_SUCH_NAME = 3;

/** A DNS server (RFC 1035) on this computer. */
export class DnsServer {
  /** Names that were asked for, with the type of record. */
  readonly questions: string[] = [];
  readonly #socket: Socket;

  private constructor(records: Readonly<Record<string, DnsRecords>> | undefined) {
    this.#socket = createSocket('udp4');
    this.#socket.on('message', (message, { address, port }) => {
      const { name, type, end } = readQuestion(message);
      this.questions.push(`${type} ${name}`);
      if (records === undefined) return;
      const found = records[name];
      const data = (found?.[type] ?? []).map((text) => dataOf(type, text));
      this.#socket.send(answerTo(message, end, data, found === undefined ? NO_SUCH_NAME : 0), port, address);
    });
  }

  /** @param records by name; without any the server never answers */
  static async start(records?: Readonly<Record<string, DnsRecords>>): Promise<DnsServer> {
    const server = new DnsServer(records);
    server.#socket.bind(0, '127.0.0.1');
    await once(server.#socket, 'listening');
    return server;
  }

  /** Address and port. */
  get address(): string {
    return `127.0.0.1:${this.#socket.address().port}`;
  }

  async close(): Promise<void> {
    this.#socket.close();
    await once(this.#socket, 'close');
  }
}

function readQuestion(message: Buffer): { name: string; type: keyof DnsRecords; end: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = message[at]!; length > 0; length = message[at]!) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const type = TYPES[message.readUInt16BE(at + 1) as keyof typeof TYPES];
  return { name: labels.join('.'), type, end: at + 5 };
}

function answerTo(message: Buffer, end: number, data: readonly Buffer[], code: number): Buffer {
  const question = message.subarray(HEADER_BYTES, end);
  const header = Buffer.alloc(HEADER_BYTES);
  message.copy(header, 0, 0, 2);
  // An answer, to a question that asks for more servers to be asked, which can be.
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(data.length, 6);
  const records = data.map((each) => {
    const record = Buffer.alloc(12);
    // The name is the one at the beginning of the question.
    record.writeUInt16BE(0xc000 | HEADER_BYTES, 0);
    question.copy(record, 2, question.length - 4);
    record.writeUInt32BE(60, 6);
    record.writeUInt16BE(each.length, 10);
    return Buffer.concat([record, each]);
  });
  return Buffer.concat([header, question, ...records]);
}

function dataOf(type: keyof DnsRecords, text: string): Buffer {
  switch (type) {
    case 'A':
      return Buffer.from(text.split('.').map(Number));
    case 'AAAA': {
      const groups = text.split(':').map((group) => group.padStart(4, '0'));
      return Buffer.from(groups.join(''), 'hex');
    }
    case 'PTR': {
      const labels = text.split('.').map((label) => `${String.fromCharCode(label.length)}${label}`);
      return Buffer.from(`${labels.join('')}\0`, 'latin1');
    }
  }
}
