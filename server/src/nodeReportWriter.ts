import { realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReportWriter } from './cli/reportWriter';
import { nodePendingFile } from './nodePendingFile';
import { errorCode } from './site/diskProblem';

/** Writes reports to the machine's own disk. */
export const nodeReportWriter: ReportWriter = {
  async realPath(file) {
    try {
      return await realpath(file);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      return path.join(await realpath(path.dirname(file)), path.basename(file));
    }
  },

  create: nodePendingFile,
  write: (file, text) => writeFile(file, text, 'utf8'),
};
