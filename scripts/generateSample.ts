import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createSampleFiles, SITE_FOLDER } from './sample/sampleFiles';

const SAMPLE_FOLDER = path.join(__dirname, '..', 'sample');

/** Writes the sample incident anew; what was in its site folder before goes, what people wrote beside it stays. */
async function generateSample(): Promise<void> {
  const files = createSampleFiles();
  await rm(path.join(SAMPLE_FOLDER, SITE_FOLDER), { recursive: true, force: true });
  for (const [name, bytes] of files) {
    const file = path.join(SAMPLE_FOLDER, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  console.log(`Wrote ${files.size} files to sample/.`);
}

void generateSample();
