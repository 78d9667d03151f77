import { Flag, flagged, Mark, textOf, UNKNOWN, type Value } from './value';

const REQUEST = flagged(Flag.Request | Flag.Whole);
const FILES: Value = { flags: Flag.Upload, className: Mark.Files };
const SERVER: Value = { flags: 0, className: Mark.Server };
const SESSION: Value = { flags: Flag.Session, className: Mark.Session };
const GLOBALS: Value = { flags: 0, className: Mark.Globals };

const SUPERGLOBALS: ReadonlyMap<string, Value> = new Map([
  ['_GET', REQUEST],
  ['_POST', REQUEST],
  ['_REQUEST', REQUEST],
  ['_COOKIE', REQUEST],
  ['HTTP_GET_VARS', REQUEST],
  ['HTTP_POST_VARS', REQUEST],
  ['HTTP_COOKIE_VARS', REQUEST],
  ['HTTP_RAW_POST_DATA', REQUEST],
  ['_FILES', FILES],
  ['HTTP_POST_FILES', FILES],
  ['_SERVER', SERVER],
  ['HTTP_SERVER_VARS', SERVER],
  ['_ENV', SERVER],
  ['GLOBALS', GLOBALS],
  ['_SESSION', SESSION],
  ['HTTP_SESSION_VARS', SESSION],
]);

/** The value of a superglobal, `undefined` when the name is an ordinary variable's. */
export function superglobal(name: string): Value | undefined {
  return SUPERGLOBALS.get(name);
}

/** `$_SERVER['…']`: what the client sends is the client's, the rest is the server's. */
export function serverValue(key: string | undefined): Value {
  if (key === 'HTTP_REFERER') return flagged(Flag.Request | Flag.Referrer);
  if (key === 'HTTP_USER_AGENT') return flagged(Flag.Request | Flag.Whole | Flag.Agent);
  if (key === undefined || key === 'HTTP_HOST') return UNKNOWN;
  if (/^HTTP_|^QUERY_STRING$|^PHP_AUTH_|^PATH_INFO$/.test(key)) return flagged(Flag.Request | Flag.Whole);
  if (key === 'REQUEST_TIME') return flagged(Flag.Time);
  return key === 'REQUEST_URI' ? flagged(Flag.Request) : UNKNOWN;
}

/** `$_FILES['…']['…']`. */
export function fileValue(key: string | undefined): Value {
  if (key === 'name' || key === 'type') return flagged(Flag.Request | Flag.Whole);
  return key === 'tmp_name' ? flagged(Flag.Upload) : FILES;
}

/** Functions that give what the client sent, or where it is. */
export function sourceFunction(name: string, args: readonly Value[]): Value | undefined {
  switch (name) {
    case 'getallheaders':
    case 'apache_request_headers':
    case 'get_query_var':
      return REQUEST;
    case 'filter_input':
    case 'filter_input_array':
      return flagged(Flag.Request | Flag.Whole);
    case 'getenv':
      return serverValue(textOf(args[0]));
    // The database keeps what an intruder has put there as well as files do.
    case 'get_option':
    case 'get_site_option':
    case 'get_transient':
    case 'get_post_meta':
      return flagged(Flag.File);
    case 'time':
    case 'microtime':
      return flagged(Flag.Time);
    default:
      return undefined;
  }
}

/** Pictures and fonts: code that is read out of one was hidden there. */
const MEDIA_FILE = /\.(?:png|jpe?g|gif|ico|bmp|webp|woff2?|ttf)$/i;

/** What reading this path or URL gives. */
export function readSource(path: Value): Value {
  const text = textOf(path);
  if (path.className === Mark.Socket) return flagged(Flag.Remote);
  if (text !== undefined) {
    if (/^php:\/\/(?:input|stdin)|^php:\/\/filter.*php:\/\/input/i.test(text)) return REQUEST;
    if (/^(?:https?|ftps?):\/\//i.test(text)) return flagged(Flag.Remote);
    if (/^data:/i.test(text)) return flagged(Flag.Decoded);
    if (MEDIA_FILE.test(text)) return flagged(Flag.File | Flag.Decoded);
  } else if (path.prefix !== undefined && /^https?:\/\/[^/]/i.test(path.prefix)) {
    return flagged(Flag.Remote);
  }
  if (path.flags & Flag.Upload) return flagged(Flag.Upload | Flag.Request | Flag.Whole);
  const remote = path.flags & Flag.Whole || path.flags & Flag.Remote ? Flag.Remote : 0;
  return flagged(Flag.File | remote | (path.flags & Flag.Split));
}
