/** What a suite leaves behind in the results file. */
export interface SuiteResult {
  /** `vscode.version` of the host that the suite ran in. */
  readonly vsCodeVersion: string;
  readonly passed: number;
  /** Tests and hooks that failed, pending ones included. */
  readonly failed: number;
}
