import type { Hover } from 'vscode-languageserver-protocol';
import { MarkupKind } from 'vscode-languageserver-protocol';
import { NO_ENTRY } from '../../log/logTable';
import type { KnownNetworks } from '../knownNetworks';
import type { LogPosition } from '../logPosition';
import { addressHover } from './addressHover';
import { targetFileState, type SiteFileState } from '../serverFile';
import { pathHover } from './pathHover';
import { statusHover } from './statusHover';
import { timeHover } from './timeHover';

/** What hovers need beside the log. */
export interface HoverTools {
  /** What is known of networks. */
  readonly networks: () => Promise<KnownNetworks>;
  /** Whether the site folder has the file of a request path. */
  readonly siteFile: (path: string, host: string | undefined) => Promise<SiteFileState>;
  /** IANA name of the site's time zone. */
  readonly siteZone: string;
}

/** Explains the field at a position: an address, a path, a status, a time. `null` where there is nothing to explain. */
export async function logHover({ log, line, row, field }: LogPosition, tools: HoverTools): Promise<Hover | null> {
  if (row === undefined || field === undefined) return null;
  const { model } = log;
  const { client, endpoint } = model.table.data;
  switch (field.name) {
    case 'client':
      if (client[row] === NO_ENTRY) return null;
      return answer(addressHover(model, client[row]!, await tools.networks(), { log: log.uri, line: line - 1 }));
    case 'target': {
      if (endpoint[row] === NO_ENTRY) return null;
      const { path } = model.table.endpoint(endpoint[row]!);
      return answer(pathHover(model, path, await targetFileState(model.table, row, tools.siteFile)));
    }
    case 'status':
      return answer(statusHover(model, row));
    case 'time':
      return answer(timeHover(model, row, tools.siteZone));
    default:
      return null;
  }
}

function answer(value: string): Hover {
  return { contents: { kind: MarkupKind.Markdown, value } };
}
