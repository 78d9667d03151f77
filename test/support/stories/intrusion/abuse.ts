import type { LoggedRequest } from '../../../../scripts/traffic/lines';
import { LISTED_FILES } from './listedFiles';
import { ABUSERS, GUESSER, inJapan, THIEF } from './places';
import { attack, attacks } from './requests';

const FIRST_CALL = inJapan('2021-11-08 23:46:30');
/** When many processes of l.php run, until the host locks the files. */
const RUSH = inJapan('2021-11-09 00:58:00');
const LOCKED = inJapan('2021-11-09 03:32:00');
/** Once the owner deleted files in the host's panel, calls of them find nothing. */
const CLEANED = inJapan('2021-11-09 21:10:00');
const CALLS_IN_RUSH = 318;

/** What the files were used for, whatever the way in was, and somebody else's passwords that were all wrong. */
export function abuse(): LoggedRequest[] {
  return [
    attack(FIRST_CALL, THIEF, 'GET /l.php 200', 19),
    ...attacks(FIRST_CALL + 12, THIEF, 'POST /l.php 200', 8, 11),
    ...ABUSERS.flatMap((client, nth) => attacks(RUSH + nth * 7, client, 'POST /l.php 200', CALLS_IN_RUSH, 29)),
    ...ABUSERS.flatMap((client, nth) => attacks(LOCKED + 30 + nth * 5, client, 'POST /l.php 403', 3, 600)),
    ...attacks(FIRST_CALL + 3_600, ABUSERS[1], 'POST /wp-content/uploads/2021/10/cache.php 200', 12, 45),
    ...LISTED_FILES.filter(({ fate }) => fate === 'deletedInPanel').flatMap(({ path }, nth) => [
      ...attacks(FIRST_CALL + 5_000 + nth * 60, ABUSERS[2], `POST /${path} 200`, 2, 20),
      attack(CLEANED + nth * 9, ABUSERS[2], `POST /${path} 404`),
    ]),
    attack(LOCKED + 1_200, ABUSERS[3], 'GET /wp-content/mu-plugins/loader.php 403'),
    ...attacks(inJapan('2021-11-08 14:02:00'), GUESSER, 'POST /wp-login.php 200', 80, 6),
  ];
}

/** Calls of l.php: the first, those of trying, those of the rush, those that the host's lock refused. */
export const CALLS_OF_SHELL = 1 + 8 + ABUSERS.length * (CALLS_IN_RUSH + 3);
