import type { Command } from 'vscode-languageserver-protocol';
import type { OpenLog } from '../logDocument';
import { LOOK_UP_ADDRESS_COMMAND, OPEN_SITE_FILE_COMMAND, SHOW_LINES_COMMAND, type LineFilter } from '../protocol';
import type { Finding } from '../rules/finding';
import { t } from '../words';

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
  ];
  return commands.filter((each) => each !== undefined);
}

/** Line (from 1) at which a finding is shown. */
export function firstLineOf({ places }: Finding): number {
  return places[0]?.line ?? 1;
}

function filterOf(finding: Finding): LineFilter | undefined {
  const [endpoint] = finding.endpoints;
  const client = onlyClient(finding);
  if (endpoint === undefined) return client && { kind: 'address', address: client.address };
  const { method, path } = endpoint;
  if (client === undefined) return { kind: 'endpoint', method, path };
  return { kind: 'addressOnEndpoint', address: client.address, method, path };
}

function onlyClient({ clients }: Finding): Finding['clients'][number] | undefined {
  return clients.length === 1 ? clients[0] : undefined;
}

function command(title: string, name: string, parameter: unknown): Command {
  return { title, command: name, arguments: [parameter] };
}
