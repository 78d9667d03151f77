import type { ListedFile, ListReader } from './hostList';
import { isServerPath, serverPath } from './serverPath';

/** What scanners call the path of a file, what they found in it, and its hash: AI-BOLIT, Wordfence, Imunify, Defender and others. */
const PATH_KEYS = /^(?:file|path|file_?name|file_?path|fn|full_?path|location|resources?|object|target)$/i;
const SIGNATURE_KEYS = /^(?:type|signature|signature_?name|sig|sn|threat(?:_?name)?|virus|malware|rule|verdict)$/i;
const HASH_KEYS = /^(?:hash|md5|sha-?1|sha-?256|checksum)$/i;
const HASH = /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})$/i;

/**
 * Reports of scanners in JSON, whatever is around their items: every object that has the path of a file. Also an object on each line
 * (JSON Lines).
 */
export const readJson: ListReader = (text, lines) => {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const value = parsed(text);
  const values = value === undefined ? lines.flatMap((line) => (line.startsWith('{') ? [parsed(line)] : [])) : [value];
  const files = itemsIn(values);
  return files.length > 0 ? files : undefined;
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In the order in which they stand, without recursion: nobody knows how deep a report is. */
function itemsIn(values: readonly unknown[]): ListedFile[] {
  const files: ListedFile[] = [];
  const open = [...values].toReversed();
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const item = Array.isArray(value) ? undefined : itemOf(Object.entries(value));
    if (item !== undefined) files.push(item);
    else for (const inner of Object.values(value).toReversed()) open.push(inner);
  }
  return files;
}

function itemOf(properties: readonly (readonly [string, unknown])[]): ListedFile | undefined {
  const textOf = (keys: RegExp): string | undefined =>
    properties.find(([key, value]) => keys.test(key) && typeof value === 'string' && value !== '')?.[1] as
      | string
      | undefined;
  const path = textOf(PATH_KEYS);
  if (path === undefined || !isServerPath(path)) return undefined;
  const signature = textOf(SIGNATURE_KEYS);
  const hash = textOf(HASH_KEYS);
  return {
    path: serverPath(path),
    ...(signature !== undefined && { signature }),
    ...(hash !== undefined && HASH.test(hash) && { hash: hash.toLowerCase() }),
  };
}
