import { QUOTE, equals, findBlank, findLastByte, skipBlanks } from '../bytes';
import { EntryKind, NOT_LOGGED, type EntryFields } from '../entryFields';
import { createAccessReader } from './accessLine';
import { readClient } from './client';
import { FTP, FtpReply, noteFtpCommand } from './ftpCommand';
import type { LogFormat, ReadEntry } from './logFormat';
import { noteOutcome, noteTarget } from './notes';

const GET = Buffer.from('GET');
const PUT = Buffer.from('PUT');
/** The status that Pure-FTPd writes on every line. */
const PURE_FTPD_STATUS = 200;

/**
 * The common log format with commands of FTP for requests, `192.0.2.1 UNKNOWN user [01/Nov/2021:10:56:55 +0900] "STOR l.php" 226 1234`:
 * ProFTPD's ExtendedLog (http://www.proftpd.org/docs/modules/mod_log.html#LogFormat).
 */
export const ftpClfFormat: LogFormat = {
  id: 'ftp-clf',
  weight: 5,
  createReader: () => createRequestReader((bytes, start, end, fields) => noteFtpCommand(bytes, start, end, fields)),
};

/**
 * Pure-FTPd's log in the form of a web server's, `192.0.2.1 - user [01/Nov/2021:10:56:55 -0900] "PUT /home/x/l.php" 200 1234`. It
 * writes the offset from UTC with the wrong sign (https://github.com/jedisct1/pure-ftpd, altlog.c).
 */
export const pureFtpdClfFormat: LogFormat = {
  id: 'pure-ftpd-clf',
  weight: 3,
  createReader: () =>
    createRequestReader((bytes, start, end, fields, next, lineEnd) => {
      const methodEnd = findBlank(bytes, start, end);
      const isPut = equals(bytes, start, methodEnd, PUT);
      if (!isPut && !equals(bytes, start, methodEnd, GET)) return false;
      // An old request to a web server looks alike, but has no user, or more behind the size.
      if (fields.userStart < 0 || fields.status !== PURE_FTPD_STATUS || next < lineEnd) return false;
      if (findBlank(bytes, methodEnd + 1, end) < end) return false;
      fields.kind = EntryKind.ftp;
      noteTarget(fields, methodEnd + 1, end);
      noteOutcome(fields, isPut ? FTP.stor : FTP.retr, FtpReply.transferred);
      fields.time += 2 * fields.zone * 60;
      fields.zone = -fields.zone;
      return true;
    }),
};

/** Reads what stands in the request's place; `next` is where the line goes on behind the size. */
type ReadRequest = (
  bytes: Buffer,
  start: number,
  end: number,
  fields: EntryFields,
  next: number,
  lineEnd: number,
) => boolean;

function createRequestReader(readRequest: ReadRequest): ReadEntry {
  const readAccess = createAccessReader(readClient);
  return (bytes, start, end, fields) => {
    const next = readAccess(bytes, start, end, fields);
    if (next < 0 || fields.statusStart < 0) return false;
    const request = skipBlanks(bytes, fields.timeEnd + 1, end) + 1;
    const requestEnd = findLastByte(bytes, QUOTE, request, fields.statusStart);
    fields.methodStart = NOT_LOGGED;
    fields.targetStart = NOT_LOGGED;
    return requestEnd > request && readRequest(bytes, request, requestEnd, fields, next, end);
  };
}
