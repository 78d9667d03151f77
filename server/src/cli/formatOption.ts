import { formatProblemText } from '../formatProblemText';
import { compileUserFormats } from '../log/userFormats/userFormats';
import type { LineSink } from './commandLine';

/** Whether every format that was given can be understood; says of those that can't why. */
export function areUsable(formats: readonly string[], errors: LineSink): boolean {
  const { problems } = compileUserFormats(formats);
  for (const problem of problems) errors(formatProblemText(problem));
  return problems.length === 0;
}
