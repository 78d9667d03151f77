import { HYPHEN, QUOTE, SPACE, decimal, findBlank, findByte, skipBlanks } from '../bytes';
import { CLF_TIME_LENGTH, ClfTimeReader } from '../clfTime';
import { noteClient } from './clientAddress';
import { closingQuote, isHyphen } from './fieldText';
import type { LogFormat } from './logFormat';
import { noteUser } from './notes';
import { readRequest } from './request';

/**
 * PHP-FPM's log of requests, `127.0.0.1 -  01/Nov/2021:10:56:55 +0900 "GET /index.php" 200`
 * (https://www.php.net/manual/en/install.fpm.configuration.php#access.format). The client is the web server where they are on one
 * machine, and then often absent.
 */
export const phpFpmAccessFormat: LogFormat = {
  id: 'php-fpm-access',
  weight: 4,
  createReader() {
    const times = new ClfTimeReader();
    return (bytes, start, end, fields) => {
      const quote = findByte(bytes, QUOTE, start, end);
      const time = quote - CLF_TIME_LENGTH - 1;
      if (quote < 0 || time <= start || bytes[time - 1] !== SPACE || bytes[quote - 1] !== SPACE) return false;
      const clientEnd = findBlank(bytes, start, time);
      const hyphen = skipBlanks(bytes, clientEnd, time);
      if (bytes[hyphen] !== HYPHEN || bytes[hyphen + 1] !== SPACE) return false;
      if (!times.read(bytes, time, quote, fields)) return false;
      fields.timeStart = time;
      fields.timeEnd = time + CLF_TIME_LENGTH;
      if (!isHyphen(bytes, start, clientEnd)) noteClient(bytes, start, clientEnd, fields);
      const user = skipBlanks(bytes, hyphen + 1, time);
      noteUser(fields, user, findBlank(bytes, user, time));
      const requestEnd = closingQuote(bytes, quote + 1, end);
      readRequest(bytes, quote + 1, requestEnd, fields);
      const status = skipBlanks(bytes, requestEnd + 1, end);
      const statusEnd = findBlank(bytes, status, end);
      fields.status = statusEnd - status === 3 ? decimal(bytes, status, statusEnd) : -1;
      fields.statusStart = status;
      return fields.status >= 0 && fields.targetStart >= 0;
    };
  },
};
