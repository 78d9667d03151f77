import type { LoggedRequest } from '../../../../scripts/traffic/lines';
import { ftpLine, type FtpLine } from './ftpLog';
import { inJapan, INTRUSION, THIEF } from './places';
import { attack, attacks } from './requests';

/** How the first bad file came: through a hole of a plug-in, with the password of FTP, or with that of WordPress. */
export type WayIn = 'plugin' | 'ftp' | 'wordpress';

/** What the logs have of it. */
export interface Entrance {
  readonly requests: readonly LoggedRequest[];
  readonly ftp: readonly FtpLine[];
}

const HOLE = '/wp-content/plugins/wp-file-manager/lib';
/** The first moment in which the thief is seen. */
const ENTRY = inJapan('2021-11-08 23:41:07');

/** Each ends within three minutes; l.php is called five minutes after it began. */
export const WAYS_IN: Readonly<Record<WayIn, () => Entrance>> = {
  plugin: () => ({
    requests: [
      attack(ENTRY, THIEF, 'GET /wp-content/plugins/wp-file-manager/readme.txt 200', 2_104),
      attack(ENTRY + 2, THIEF, `POST ${HOLE}/php/connector.minimal.php 200`, 1_077),
      attack(ENTRY + 5, THIEF, `GET ${HOLE}/files/x.php 200`, 31),
      ...attacks(ENTRY + 20, THIEF, `POST ${HOLE}/files/x.php 200`, 3, 40),
    ],
    ftp: [],
  }),
  ftp: () => ({
    requests: [],
    ftp: [
      ...Array.from({ length: 14 }, (_, nth) => ftpLine(ENTRY + nth * 4, 'FAIL LOGIN', THIEF)),
      ftpLine(ENTRY + 60, 'OK LOGIN', THIEF),
      ftpLine(ENTRY + 71, 'OK UPLOAD', THIEF, `/${INTRUSION.root}/l.php`),
    ],
  }),
  wordpress: () => ({
    requests: [
      ...attacks(ENTRY - 600, THIEF, 'POST /wp-login.php 200', 60, 9),
      attack(ENTRY, THIEF, 'POST /wp-login.php 302', 0),
      attack(ENTRY + 1, THIEF, 'GET /wp-admin/ 200', 48_113),
      attack(ENTRY + 9, THIEF, 'GET /wp-admin/plugin-install.php?tab=upload 200', 21_410),
      attack(ENTRY + 31, THIEF, 'POST /wp-admin/update.php?action=upload-plugin 200', 9_812),
    ],
    ftp: [],
  }),
};
