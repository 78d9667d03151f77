import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { packagedExtension } from './extensionUnderTest';
import { copySample } from './sampleFolder';
import { startSession, type Session, type SessionOptions } from './session';

/** A window with the packaged extension on a copy of the sample incident. */
export interface SampleSession {
  /** The copy. */
  readonly folder: string;
  readonly session: Session;
  /** Ends the window and deletes the copy. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a window on a copy of the sample incident.
 *
 * @param version registry version of VS Code
 * @param prepare changes the copy before the window opens
 * @param options what the window starts with besides
 */
export async function startSampleSession(
  version: string,
  prepare?: (folder: string) => Promise<unknown>,
  options: Omit<Partial<SessionOptions>, 'version' | 'folder' | 'vsixFiles'> = {},
): Promise<SampleSession> {
  const temporaryFolder = await mkdtemp(join(tmpdir(), 'clickthrough-'));
  const remove = (): Promise<void> => rm(temporaryFolder, { recursive: true, force: true });
  try {
    const folder = await copySample(join(temporaryFolder, 'incident'));
    await prepare?.(folder);
    const session = await startSession({ ...options, version, folder, vsixFiles: [packagedExtension()] });
    return {
      folder,
      session,
      close: async () => {
        await session.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Audits the sample's site from the view, and waits for its findings. */
export async function auditFromView(session: Session): Promise<void> {
  // The commands are there once the extension is: the view says so.
  await session.page.getByRole('tab', { name: 'Site Audit' }).click();
  await session.page.getByRole('button', { name: 'Audit Site Folder' }).last().click();
  await findingRow(session, 'l.php').waitFor();
}

/** A row of the tree of findings. */
export function findingRow(session: Session, text: string): Locator {
  return session.page.locator('.pane-body .monaco-list-row').filter({ hasText: text }).first();
}
