import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The part of VS Code's command line that a test run needs. */
export interface CommandLine {
  /** Folders and files to open, absolute. */
  readonly paths: readonly string[];
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath?: string;
  readonly locale?: string;
  readonly userDataFolder?: string;
  readonly extensionsFolder?: string;
}

/** Options whose value may follow as an argument of its own. */
const valueOptions = new Set([
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'extensions-dir',
  'file-uri',
  'folder-uri',
  'locale',
  'user-data-dir',
]);

/**
 * Reads VS Code's command line: `--name=value`, `--name value` and paths. Options that mean nothing to a VS Code in a
 * browser (`--no-sandbox`, `--disable-gpu` …) are passed over.
 *
 * @param args what follows the program's name
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const values = new Map<string, string[]>();
  const paths: string[] = [];
  const remaining = [...args];
  for (let argument = remaining.shift(); argument !== undefined; argument = remaining.shift()) {
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === undefined) {
      paths.push(resolve(argument));
    } else if (valueOptions.has(name)) {
      values.set(name, [...(values.get(name) ?? []), inline ?? remaining.shift() ?? '']);
    }
  }
  const last = (name: string): string | undefined => values.get(name)?.at(-1);
  const all = (name: string): readonly string[] => values.get(name) ?? [];
  const uris = [...all('folder-uri'), ...all('file-uri')];
  const testsPath = last('extensionTestsPath');
  return {
    paths: [...uris.map(localPath), ...paths],
    extensionDevelopmentPaths: all('extensionDevelopmentPath').map(localPath),
    extensionTestsPath: testsPath === undefined ? undefined : localPath(testsPath),
    locale: last('locale'),
    userDataFolder: last('user-data-dir'),
    extensionsFolder: last('extensions-dir'),
  };
}

function localPath(pathOrUri: string): string {
  return pathOrUri.startsWith('file:') ? fileURLToPath(pathOrUri) : resolve(pathOrUri);
}
