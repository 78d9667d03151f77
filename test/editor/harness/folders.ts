import { resolve } from 'node:path';

/** The root of the repository, absolute. */
export const projectFolder = resolve(__dirname, '../../..');

/** Where editors and browsers from the registry are kept between runs; git ignores it and deleting it is harmless. */
export const cacheFolder = resolve(projectFolder, '.vscode-test');

/** Where bundled suites, the unpacked extension and the evidence of failures go; git ignores it. */
export const outputFolder = resolve(projectFolder, 'out/test/editor');
