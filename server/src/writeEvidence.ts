import type { Disk } from './disk';
import {
  packEvidence,
  type EvidenceMeans,
  type EvidenceSources,
  type PackedEvidence,
  type WantedEvidence,
} from './packEvidence';
import type { CreatePendingFile } from './pendingFile';

/** Writes a bundle of evidence to a file. Rejects with the platform's error; then nothing of the file is left. */
export async function writeEvidence(
  disk: Disk,
  create: CreatePendingFile,
  file: string,
  sources: EvidenceSources,
  wanted: WantedEvidence,
  means: EvidenceMeans = {},
): Promise<PackedEvidence> {
  const pending = await create(file);
  try {
    const packed = await packEvidence(disk, sources, wanted, (bytes) => pending.write(bytes), means);
    await pending.keep();
    return packed;
  } catch (error) {
    await pending.discard().catch(() => undefined);
    throw error;
  }
}
