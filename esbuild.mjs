// Builds the bundles of dist/. `--production` minifies, `--watch` rebuilds on change.
import { build, context } from 'esbuild';
import { copyFile, mkdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** @type {import('esbuild').BuildOptions} */
export const bundleOptions = {
  entryPoints: {
    extension: 'client/src/extension.ts',
    server: 'server/src/main.ts',
    worker: 'server/src/worker.ts',
    partWorker: 'server/src/partWorker.ts',
    addressWorker: 'server/src/addressWorker.ts',
    cli: 'server/src/cli.ts',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // VS Code 1.93, the oldest that is supported, runs extensions on Node 20.
  target: 'node20',
  external: ['vscode'],
  mainFields: ['module', 'main'],
  sourcesContent: false,
  logOverride: { 'import-is-undefined': 'error' },
};

/**
 * The pages of webviews, which run in VS Code's browser.
 *
 * @type {import('esbuild').BuildOptions}
 */
export const pageOptions = {
  entryPoints: {
    logView: 'client/webview/logView/main.ts',
    'logView-style': 'client/webview/logView/logView.css',
    dashboard: 'client/webview/dashboard/main.ts',
    'dashboard-style': 'client/webview/dashboard/dashboard.css',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'browser',
  format: 'iife',
  // VS Code 1.93 runs on Chromium 124.
  target: 'chrome124',
  sourcesContent: false,
};

/** Programs that bundles load when they are needed. */
async function copyPrograms() {
  await mkdir('dist', { recursive: true });
  await copyFile('node_modules/@virustotal/yara-x/pkg/yara_x_js_bg.wasm', 'dist/yara_x.wasm');
}

async function main(parameters) {
  await copyPrograms();
  const production = parameters.includes('--production');
  for (const bundle of [bundleOptions, pageOptions]) {
    const options = { ...bundle, minify: production, sourcemap: !production, logLevel: 'info' };
    if (parameters.includes('--watch')) await (await context(options)).watch();
    else await build(options);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
