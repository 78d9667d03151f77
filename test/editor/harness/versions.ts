/**
 * The editors and helpers that the tests take from the npm registry, pinned here and nowhere else.
 *
 * The registry package `code-server` carries the whole built VS Code; its version 4.x.y contains VS Code 1.x.y.
 */

/** The oldest VS Code that `engines.vscode` in package.json promises, as a `code-server` version. */
export const oldestVsCode = '4.93.1';

/** The newest VS Code that the tests run on, as a `code-server` version. */
export const newestVsCode = '4.139.1';

/** The search program of an older VS Code, which its package downloads from elsewhere and so lacks here. */
export const ripgrepVersion = '1.18.0';

/** The newest `@sparticuz/chromium` (a Chromium inside a package) that runs under Node 20. */
export const registryChromiumVersion = '147.0.0';
