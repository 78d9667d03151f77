/** What a scheme in a parameter's value tells: see the rules for file inclusion and for requests of the server. */
type SchemeRank = 'plain' | 'data' | 'possible' | 'inner' | 'wrapper' | 'rareWrapper';

/** Whether a host is the server itself under its usual name, or under one that only an attack uses. */
export type HostRank = 'own' | 'inner';

/** Schemes by what they tell (php.net "Supported Protocols and Wrappers"; IANA URI schemes). Others tell nothing. */
export const schemes: ReadonlyMap<string, SchemeRank> = new Map([
  ...ranked('plain', 'http https url'),
  ...ranked('data', 'data'),
  ...ranked('possible', 'ftp ftps sftp tftp rsync rtmp rtsp smb smtp smtps pop3 pop3s imap imaps ssh telnet'),
  ...ranked('inner', 'gopher dict ldap ldaps ldapi jar netdoc file local_file'),
  ...ranked('wrapper', 'php phar expect'),
  ...ranked(
    'rareWrapper',
    'zip rar glob zlib bzip2 ogg compress.zlib compress.bzip2 ssh2.shell ssh2.exec ssh2.tunnel ssh2.sftp ssh2.scp',
  ),
]);

export const hostWords = {
  /** The server itself, as developers and honest programs write it too. */
  own: new Set(['localhost', 'localhost.localdomain', '0']),
  /** Where cloud servers ask for their own credentials (documentation of AWS, Google Cloud, Azure, Alibaba, Oracle). */
  metadata: new Set([
    '169.254.169.254',
    'metadata.google.internal',
    'metadata',
    'instance-data',
    '100.100.100.200',
    '192.0.0.192',
  ]),
  metadataPaths: [
    '/latest/meta-data',
    '/latest/user-data',
    '/latest/dynamic',
    '/latest/api/token',
    '/computemetadata',
    '/metadata/instance',
    '/metadata/identity',
    '/metadata/v1',
    '/opc/v1',
    '/opc/v2',
    '/openstack/latest',
  ],
  /** The server itself, under names that nobody types but to get past a filter. */
  inner: new Set([
    'localhost4',
    'localhost6',
    'localhost4.localdomain4',
    'localhost6.localdomain6',
    'ip6-localhost',
    'ip6-loopback',
    'localtest.me',
    'lvh.me',
    'vcap.me',
    'host.docker.internal',
    'kubernetes.docker.internal',
    'loopback',
    'broadcasthost',
    'ip6-allnodes',
    'ip6-allrouters',
    'metadata.aws.internal',
    'metadata.digitalocean.com',
    'instance-data.ec2.internal',
    'gateway.docker.internal',
    'host.containers.internal',
    'kubernetes.default.svc',
    'kubernetes.default',
    'metadata.nicob.net',
    'metadata.packet.net',
    'metadata.platformequinix.com',
    'metadata.tencentyun.com',
    'metadata.azure.internal',
    'metadata.oraclecloud.com',
    'rancher-metadata',
  ]),
  /** What a `data:` address must hold to be code: text and scripts, but no picture and no font. */
  textTypes: [
    'text/',
    'application/javascript',
    'application/x-javascript',
    'application/xhtml',
    ';base64',
    ',<',
    ' , <',
    'image/svg+xml',
  ],
  /** Names that anybody can make point to any address. */
  innerEndings: ['.nip.io', '.sslip.io', '.xip.io', '.localtest.me', '.lvh.me', '.rebind.network', '.1u.ms'],
  /** Files that a server runs. */
  scriptEndings: new Set(['php', 'phtml', 'php5', 'asp', 'jsp', 'cgi', 'pl', 'txt', 'inc']),
  /** Files that hold a script under another name, so that the server they lie on does not run it. */
  hiddenEndings: new Set(['txt', 'gif', 'jpg', 'jpeg', 'png', 'dat', 'inc', 'log', 'php', 'bak', 'xml']),
} as const;

function ranked(rank: SchemeRank, names: string): [scheme: string, rank: SchemeRank][] {
  return names.split(' ').map((scheme) => [scheme, rank]);
}
