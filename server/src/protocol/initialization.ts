import type { NetworkAccess } from './addresses';

/** What the client hands the server at the start. */
export interface InitializationOptions {
  /** The user's language, a BCP 47 tag. */
  readonly locale: string;
  /** File of the messages in that language (l10n/bundle.l10n.ja.json); absent for English. */
  readonly words?: string;
  /**
   * Folder that the editor keeps for the extension: large packed logs are kept there unpacked while they are open, and what the
   * files of audited sites say.
   */
  readonly storage?: string;
  /** What may be asked on the internet; absent: nothing. */
  readonly networkAccess?: NetworkAccess;
}
