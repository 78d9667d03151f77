import { markdownLink, markdownText } from '../report/markdown';

/** A link that runs a command of the editor with one argument, where the client lets it (`MarkdownString.isTrusted`). */
export function commandLink(title: string, command: string, argument: unknown): string {
  return markdownLink(markdownText(title), `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`);
}
