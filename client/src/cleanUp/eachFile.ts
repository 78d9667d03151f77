/** What came of work on several files. */
export interface Outcome<File, Done> {
  readonly done: readonly Done[];
  /** Files on which it failed, and what was thrown. */
  readonly failed: readonly { readonly file: File; readonly error: unknown }[];
  /** Files that were not begun, as the user cancelled. */
  readonly left: readonly File[];
}

/** How far work on several files is, and whether it is to go on. */
export interface WorkControl {
  /** Told before each file. */
  readonly onProgress: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
}

/** Does the same with one file after the other; one on which it fails does not keep it from the others. Never rejects. */
export async function eachFile<File, Done>(
  files: readonly File[],
  work: (file: File) => Promise<Done>,
  { onProgress, isCancelled }: WorkControl,
): Promise<Outcome<File, Done>> {
  const done: Done[] = [];
  const failed: { file: File; error: unknown }[] = [];
  for (const [index, file] of files.entries()) {
    if (isCancelled()) return { done, failed, left: files.slice(index) };
    onProgress(index, files.length);
    try {
      done.push(await work(file));
    } catch (error) {
      failed.push({ file, error });
    }
  }
  return { done, failed, left: [] };
}
