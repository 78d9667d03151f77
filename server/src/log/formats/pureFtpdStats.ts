import { DOT, findByte, isDigit } from '../bytes';
import { EntryKind } from '../entryFields';
import { noteClient } from './clientAddress';
import { FTP, FtpReply } from './ftpCommand';
import type { LogFormat } from './logFormat';
import { noteOutcome, noteTarget, noteUser } from './notes';
import { TimestampReader } from './timestamp';
import { Tokens } from './tokens';

/** Places of the values; the file runs to the end of the line. */
const TIME = 0;
const SESSION = 1;
const USER = 2;
const CLIENT = 3;
const DIRECTION = 4;
const SIZE = 5;
const SECONDS = 6;
const VALUES = 7;
const UP = 0x55;
const DOWN = 0x44;

/**
 * Pure-FTPd's log for statistics, `1635731815 617f4a27.4d2 user 192.0.2.1 U 1234 1 /home/x/l.php`: time, session, user, client,
 * up or down, bytes, seconds, file (https://github.com/jedisct1/pure-ftpd, README, "AltLog").
 */
export const pureFtpdStatsFormat: LogFormat = {
  id: 'pure-ftpd-stats',
  weight: 6,
  createReader() {
    const times = new TimestampReader();
    const tokens = new Tokens(VALUES);
    return (bytes, start, end, fields) => {
      if (!isDigit(bytes[start]) || tokens.split(bytes, start, end) < VALUES) return false;
      const isLetter = tokens.end(DIRECTION) - tokens.start(DIRECTION) === 1;
      const direction = isLetter ? bytes[tokens.start(DIRECTION)] : undefined;
      if (direction !== UP && direction !== DOWN) return false;
      if (findByte(bytes, DOT, tokens.start(SESSION), tokens.end(SESSION)) < 0) return false;
      if (tokens.number(bytes, SIZE) < 0 || tokens.number(bytes, SECONDS) < 0) return false;
      if (!times.read(bytes, tokens.start(TIME), tokens.end(TIME), fields)) return false;
      fields.kind = EntryKind.ftp;
      fields.size = tokens.number(bytes, SIZE);
      noteOutcome(fields, direction === UP ? FTP.stor : FTP.retr, FtpReply.transferred);
      noteTarget(fields, tokens.end(SECONDS) + 1, end);
      noteClient(bytes, tokens.start(CLIENT), tokens.end(CLIENT), fields);
      if (tokens.isLogged(bytes, USER)) noteUser(fields, tokens.start(USER), tokens.end(USER));
      return fields.targetStart >= 0;
    };
  },
};
