import { combinedFormat } from './combined';
import { commonFormat } from './common';
import { forwardedFormat } from './forwarded';
import type { LogFormat } from './logFormat';
import { vhostCombinedFormat } from './vhostCombined';
import { vhostCommonFormat } from './vhostCommon';

/** Every format that logs are read in, the strictest first: a line is tried in this order where the log's own format fails. */
export const logFormats: readonly LogFormat[] = [
  vhostCombinedFormat,
  vhostCommonFormat,
  forwardedFormat,
  combinedFormat,
  commonFormat,
];
