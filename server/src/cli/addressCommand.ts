import type { AddressData, NetworkRecord } from '../address/addressData';
import type { AddressDataSource } from '../address/addressDataSource';
import { type AddressKind, addressKindName } from '../address/addressKind';
import { parseAddress } from '../address/parseAddress';
import { terminalText } from '../report/terminal';
import { t } from '../words';
import { ExitCode, readParameters, type LineSink } from './commandLine';

/** One address of the command's answer; absent properties are unknown. */
interface AddressAnswer extends NetworkRecord {
  /** Normalised, or as given where it is not an address. */
  readonly address: string;
  readonly kind: AddressKind | 'invalid';
}

/** Shown for what isn't known, so that the columns stay columns. */
const unknown = '-';

/**
 * `log-site-audit address ADDRESS… [--json]`: country, AS and organisation from the bundled data, without any network.
 * Answers keep the order of the addresses given.
 * @param parameters the words after `address`.
 * @returns 0, or 2 where something could not be done: bad usage, a word that is no address, data that can't be read.
 */
export async function runAddressCommand(
  parameters: string[],
  output: LineSink,
  errors: LineSink,
  loadData: AddressDataSource,
): Promise<number> {
  const request = readParameters(parameters);
  if (request === undefined) {
    errors(t('Usage: {0}', 'log-site-audit address ADDRESS… [--json]'));
    return ExitCode.failed;
  }
  const { data, problem } = await loadData();
  const answers = request.subjects.map((text) => answer(text, data));
  if (request.json) output(JSON.stringify({ addresses: answers }, undefined, 2));
  else alignedLines(answers).forEach(output);

  const invalid = answers.filter(({ kind }) => kind === 'invalid');
  for (const { address } of invalid) errors(t('Not an IP address: {0}', terminalText(address)));
  if (problem !== undefined) errors(terminalText(problem));
  return invalid.length > 0 || problem !== undefined ? ExitCode.failed : ExitCode.nothingFound;
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
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

function kindName(kind: AddressKind | 'invalid'): string {
  return kind === 'invalid' ? t('not an IP address') : addressKindName(kind);
}
