import path from 'node:path';
import { nodeDisk } from './nodeDisk';
import type { ReadYaraProgram } from './yara/tryYaraRules';

/**
 * The WebAssembly of YARA-X, as the build puts it beside the bundles.
 * @param folder of the bundles
 */
export function yaraProgram(folder: string): ReadYaraProgram {
  return () => nodeDisk.read(path.join(folder, 'yara_x.wasm'));
}
