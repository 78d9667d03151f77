import { resolve } from 'node:path';

/** The root of the repository, absolute. */
export const projectFolder = resolve(__dirname, '../../..');

/** Where editors and browsers from the registry are kept between runs; git ignores it and deleting it is harmless. */
export const cacheFolder = resolve(projectFolder, '.vscode-test');

/** Where bundled suites and the unpacked extension go; git ignores it. */
export const outputFolder = resolve(projectFolder, 'out/test/editor');

/** Where pictures and logs of what failed go. */
export const failuresFolder = resolve(outputFolder, 'failures');
