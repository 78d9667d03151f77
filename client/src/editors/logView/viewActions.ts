import * as vscode from 'vscode';
import type { CodeLens, Command } from 'vscode-languageclient/node';
import * as protocol from '../../../../server/src/protocol';
import { conditionsOfFilter } from '../../filterConditions';
import type { HostMessage, ViewLens } from '../../../webview/logView/messages';

/** Commands beside our own that lenses name. */
const OTHER_COMMANDS: ReadonlySet<string> = new Set([protocol.SHOW_PROBLEMS_COMMAND, protocol.OPEN_SETTINGS_COMMAND]);
const OWN_COMMANDS = 'logSiteAudit.';

/** What the lenses of a log offer. The page knows their commands by number only. */
export class ViewActions {
  #commands: readonly Command[] = [];

  /** Takes the lenses; gives what the page shows of them. */
  take(lenses: readonly CodeLens[]): ViewLens[] {
    const commands: Command[] = [];
    const byLine = new Map<number, { id: number; title: string }[]>();
    for (const { range, command } of lenses) {
      if (command === undefined) continue;
      const actions = byLine.get(range.start.line) ?? [];
      actions.push({ id: commands.push(command) - 1, title: command.title });
      byLine.set(range.start.line, actions);
    }
    this.#commands = commands;
    return [...byLine].map(([line, actions]) => ({ line, actions }));
  }

  /** Does what an action stands for: in the page where it can, by a command otherwise. */
  async act(action: number, tellPage: (message: HostMessage) => void): Promise<void> {
    const { command, arguments: parameters = [] } = this.#commands[action] ?? {};
    if (command === undefined) return;
    const [parameter] = parameters as readonly unknown[];
    if (command === protocol.SHOW_LINES_COMMAND && protocol.isLinesOfLog(parameter)) {
      return tellPage({ type: 'filter', conditions: conditionsOfFilter(parameter.filter) });
    }
    if (command === protocol.SHOW_LOG_LINE_COMMAND && isAtLine(parameter)) {
      return tellPage({ type: 'reveal', line: parameter.line });
    }
    if (command === protocol.LOOK_UP_ADDRESS_COMMAND && isAtLine(parameter)) {
      return tellPage({ type: 'reveal', line: parameter.line, explain: true });
    }
    if (!command.startsWith(OWN_COMMANDS) && !OTHER_COMMANDS.has(command)) return;
    await vscode.commands.executeCommand(command, ...(parameters as unknown[]));
  }
}

function isAtLine(value: unknown): value is { readonly line: number } {
  return typeof value === 'object' && value !== null && 'line' in value && typeof value.line === 'number';
}
