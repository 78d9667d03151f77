import type { ConnectedSite, Mailer, ProgramFacts } from './siteModel';

/** How many mails one call of a program sends, as far as its code tells. Plain data. */
export interface MailsPerCall {
  readonly path: string;
  /** Places in the code that send one: all of them run at most; absent where one stands in a loop, so that there is no limit. */
  readonly most?: number;
  /** Whether the request names a recipient: an automatic reply, or an open mailer. */
  readonly recipientFromRequest: boolean;
}

/** The same of all programs of a site that visitors can call and that send mail. */
export function mailsPerCall({ mailers, files }: ConnectedSite): MailsPerCall[] {
  const programs = new Map(files.map(({ path, program }) => [path, program]));
  return mailers.map((mailer) => ({
    path: mailer.path,
    ...(!mailer.inLoop && { most: sendsOf(mailer, programs.get(mailer.path)) }),
    recipientFromRequest: mailer.recipientFromRequest,
  }));
}

/** Form scripts have their automatic reply in the code also where it is switched off. */
function sendsOf({ sends }: Mailer, program: ProgramFacts | undefined): number {
  const places = new Set(sends.map(({ path, line, column }) => `${line}:${column} ${path}`)).size;
  return program?.mailFormSwitches?.autoReply === false ? Math.max(1, places - 1) : places;
}
