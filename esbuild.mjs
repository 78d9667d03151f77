// Builds the bundles of dist/. `--production` minifies, `--watch` rebuilds on change.
import { context, build } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    extension: 'client/src/extension.ts',
    server: 'server/src/main.ts',
    worker: 'server/src/worker.ts',
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
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  logLevel: 'info',
  logOverride: { 'import-is-undefined': 'error' },
};

if (watch) await (await context(options)).watch();
else await build(options);
