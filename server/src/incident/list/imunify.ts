import type { ListedFile, ListReader } from './hostList';
import { serverPath } from './serverPath';

/**
 * The list of malicious files of ImunifyAV and Imunify360 as JSON: an array of items, or an object with `items`
 * (https://docs.imunify360.com/command_line_interface/#malware, `malicious list --json`).
 */
export const readImunify: ListReader = (text) => {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const items = parsedItems(text);
  const files = items?.flatMap((item) => listedItem(item) ?? []);
  return files?.length === 0 ? undefined : files;
};

function parsedItems(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const items = Array.isArray(value)
      ? value
      : (value as { items?: unknown; data?: { items?: unknown } } | null)?.items;
    return Array.isArray(items) ? items : undefined;
  } catch {
    return undefined;
  }
}

function listedItem(item: unknown): ListedFile | undefined {
  if (typeof item === 'string') return { path: serverPath(item) };
  if (typeof item !== 'object' || item === null) return undefined;
  const { file, path, type, signature, hash } = item as Readonly<Record<string, unknown>>;
  const named = [file, path].find((each) => typeof each === 'string');
  if (typeof named !== 'string' || named === '') return undefined;
  const sign = [type, signature].find((each) => typeof each === 'string');
  return {
    path: serverPath(named),
    ...(typeof sign === 'string' && { signature: sign }),
    ...(typeof hash === 'string' && { hash: hash.toLowerCase() }),
  };
}
