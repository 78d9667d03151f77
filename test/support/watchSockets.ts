/**
 * Loaded into a server's process before the server: writes down each name that it resolves and each connection that it opens, a
 * line each, into the file `WATCHED`. `LOCAL_SERVERS` (JSON: `{ host: { address, port } }`) names hosts whose names lead to an
 * address, and whose connections lead to a local port instead once the server's own checks have let them pass.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

interface LocalServer {
  readonly address: string;
  readonly port: number;
}

type Lookup = (host: string, options: object, done: (error: Error | null, address: unknown) => void) => void;

const file = process.env['WATCHED'] ?? '';
const local = JSON.parse(process.env['LOCAL_SERVERS'] ?? '{}') as Readonly<Record<string, LocalServer>>;

function note(line: string): void {
  appendFileSync(file, `${line}\n`);
}

/** Puts a function in the place of a method, which gets the method that was there. */
function replace(
  owner: object,
  name: string,
  create: (original: (...parameters: unknown[]) => unknown) => unknown,
): void {
  const methods = owner as Record<string, (...parameters: unknown[]) => unknown>;
  methods[name] = create(methods[name]!) as (...parameters: unknown[]) => unknown;
}

replace(dns, 'lookup', (original) => (host: string, ...rest: unknown[]) => {
  note(`name ${host}`);
  const done = rest.at(-1) as (error: Error | null, found: unknown) => void;
  const known = local[host];
  if (known === undefined) original(host, ...rest);
  else setImmediate(done, null, [{ address: known.address, family: net.isIP(known.address) }]);
});

for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of [
    'resolve',
    'resolve4',
    'resolve6',
    'resolvePtr',
    'resolveAny',
    'resolveTxt',
    'reverse',
    'lookupService',
  ]) {
    if (name in resolver) {
      replace(
        resolver,
        name,
        (original) =>
          function (this: unknown, ...parameters: unknown[]) {
            note(`dns ${name} ${String(parameters[0])}`);
            return original.apply(this, parameters);
          },
      );
    }
  }
}
replace(dns.promises, 'lookup', (original) => (...parameters: unknown[]) => {
  note(`name ${String(parameters[0])}`);
  return original(...parameters);
});

replace(
  net.Socket.prototype,
  'connect',
  (original) =>
    function (this: net.Socket, ...parameters: unknown[]) {
      // `net.connect` hands over the parameters as an array.
      const [first] = (Array.isArray(parameters[0]) ? parameters[0] : parameters) as unknown[];
      const options = (typeof first === 'object' && first !== null ? first : { port: first }) as net.TcpNetConnectOpts;
      const target = `${options.host ?? 'localhost'}:${options.port}`;
      const known = local[options.host ?? ''];
      if (known === undefined) {
        note(`connection ${target}`);
        return original.apply(this, parameters);
      }
      const lookup = options.lookup as unknown as Lookup;
      lookup(options.host!, {}, (error, address) => {
        if (error !== null) return void this.destroy(error);
        note(`connection ${target} at ${String(address)}`);
        original.call(this, { host: '127.0.0.1', port: known.port });
      });
      return this;
    },
);

for (const name of ['send', 'connect']) {
  replace(
    dgram.Socket.prototype,
    name,
    (original) =>
      function (this: unknown, ...parameters: unknown[]) {
        note(`datagram ${name}`);
        return original.apply(this, parameters);
      },
  );
}
