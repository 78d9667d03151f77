import type { LookUpFailure } from './registryNetwork';

/** Somebody was asked in vain. The message is for the log channel; what the user reads is made of `reason` and `server`. */
export class LookUpProblem extends Error {
  readonly reason: LookUpFailure;
  /** Host that was asked. */
  readonly server: string;

  constructor(reason: LookUpFailure, server: string) {
    super(`${server}: ${reason}`);
    this.reason = reason;
    this.server = server;
  }
}
