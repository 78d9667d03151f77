import * as vscode from 'vscode';

/** Told how long work gets on: a short text and how much of it is done, 0 to 100, where that is known. */
export type Report = (message: string | undefined, percentage: number | undefined) => void;

/** Runs work with a notification that shows how far it is and cancels it; `undefined` when it was cancelled. */
export function withNotification<Result>(
  title: string,
  work: (report: Report, token: vscode.CancellationToken) => Promise<Result>,
): Thenable<Result | undefined> {
  const notification = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(notification, async (progress, token) => {
    let done = 0;
    const report: Report = (message, percentage = done) => {
      progress.report({ message, increment: percentage - done });
      done = percentage;
    };
    try {
      return await work(report, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
}
