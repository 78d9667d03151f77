import { chmod, mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createLineWriter, inLogOrder, type LineFormat, type LoggedRequest } from '../../../scripts/traffic/lines';

/** A file of a story. */
export interface StoryFile {
  readonly content: string | Uint8Array;
  /** When it was written last; when the story is written to the disk, unless given. */
  readonly modified?: Date;
  /** Permissions, such as 0o604; those of new files unless given. */
  readonly mode?: number;
}

/** What somebody has on his disk after an incident: files by path with `/`. It is made when tests run, and never committed. */
export type Story = ReadonlyMap<string, StoryFile>;

/** Writes the files of a story below a folder. */
export async function writeStory(folder: string, story: Story): Promise<void> {
  for (const [name, { content, modified, mode }] of story) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    if (modified !== undefined) await utimes(file, modified, modified);
    if (mode !== undefined) await chmod(file, mode);
  }
}

/** The files of a folder as those of a story, below another folder. */
export function filesBelow(folder: string, files: ReadonlyMap<string, Uint8Array>): [string, StoryFile][] {
  return [...files].map(([name, content]) => [`${folder}/${name}`, { content }]);
}

/** A log as a host packs it, its entries in the order in which servers write them. */
export function packedLog(format: LineFormat, host: string, requests: readonly LoggedRequest[]): StoryFile {
  const write = createLineWriter(format, host);
  return {
    content: gzipSync(
      inLogOrder(requests)
        .map((request) => `${write(request)}\n`)
        .join(''),
    ),
  };
}
