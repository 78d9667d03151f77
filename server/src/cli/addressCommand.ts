import type { AddressData, NetworkRecord } from '../address/addressData';
import type { AddressDataSource } from '../address/addressDataSource';
import { type AddressKind, addressKindName } from '../address/addressKind';
import { parseAddress } from '../address/parseAddress';
import type { NetworkLookUps } from '../address/registry/networkLookUps';
import type { RegistryNetwork } from '../address/registry/registryNetwork';
import { terminalText } from '../report/terminal';
import { t } from '../words';
import { ExitCode, readParameters, type LineSink } from './commandLine';
import { onlineNetworks } from './onlineNetworks';

/** One address of the command's answer; absent properties are unknown. */
interface AddressAnswer extends NetworkRecord {
  /** Normalised, or as given where it is not an address. */
  readonly address: string;
  readonly kind: AddressKind | 'invalid';
  /** What the registry said, where it was asked. */
  readonly network?: RegistryNetwork;
  /** Why it said nothing. */
  readonly problem?: string;
}

/** Shown for what isn't known, so that the columns stay columns. */
const unknown = '-';

/**
 * `log-site-audit address ADDRESS… [--online] [--json]`: country, AS and organisation from the bundled data, without any network;
 * with `--online` also what the registries say. Answers keep the order of the addresses given.
 * @param parameters the words after `address`.
 * @param createLookUps called only where the registries are to be asked.
 * @returns 0, or 2 where something could not be done: bad usage, a word that is no address, data that can't be read, a registry
 *   that gave no answer.
 */
export async function runAddressCommand(
  parameters: string[],
  output: LineSink,
  errors: LineSink,
  loadData: AddressDataSource,
  createLookUps: () => NetworkLookUps,
): Promise<number> {
  const request = readParameters(parameters, ['online']);
  if (request === undefined) {
    errors(t('Usage: {0}', 'log-site-audit address ADDRESS… [--online] [--json]'));
    return ExitCode.failed;
  }
  const { data, problem } = await loadData();
  const networks = request.online ? await onlineNetworks(request.subjects, createLookUps()) : undefined;
  const answers = request.subjects.map((text) => ({ ...answer(text, data), ...networks?.get(text) }));
  if (request.json) output(JSON.stringify({ addresses: answers }, undefined, 2));
  else alignedLines(answers).forEach(output);

  const invalid = answers.filter(({ kind }) => kind === 'invalid');
  for (const { address } of invalid) errors(t('Not an IP address: {0}', terminalText(address)));
  const unanswered = answers.filter((each) => each.problem !== undefined);
  for (const each of unanswered) errors(`${terminalText(each.address)}: ${terminalText(each.problem ?? '')}`);
  if (problem !== undefined) errors(terminalText(problem));
  const isComplete = invalid.length + unanswered.length === 0 && problem === undefined;
  return isComplete ? ExitCode.nothingFound : ExitCode.failed;
}

function answer(text: string, data: AddressData | undefined): AddressAnswer {
  const address = parseAddress(text);
  if (address === undefined) return { address: text, kind: 'invalid' };
  return { address: address.text, ...data?.lookup(address), kind: address.kind };
}

function alignedLines(answers: AddressAnswer[]): string[] {
  const rows = answers.map(({ address, country, asn, organisation, kind }) => [
    terminalText(address),
    country ?? unknown,
    asn === undefined ? unknown : `AS${asn}`,
    kind === 'public' ? terminalText(organisation ?? unknown) : kindName(kind),
  ]);
  // The last column stays as long as it is: nothing follows it.
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return answers.flatMap(({ network }, at) => [
    rows[at]!.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '),
    ...networkLines(network),
  ]);
}

/** What a registry said, a line for each thing, indented below the address. */
function networkLines(network: RegistryNetwork | undefined): string[] {
  if (network === undefined) return [];
  const { first, last, cidrs, netname, description, organisation, country, abuse, registered, changed } = network;
  const { registry, server, answered } = network;
  const facts: [name: string, value: string | undefined][] = [
    ['inetnum', `${first} - ${last}`],
    ['cidr', cidrs.join(', ')],
    ['netname', netname],
    ['descr', description.join(' / ') || undefined],
    ['organisation', organisation],
    ['country', country],
    ['abuse', abuse.join(', ') || undefined],
    ['created', registered],
    ['changed', changed],
    ['source', `${registry} (${server}, ${answered})`],
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  return facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `    ${`${name}:`.padEnd(width + 1)}  ${terminalText(value ?? '')}`);
}

function kindName(kind: AddressKind | 'invalid'): string {
  return kind === 'invalid' ? t('not an IP address') : addressKindName(kind);
}
