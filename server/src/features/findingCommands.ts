import type { Command } from 'vscode-languageserver-protocol';
import type { OpenLog } from '../logDocument';
import {
  LOOK_UP_ADDRESS_COMMAND,
  OPEN_SITE_FILE_COMMAND,
  SHOW_LINES_COMMAND,
  WHY_FINDING_COMMAND,
  type LineFilter,
} from '../protocol';
import type { Finding } from '../rules/finding';
import { t } from '../words';
import { firstLineOf, keyOf } from './findingKey';

/** What can be done about a finding of a log; the lenses and the light bulb offer the same. */
export function findingCommands(log: OpenLog, finding: Finding): Command[] {
  const [endpoint] = finding.endpoints;
  const client = onlyClient(finding);
  const filter = filterOf(finding);
  const commands: (Command | undefined)[] = [
    filter && command(t('Show only these lines'), SHOW_LINES_COMMAND, { log: log.uri, filter }),
    endpoint && command(t('Show the file'), OPEN_SITE_FILE_COMMAND, endpoint.path),
    client &&
      command(t('Look up address'), LOOK_UP_ADDRESS_COMMAND, {
        log: log.uri,
        address: client.address,
        line: firstLineOf(finding) - 1,
      }),
    command(t('Why this finding?'), WHY_FINDING_COMMAND, keyOf(log, finding)),
  ];
  return commands.filter((each) => each !== undefined);
}

/** The lines of a log that a finding is about; `undefined` where no filter picks just them. */
export function filterOf(finding: Finding): LineFilter | undefined {
  const [endpoint] = finding.endpoints;
  const client = onlyClient(finding);
  if (endpoint === undefined) return client && { kind: 'address', address: client.address };
  const { method, path } = endpoint;
  if (client === undefined) return { kind: 'endpoint', method, path };
  return { kind: 'addressOnEndpoint', address: client.address, method, path };
}

/** The client of a finding that is about one alone. */
export function onlyClient({ clients }: Finding): Finding['clients'][number] | undefined {
  return clients.length === 1 ? clients[0] : undefined;
}

/** A command that takes one argument. */
export function command(title: string, name: string, parameter: unknown): Command {
  return { title, command: name, arguments: [parameter] };
}
