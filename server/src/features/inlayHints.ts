import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver-protocol';
import type { OpenLog } from '../logDocument';
import { count } from '../numbers';
import type { AddressDataState } from '../address/addressDataSource';
import type { LogStore } from '../logStore';
import { parseLinesUri, type LineFilter } from '../protocol';
import { t } from '../words';
import { countryHints } from './countryHints';
import { linesOfFilter } from './filteredLines';
import { shownLines } from './shownLines';

/**
 * What stands between the characters of visible lines: the country behind each address, where `data` is there to tell it, and,
 * in a document of some lines, the number of each in the log.
 */
export async function logHints(
  store: LogStore,
  uri: string,
  visible: Range,
  { data }: Partial<AddressDataState> = {},
): Promise<InlayHint[]> {
  const shown = await shownLines(store, uri, visible);
  if (shown === undefined) return [];
  const part = parseLinesUri(uri);
  const numbers = part === undefined ? [] : lineNumberHints(shown.log, part.filter, visible);
  return [...numbers, ...(data === undefined ? [] : countryHints(shown, data))];
}

/** Before each visible line of a document of some lines: its number in the log, which leads there. */
export function lineNumberHints(log: OpenLog, filter: LineFilter, visible: Range): InlayHint[] {
  const lines = linesOfFilter(log, filter);
  const width = count(lines.at(-1) ?? 0).length;
  const last = Math.min(visible.end.line, lines.length - 1);
  const hints: InlayHint[] = [];
  for (let at = visible.start.line; at <= last; at++) {
    const position = { line: lines[at]! - 1, character: 0 };
    const value = count(lines[at]!).padStart(width, '\u2007');
    hints.push({
      position: { line: at, character: 0 },
      kind: InlayHintKind.Parameter,
      paddingRight: true,
      label: [
        { value, tooltip: t('Line in the log'), location: { uri: log.uri, range: { start: position, end: position } } },
      ],
    });
  }
  return hints;
}
