import JSZip from 'jszip';

/** What a program of others unpacks from a zip archive, checksums compared: the bytes of each member, by name. */
export async function unpackedZip(archive: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(archive, { checkCRC32: true });
  const members = await Promise.all(
    Object.values(zip.files).map(async (file) => [file.name, await file.async('nodebuffer')] as const),
  );
  return new Map(members);
}
