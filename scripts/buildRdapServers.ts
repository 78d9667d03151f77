/**
 * Writes the RDAP servers of IANA's lists (RFC 9224) into the program.
 *
 *     npx tsx scripts/buildRdapServers.ts [FOLDER]
 *
 * Takes `ipv4.json` and `ipv6.json` from the folder, or from https://data.iana.org/rdap/ where none is given.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A list as IANA publishes it. */
interface ServerList {
  readonly publication: string;
  readonly services: readonly (readonly [networks: readonly string[], urls: readonly string[]])[];
}

const SOURCE = 'https://data.iana.org/rdap/';
const LINE_WIDTH = 112;
const target = join(import.meta.dirname, '..', 'server', 'src', 'address', 'registry', 'bootstrap', 'ianaServices.ts');

async function read(name: string, folder: string | undefined): Promise<ServerList> {
  const text =
    folder === undefined ? await (await fetch(SOURCE + name)).text() : readFileSync(join(folder, name), 'utf8');
  return JSON.parse(text) as ServerList;
}

function entry([networks, urls]: ServerList['services'][number]): string {
  const base = urls.find((url) => url.startsWith('https://'));
  if (base === undefined) throw new Error(`No https: among ${urls.join(' ')}`);
  const lines = [''];
  for (const network of networks) {
    if (lines.at(-1)!.length + network.length > LINE_WIDTH) lines.push('');
    lines.push(`${lines.pop()!}${network} `);
  }
  const texts = lines.map((line, at) => `      '${at === lines.length - 1 ? line.trimEnd() : line}'`);
  return `  {\n    base: '${base}',\n    networks:\n${texts.join(' +\n')},\n  },`;
}

function constant(name: string, family: string, { publication, services }: ServerList): string {
  const source = `/** ${SOURCE}${family}.json of ${publication.slice(0, 10)}. */`;
  return `${source}\nexport const ${name}: readonly IanaService[] = [\n${services.map(entry).join('\n')}\n];\n`;
}

const HEAD = [
  '// Written by scripts/buildRdapServers.ts.',
  '',
  '/** An RDAP server and the networks that it answers for, separated by blanks. */',
  'export interface IanaService {',
  '  readonly base: string;',
  '  readonly networks: string;',
  '}',
  '',
].join('\n');

async function main(folder: string | undefined): Promise<void> {
  const ipv4 = constant('ianaIpv4Services', 'ipv4', await read('ipv4.json', folder));
  const ipv6 = constant('ianaIpv6Services', 'ipv6', await read('ipv6.json', folder));
  writeFileSync(target, [HEAD, ipv4, ipv6].join('\n'));
}

void main(process.argv[2]);
