import type { Connection } from 'vscode-languageserver';
import type { LogReadingWatcher } from '../logEntry';
import { byteSize } from '../numbers';
import { terminalText } from '../report/terminal';
import { nameOfUri } from '../uris';
import { t } from '../words';

/** Logs that are read within this time show no progress, in ms. */
const PATIENCE = 400;

/** Shows in the editor's status bar how far a log is read, when it takes long enough to be worth it. */
export function watchReading(connection: Connection, uri: string): LogReadingWatcher {
  const name = terminalText(nameOfUri(uri));
  let ended = false;
  let report: ((bytes: number, total: number | undefined) => void) | undefined;
  let finish: (() => void) | undefined;
  // An editor that refuses to show progress does without it.
  const timer = setTimeout(() => void show().catch(() => undefined), PATIENCE);
  async function show(): Promise<void> {
    const progress = await connection.window.createWorkDoneProgress();
    if (ended) return;
    progress.begin(t('Reading {0}', name));
    report = (bytes, total) => {
      const size = byteSize(bytes);
      if (total === undefined) progress.report(size);
      else progress.report(Math.min(100, Math.round((bytes / total) * 100)), size);
    };
    finish = () => progress.done();
  }
  return {
    onProgress: ({ done, total }) => report?.(done, total),
    onEnd() {
      ended = true;
      clearTimeout(timer);
      finish?.();
    },
  };
}
