import { TextDocuments, type Connection } from 'vscode-languageserver';
import { EditedText } from './editedText';
import type { LogPublisher } from './logPublisher';
import type { LogStore } from './logStore';
import { LogClosed, LogOpened, LogTailEdited } from './protocol';

/** Pause after the last key stroke before an edited log is read again, in ms. */
const EDIT_PAUSE = 300;
/** The same where only the end was edited, which is read at once. */
const END_EDIT_PAUSE = 50;

/** Has logs read as they are opened and edited in the client, and forgotten as they are closed. */
export function followDocuments(connection: Connection, logs: LogStore, publisher: LogPublisher): void {
  const documents = new TextDocuments(EditedText);
  const edits = new Map<string, NodeJS.Timeout>();

  function close(uri: string): void {
    clearTimeout(edits.get(uri));
    edits.delete(uri);
    logs.close(uri);
    publisher.close(uri);
  }

  function read(document: EditedText): void {
    const { uri, version, unchanged } = document;
    logs.openText(uri, version, document.take(), unchanged);
  }

  documents.onDidOpen(({ document }) => read(document));
  documents.onDidClose(({ document }) => close(document.uri));
  documents.onDidChangeContent(({ document }) => {
    const { uri, version, unchanged } = document;
    // Fired for the opening too, which has been seen to.
    if (version === logs.version(uri)) return;
    clearTimeout(edits.get(uri));
    const pause = logs.isEnd(uri, unchanged) ? END_EDIT_PAUSE : EDIT_PAUSE;
    edits.set(uri, setTimeout(read, pause, document));
  });
  documents.listen(connection);

  connection.onNotification(LogOpened, ({ uri, version }) => logs.openFile(uri, version));
  connection.onNotification(LogTailEdited, ({ uri, version, tail }) => logs.openTail(uri, version, tail));
  connection.onNotification(LogClosed, ({ uri }) => close(uri));
}
