import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** VS Code settings that keep it quiet and offline in tests and pictures. */
const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  // A folder opens in Restricted Mode without a question that would cover the window.
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Writes the user settings of a fresh user data folder and, for a language other than English, the list of language
 * packs that makes VS Code take it on. VS Code's own words stay English; an extension's are shown in that language.
 *
 * @param folder the `--user-data-dir`; is created
 * @param locale such as `ja`; undefined means English
 * @param settings added to the quiet defaults, winning over them
 */
export async function prepareUserData(
  folder: string,
  locale: string | undefined,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await mkdir(join(folder, 'User'), { recursive: true });
  const text = JSON.stringify({ ...quietSettings, ...settings }, undefined, 2);
  await writeFile(join(folder, 'User/settings.json'), `${text}\n`);
  if (locale) await writeLanguagePack(folder, locale);
}

/**
 * Writes what extensions kept in earlier sessions.
 *
 * @param folder the `--user-data-dir`
 * @param files texts by path below the folder in which extensions keep what is not of a workspace
 */
export async function keepFiles(folder: string, files: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'User/globalStorage', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function writeLanguagePack(folder: string, locale: string): Promise<void> {
  const translations = join(folder, 'main.i18n.json');
  await writeFile(translations, '{ "version": "1.0.0", "contents": {} }\n');
  const pack = {
    hash: 'empty',
    label: locale,
    extensions: [{ extensionIdentifier: { id: 'test.language-pack' }, version: '1.0.0' }],
    translations: { vscode: translations },
  };
  await writeFile(join(folder, 'languagepacks.json'), `${JSON.stringify({ [locale]: pack })}\n`);
}
