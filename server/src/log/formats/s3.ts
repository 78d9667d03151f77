import { DOT } from '../bytes';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { readRequest } from './request';
import { TimestampReader } from './timestamp';
import { Tokens } from './tokens';

/** Places of the values. */
const TIME = 2;
const CLIENT = 3;
const REQUESTER = 4;
const OPERATION = 6;
const REQUEST = 8;
const STATUS = 9;
const SENT = 11;
const REFERRER = 15;
const AGENT = 16;
const HOST = 22;
const VALUES = 23;
/** Length of a canonical user id, which names the owner of a bucket. */
const OWNER_LENGTH = 64;

/** Server access logs of Amazon S3 (https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html). */
export const s3Format: LogFormat = {
  id: 's3',
  weight: 6,
  createReader() {
    const times = new TimestampReader();
    const tokens = new Tokens(VALUES);
    return (bytes, start, end, fields) => {
      if (end - start <= OWNER_LENGTH || tokens.split(bytes, start, end) <= AGENT) return false;
      if (!bytes.subarray(tokens.start(OPERATION), tokens.end(OPERATION)).includes(DOT)) return false;
      if (!times.read(bytes, tokens.start(TIME), tokens.end(TIME), fields)) return false;
      if (!tokens.noteStatus(bytes, STATUS, fields)) return false;
      noteClient(bytes, tokens.start(CLIENT), tokens.end(CLIENT), fields);
      readRequest(bytes, tokens.start(REQUEST), tokens.end(REQUEST), fields);
      fields.size = tokens.number(bytes, SENT);
      if (tokens.isLogged(bytes, REQUESTER)) {
        fields.userStart = tokens.start(REQUESTER);
        fields.userEnd = tokens.end(REQUESTER);
      }
      if (tokens.isLogged(bytes, REFERRER)) {
        fields.referrerStart = tokens.start(REFERRER);
        fields.referrerEnd = tokens.end(REFERRER);
      }
      tokens.noteAgent(bytes, AGENT, fields);
      if (tokens.isLogged(bytes, HOST)) {
        fields.vhostStart = tokens.start(HOST);
        fields.vhostEnd = tokens.end(HOST);
      }
      return true;
    };
  },
};
