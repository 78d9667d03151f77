import { PROOF, STRONG, TELLING } from '../match/witness';
import { ANYWHERE, linesOf, Part, QUERY, TARGET, type Literals } from './literal';

/** Pieces of PHP that a vulnerable program would run; calls of its functions are found by the rules' own reader. */
export const phpInjection: readonly Literals[] = [
  {
    kind: 'php-injection',
    weight: PROOF,
    parts: ANYWHERE,
    edges: 'free',
    texts: linesOf(`
      <?=
      base64_decode(
      passthru(
      shell_exec(
      phpinfo()
      die(md5
      print(md5
      echo md5
      die(@md5
      var_dump(md5
      print_r(md5
      die(phpinfo
      call_user_func
      create_function
      file_put_contents
      file_get_contents(
      gzinflate(
      $_get[
      $_post[
      $_request[
      $_server[
      $_cookie[
      $_files[
      $_session[
      $_env[
      $globals[
      \${@print
      {\${phpinfo
      __halt_compiler
      {php}
      {/php}
      [php]
      [/php]
    `),
  },
  {
    kind: 'php-injection',
    weight: STRONG,
    parts: TARGET | Part.referrer | Part.agent,
    edges: 'free',
    texts: linesOf(`
      $http_raw_post_data
      $http_get_vars
      $http_post_vars
      $http_cookie_vars
      $http_server_vars
      $php_self
      argv[
      preg_replace(
      \\u0024_
    `),
  },
  {
    kind: 'php-injection',
    weight: TELLING,
    parts: QUERY,
    edges: 'free',
    texts: linesOf(`
      ;echo
      ; echo
      ;print
      ;die
      ;exit
      .chr(
    `),
  },
];
