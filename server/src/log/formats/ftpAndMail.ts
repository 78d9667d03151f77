import { eximFormat, zonedEximFormat } from './exim';
import { fileZillaClassicFormat, fileZillaFormat } from './fileZilla';
import { ftpClfFormat } from './ftpClf';
import { iisFormat } from './iis';
import type { LogFormat } from './logFormat';
import { phpMailFormat } from './phpMail';
import { phpMailHeaderFormat } from './phpMailHeader';
import { pureFtpdStatsFormat } from './pureFtpdStats';
import { vsftpdFormat } from './vsftpd';
import { xferlogFormat } from './xferlog';

/** The formats of FTP and mail servers with lines of their own, the strictest first. */
export const ftpAndMailFormats: readonly LogFormat[] = [
  iisFormat,
  xferlogFormat,
  vsftpdFormat,
  fileZillaClassicFormat,
  fileZillaFormat,
  pureFtpdStatsFormat,
  eximFormat,
  zonedEximFormat,
  phpMailFormat,
  phpMailHeaderFormat,
  ftpClfFormat,
];
