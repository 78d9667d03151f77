#!/usr/bin/env node
// A program that takes VS Code's command line, for `vscodeExecutablePath` of @vscode/test-electron.
import { require } from 'tsx/cjs/api';

const { launch } = require('./testLauncher.ts', import.meta.url);
process.exit(await launch(process.argv.slice(2)));
