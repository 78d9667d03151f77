import { AT_SIGN, DOT, HYPHEN, UNDERSCORE } from '../bytes';

/** What a named field of an entry may mean; `host` is the client in some logs and the virtual host in others. */
export const MEANINGS = [
  'client',
  'forwarded',
  'host',
  'vhost',
  'user',
  'time',
  'day',
  'request',
  'method',
  'target',
  'query',
  'status',
  'size',
  'referrer',
  'agent',
  'message',
  'level',
  'action',
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** Names of fields by their meaning, with a blank between two. */
export type Names = Readonly<Partial<Record<Meaning, string>>>;

/**
 * The names under which servers, proxies and services log a field, the more telling ones first: of two in one entry the
 * earlier counts. In lower case without hyphens, underscores and at signs, which differ from log to log; a dot goes one
 * object deeper. Sources: http://ltsv.org, variables of nginx (https://nginx.org/en/docs/varindex.html), Caddy
 * (https://caddyserver.com/docs/caddyfile/directives/log), Traefik (https://doc.traefik.io/traefik/observability/access-logs),
 * Cloudflare Logpush (https://developers.cloudflare.com/logs/reference/log-fields/zone/http_requests), Google Cloud
 * (https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#HttpRequest), AWS WAF
 * (https://docs.aws.amazon.com/waf/latest/developerguide/logging-fields.html), Azure Front Door and Application Gateway
 * (https://learn.microsoft.com/azure/frontdoor/monitor-front-door), Envoy and Istio
 * (https://istio.io/latest/docs/tasks/observability/logs/access-log/), Akamai DataStream
 * (https://techdocs.akamai.com/datastream2/docs/data-set-parameters), Fastly, Vercel (https://vercel.com/docs/log-drains/reference),
 * WordPress VIP (https://docs.wpvip.com/logs/log-shipping/log-contents/), CloudFront in JSON, Kong, Elastic Common Schema
 * (https://www.elastic.co/guide/en/ecs/current/ecs-field-reference.html).
 */
const NAMES: Names = {
  client:
    'socketip clientip remoteaddr remoteip remotehost clienthost clientaddr clientaddress client.ip client.address source.ip ' +
    'source.address remoteaddress client remote ip ipaddress sourceip srcip addr cip cliip downstreamremoteaddress',
  // A proxy adds to the first of them; the others it writes anew or, where it does not know them, passes on as they came.
  forwarded:
    'httpxforwardedfor xforwardedfor headers.xforwardedfor requestxforwardedfor forwardedfor xff httpcfconnectingip ' +
    'cfconnectingip headers.cfconnectingip httptrueclientip trueclientip httpxrealip xrealip realip headers.xrealip fwd',
  host: 'host headers.host',
  vhost:
    'vhost httphost servername virtualhost clientrequesthost requesthost requestaddr url.domain domain authority ' +
    ':authority reqhost xhostheader cshost cs(host)',
  user: 'remoteuser clientusername user.name username user authuser userid',
  time:
    'startutc timeiso8601 timestamp timelocal edgestarttimestamp time ts datetime msec startlocal starttime logtime ' +
    'localtime eventtime requesttime startedat reqtimesec timestamplog',
  day: 'date',
  request: 'requestline request req httprequest firstline',
  method: 'requestmethod method httpmethod clientrequestmethod verb requesttype reqmethod csmethod',
  target:
    'requesturi clientrequesturi requesturl requestpath url.original uri url.full url url.path path clientrequestpath ' +
    'httpuri httpurl httppath xenvoyoriginpath resourcepath reqpath csuristem',
  query: 'querystring url.query query requestquery args querystr csuriquery',
  status:
    'status statuscode edgeresponsestatus downstreamstatus responsecode responsestatus httpstatus httpstatuscode response ' +
    'code responsecodesent scstatus',
  size:
    'bodybytessent edgeresponsebytes responsesize downstreamcontentsize size bodybytes body.bytes bytessent bytes sentbytes ' +
    'bytesout responsebytes responselength length responsebodysize responsebytesize rspcontentlen scbytes',
  referrer: 'httpreferer httpreferrer referer referrer headers.referer clientrequestreferer requestreferer cs(referer)',
  agent:
    'httpuseragent useragent.original useragent headers.useragent clientrequestuseragent requestuseragent ua agent cs(useragent)',
  action: 'action',
};

/** Objects whose fields mean what they mean outside. Headers are not among them: clients name theirs as they like. */
const TRANSPARENT =
  'request req response res httprequest http jsonpayload properties nginx access traefik caddy log fields data event proxy';

/** Names of fields that are something else than those outside: a request has a size of its own. */
const OTHERS = 'request.size request.bytes request.body req.size req.bytes req.body';

/** A place in the tree of names. */
export interface NameNode {
  /** The part of the name that leads here. */
  readonly text: Buffer;
  /** By hash of the folded text. */
  readonly children: Map<number, NameNode>;
  meaning: Meaning | undefined;
  /** Smaller for more telling names. */
  rank: number;
  isTransparent: boolean;
}

/** The tree of the names that are known whatever the log is. */
export const fieldNames: NameNode = createNames(NAMES, TRANSPARENT, OTHERS);

/**
 * The node of a name in `[start, end)` below `node`, whatever its letters' case; `undefined` when nothing is known of it. A
 * transparent part leads back to `node` where the name goes on.
 */
export function findName(node: NameNode, bytes: Uint8Array, start: number, end: number): NameNode | undefined {
  let at = start;
  let from = node;
  for (;;) {
    let hash = 0;
    let next = at;
    for (; next < end && bytes[next] !== DOT; next++) {
      const letter = folded(bytes[next]!);
      if (letter !== 0) hash = (Math.imul(hash, 31) + letter) | 0;
    }
    const found = from.children.get(hash);
    if (found === undefined || !isFolded(bytes, at, next, found.text)) return undefined;
    if (next === end) return found;
    from = found.isTransparent ? node : found;
    at = next + 1;
  }
}

/**
 * The tree of some names.
 * @param transparent objects whose fields mean what they mean outside
 * @param others names in such objects that mean nothing
 */
export function createNames(names: Names, transparent: string, others?: string): NameNode {
  const root = createNode('');
  for (const meaning of MEANINGS) {
    wordsOf(names[meaning]).forEach((name, rank) => Object.assign(ensureNode(root, name), { meaning, rank }));
  }
  for (const name of wordsOf(transparent)) ensureNode(root, name).isTransparent = true;
  for (const name of wordsOf(others)) ensureNode(root, name);
  return root;
}

function wordsOf(text = ''): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function createNode(text: string): NameNode {
  return { text: Buffer.from(text), children: new Map(), meaning: undefined, rank: 0, isTransparent: false };
}

function ensureNode(root: NameNode, name: string): NameNode {
  return name.split('.').reduce((node, part) => {
    const hash = [...Buffer.from(part)].reduce((sum, letter) => (Math.imul(sum, 31) + letter) | 0, 0);
    const child = node.children.get(hash) ?? createNode(part);
    node.children.set(hash, child);
    return child;
  }, root);
}

const UPPER_A = 0x41;
const UPPER_Z = 0x5a;

/** A letter in lower case; 0 for signs that don't count. */
function folded(byte: number): number {
  if (byte === UNDERSCORE || byte === HYPHEN || byte === AT_SIGN) return 0;
  return byte >= UPPER_A && byte <= UPPER_Z ? byte | 0x20 : byte;
}

function isFolded(bytes: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  let length = 0;
  for (let at = start; at < end; at++) {
    const letter = folded(bytes[at]!);
    if (letter !== 0 && letter !== text[length++]) return false;
  }
  return length === text.length;
}
