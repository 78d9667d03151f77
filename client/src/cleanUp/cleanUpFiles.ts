import * as vscode from 'vscode';
import type { CommandTools } from '../commands/commandTools';
import { renewIncident } from '../commands/renewIncident';
import { withNotification } from '../commands/withNotification';
import { formatCount } from '../numbers';
import { problemText } from '../quarantine/problemText';
import { asQuarantineProblem, QuarantineProblem } from '../quarantine/quarantineProblem';
import { renewUnlessWatched } from '../siteWatcher';
import { eachFile, type Outcome } from './eachFile';
import type { Failure } from './tellFailures';

/** Does the same with several files; says how far it is and can be cancelled, which leaves the files that are not done yet. */
export async function workOnFiles<File, Done>(
  title: string,
  files: readonly File[],
  work: (file: File) => Promise<Done>,
): Promise<Outcome<File, Done>> {
  const outcome = await withNotification(title, (report, token) =>
    eachFile(files, work, {
      onProgress: (done, total) => {
        const text = vscode.l10n.t('{0} of {1} files', formatCount(done), formatCount(total));
        report(text, (100 * done) / total);
      },
      isCancelled: () => token.isCancellationRequested,
    }),
  );
  return outcome ?? { done: [], failed: [], left: files };
}

/** Says what was done, and how many files were left as the user stopped. */
export function doneText(done: string, left: number): string {
  return left === 0 ? done : `${done} ${vscode.l10n.t('You stopped before {0} more.', formatCount(left))}`;
}

/** Looks at the sites again from which files were taken or into which they came back. */
export async function lookAgain(tools: CommandTools): Promise<void> {
  await renewUnlessWatched(tools.audits);
  await renewIncident(tools);
}

/** The files on which work failed, as the user is told. */
export function failuresOf<File>(failed: Outcome<File, unknown>['failed'], pathOf: (file: File) => string): Failure[] {
  return failed.map(({ file, error }) => ({ path: pathOf(file), reason: reasonOf(error) }));
}

/** Why work on a file failed; what was thrown may be a text for the user already. */
function reasonOf(error: unknown): string {
  const isOfDisk = error instanceof QuarantineProblem || (error instanceof Error && 'code' in error);
  return error instanceof Error && !isOfDisk ? error.message : problemText(asQuarantineProblem(error));
}
