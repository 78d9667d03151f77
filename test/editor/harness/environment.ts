/**
 * The variables through which a test run speaks with the launcher and the suite; `@vscode/test-electron` hands its
 * `extensionTestsEnv` to both.
 */
export const environmentNames = {
  /** The `code-server` version to run. */
  version: 'VSCODE_VERSION_FROM_REGISTRY',
  /** A desktop VS Code to run instead. */
  desktop: 'VSCODE_EXECUTABLE',
  /** `1` runs with every folder trusted; otherwise folders open in Restricted Mode. */
  trusted: 'EDITOR_TEST_TRUSTED',
  /** File that the suite writes its counts to. */
  results: 'EDITOR_TEST_RESULTS',
  /** Text before each line that the suite prints, by which the launcher picks it; without one all is shown. */
  outputMark: 'EDITOR_TEST_OUTPUT_MARK',
  /** A regular expression that picks tests by their full title. */
  grep: 'EDITOR_TEST_GREP',
  /** File that a suite that measures appends its figures to, a `Figure` as JSON in each line. */
  figures: 'EDITOR_TEST_FIGURES',
  /** The log that such a suite opens. */
  largeLog: 'EDITOR_TEST_LARGE_LOG',
  /** How long one run may take, in seconds. */
  timeout: 'EDITOR_TEST_TIMEOUT',
} as const;
